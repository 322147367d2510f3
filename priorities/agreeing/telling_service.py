"""Whom it concerns what a panel agreed on, and what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.agreeing import store
from priorities.agreeing.panel_rows import members_of
from priorities.writing import Tell

JSON = dict[str, Any]


async def tell_agreed(row: JSON, options: Sequence[JSON], priorities: Mapping[str, str]) -> list[Tell]:
    """Tell who proposed what was voted on, and who follows the rounds of the neighbourhood. Inside the transaction.

    `priorities` are the ids of the adopted ones by their options.
    """
    round_id, path = row["id"], f"/rounds/{row['id']}/panel"
    authors = {option["author_id"] for option in options if option["author_id"]}
    told: list[str] = []
    for option in options:
        if option["author_id"] and option["id"] in priorities:
            page, key = f"/priorities/{priorities[option['id']]}", f"adopted:{option['id']}"
            told += await notify_all([option["author_id"]], NoticeKind.PROPOSAL_DECIDED, _adopted, page, key=key)
    adopted = {option["author_id"] for option in options if option["id"] in priorities}
    others = authors - adopted
    told += await notify_all(others, NoticeKind.PROPOSAL_DECIDED, _others, path, key=f"agreed:{round_id}")
    following = set(await store.followers_of(row["neighbourhood_id"])) - authors
    told += await notify_all(following, NoticeKind.ROUND_MOVED, _agreed, path, key=f"agreed:{round_id}")
    return [all_noticed(told)] if told else []


@dataclass(frozen=True)
class Before:
    """What was agreed before a change: the options, who follows the priorities that go out, and its version."""

    options: set[str]
    followers: Sequence[str]
    version: int


async def tell_changed(row: JSON, options: Sequence[JSON], priorities: Mapping[str, str], before: Before) -> list[Tell]:
    """Tell whom a change of an agreement concerns what is different for them. Inside the transaction."""
    path, end = f"/rounds/{row['id']}/panel", f"{row['id']}:{before.version}"
    told: list[str] = []
    for option in options:
        author, now = option["author_id"], option["id"] in priorities
        if not author or now == (option["id"] in before.options):
            continue
        page = f"/priorities/{priorities[option['id']]}" if now else path
        sentence, key = _adopted if now else _no_longer, f"adopted:{option['id']}:{before.version}"
        told += await notify_all([author], NoticeKind.PROPOSAL_DECIDED, sentence, page, key=key)
    out = set(before.followers) - set(told)
    told += await notify_all(out, NoticeKind.PRIORITY_NEWS, _taken_out, path, key=f"taken-out:{end}")
    following = set(await store.followers_of(row["neighbourhood_id"])) - out - set(told)
    told += await notify_all(following, NoticeKind.ROUND_MOVED, _changed, path, key=f"agreement:{end}")
    return [all_noticed(told)] if told else []


async def tell_panel(_app: web.Application, row: JSON) -> list[Tell]:
    """Tell who is on the panel of a round (its row) that its vote is over. Inside the transaction that moves it."""
    people = [each["person_id"] for each in await members_of(row["id"]) if each["accepted_at"]]
    path, key = f"/rounds/{row['id']}/panel", f"panel-begins:{row['id']}"
    told = await notify_all(people, NoticeKind.ROUND_MOVED, _begins, path, key=key)
    return [all_noticed(told)] if told else []


def _begins() -> str:
    return _("The vote is over. As a member of its panel, look at the result and agree on the priorities.")


def _adopted() -> str:
    return _("Your proposal was adopted: the police work on it now. Read what they promise.")


def _others() -> str:
    return _("The panel agreed on other priorities than your proposal this time. Read which, and why.")


def _no_longer() -> str:
    return _("The panel changed what it agreed: your proposal is not among the priorities any more. Read why.")


def _taken_out() -> str:
    return _("The panel took a priority that you follow out of what it agreed. Read why.")


def _changed() -> str:
    return _("The panel changed what it agreed for your neighbourhood. Read what, and why.")


def _agreed() -> str:
    return _("The panel agreed on the priorities of your neighbourhood. Read which, and what is promised.")
