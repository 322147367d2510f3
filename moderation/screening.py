"""Screening: what the rules of today say of a text before it is posted. Rules hold and warn; people judge.

Pure and synchronous: no database, no clock; well under a millisecond for a message.
"""

import asyncio
from dataclasses import dataclass
from enum import StrEnum

from foundation.folding import Plain
from moderation.reasons import reason_for
from moderation.screening_rules import RULES, Hit


class Action(StrEnum):
    """What is to be done with a text: post it, ask its author first, or let a moderator see it first."""

    ALLOW = "allow"
    WARN = "warn"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Context:
    """Who wrote it. `trusted`: an officer or a host, never held; `confirmed`: was warned and sends it all the same."""

    trusted: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What screening says, and why.

    `reason` is a sentence for the author, in their language, empty when the text is allowed; `emergency`: tell the
    author to call 999.
    """

    action: Action
    hits: tuple[Hit, ...] = ()
    emergency: bool = False
    reason: str = ""


NOBODY = Context()
_LONG = 500
"""Characters; above it a text made to be slow could hold the event loop for some milliseconds."""


def screen(text: str, context: Context = NOBODY) -> Verdict:
    """Try every rule on a text of any length and content."""
    plain = Plain(text)
    hits = tuple(hit for rule in RULES for hit in rule.hits(plain))
    emergency = any(hit.kind == "emergency" for hit in hits)
    action = _action(hits, emergency, context)
    return Verdict(
        action=action,
        hits=hits,
        emergency=emergency,
        reason="" if action is Action.ALLOW else reason_for(text, hits, held=action is Action.HOLD),
    )


async def screened(text: str, context: Context = NOBODY) -> Verdict:
    """The same as `screen`; a long text is tried in a thread, off the event loop."""
    if len(text) <= _LONG:
        return screen(text, context)
    return await asyncio.to_thread(screen, text, context)


def _action(hits: tuple[Hit, ...], emergency: bool, context: Context) -> Action:
    kinds = {hit.kind for hit in hits} - {"emergency"}
    if not kinds:
        return Action.ALLOW
    if context.trusted:
        return Action.ALLOW if context.confirmed else Action.WARN
    # Somebody in danger has no time to mend a text: it goes to people at once, without the step of a warning.
    held = "abuse" in kinds or emergency or context.confirmed
    return Action.HOLD if held else Action.WARN
