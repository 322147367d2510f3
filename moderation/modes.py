"""Modes of a room or a forum: who may write there now, and whose words wait for a moderator first. Pure rules."""

import math
from datetime import datetime, timedelta
from enum import StrEnum

from foundation.language import _
from moderation.items.kinds import Kind


class Mode(StrEnum):
    """Who may speak, and whether words wait for a moderator first."""

    OPEN = "open"
    NEWCOMERS = "newcomers"
    PREMODERATED = "premoderated"
    SLOW = "slow"
    LOCKED = "locked"


def kind_of_mode(mode: str, *, known: bool, is_staff: bool) -> Kind | None:
    """Why words wait in a place of this mode, as the queue has it; None where they do not.

    `known`: as `moderation.known` has it; asked only where `asks_who_is_known`. `is_staff`: they answer for the place.
    """
    if is_staff:
        return None
    if mode == Mode.PREMODERATED:
        return Kind.PREMODERATED
    return Kind.NEWCOMER if mode == Mode.NEWCOMERS and not known else None


def reason_of_mode(mode: str, *, known: bool, is_staff: bool) -> str:
    """The sentence that their author reads; empty where nothing waits."""
    kind = kind_of_mode(mode, known=known, is_staff=is_staff)
    if kind is Kind.PREMODERATED:
        return _("In this room a moderator reads each message before it is shown.")
    if kind is Kind.NEWCOMER:
        return _("A moderator reads the first messages of everybody who is new here.")
    return ""


def asks_who_is_known(mode: str) -> bool:
    """Whether it matters in this mode whether somebody is known."""
    return mode == Mode.NEWCOMERS


def is_closed_to(mode: str, *, is_staff: bool) -> bool:
    """Whether this mode takes no words of theirs at all."""
    return mode == Mode.LOCKED and not is_staff


def seconds_to_wait(
    mode: str, seconds: int | None, last_at: datetime | None, now: datetime, *, is_staff: bool
) -> int | None:
    """How long they wait in slow mode, whose messages are `seconds` apart; None where they may write now.

    `last_at`: when they last wrote.
    """
    if mode != Mode.SLOW or is_staff or last_at is None or not seconds:
        return None
    left = (last_at + timedelta(seconds=seconds) - now).total_seconds()
    return max(1, math.ceil(left)) if left > 0 else None
