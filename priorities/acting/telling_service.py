"""Whom news of a priority goes to, and what they are told."""

from collections.abc import Collection
from typing import Any

from foundation.language import _
from foundation.queries import Query
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.writing import Tell

JSON = dict[str, Any]
_FOLLOWERS = Query(
    """
    SELECT person_id FROM priority_watch WHERE priority_id = ?
    UNION
    SELECT person_id FROM priority_follower WHERE neighbourhood_id = ?
    """
)


async def followers_of(row: JSON) -> set[str]:
    """Who follows a priority, or how the rounds of its neighbourhood go on."""
    return {each["person_id"] for each in await _FOLLOWERS.rows(row["id"], row["neighbourhood_id"])}


async def tell_action(row: JSON, action_id: str, by: str | None) -> list[Tell]:
    """Tell them that something was done, but for who says so. Inside the transaction; gives what is told after it."""
    people = await followers_of(row) - {by or ""}
    path = f"/priorities/{row['id']}#action-{action_id}"
    return await _told(people, _something_done, path, f"action:{action_id}")


async def tell_promise(row: JSON, version: int, by: str) -> list[Tell]:
    """The same of another promise, or another day for the next update."""
    people = await followers_of(row) - {by}
    return await _told(people, _promised_anew, f"/priorities/{row['id']}", f"promise:{row['id']}:{version}")


async def tell_closed(row: JSON, by: str) -> list[Tell]:
    """The same of one that its officers say is not worked on any more."""
    people = await followers_of(row) - {by}
    return await _told(people, _closed, f"/priorities/{row['id']}", f"closed:{row['id']}")


async def tell_carried(row: JSON, proposal_id: str, by: str) -> list[Tell]:
    """The same of one that goes on as a proposal of the next round."""
    people = await followers_of(row) - {by}
    return await _told(people, _carried, f"/proposals/{proposal_id}", f"carried:{row['id']}")


async def _told(people: Collection[str], sentence: Any, path: str, key: str) -> list[Tell]:
    told = await notify_all(people, NoticeKind.PRIORITY_NEWS, sentence, path, key=key)
    return [all_noticed(told)] if told else []


def _something_done() -> str:
    return _("Something was done about a priority of your neighbourhood. Read what.")


def _promised_anew() -> str:
    return _("The police changed what they promise about a priority of your neighbourhood.")


def _closed() -> str:
    return _("The police say that they do not work on a priority of your neighbourhood any more. Read why.")


def _carried() -> str:
    return _("A priority that is not solved yet goes on as a proposal of the next round. You can support it.")
