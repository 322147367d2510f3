"""Whom it concerns what a panel agreed on, and what they are told."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.agreeing import store
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


def _adopted() -> str:
    return _("Your proposal was adopted: the police work on it now. Read what they promise.")


def _others() -> str:
    return _("The panel agreed on other priorities than your proposal this time. Read which, and why.")


def _agreed() -> str:
    return _("The panel agreed on the priorities of your neighbourhood. Read which, and what is promised.")
