"""The topics of a forum as they go out: what everybody may read of them, and no more."""

from collections.abc import AsyncIterator, Collection
from typing import Any, Final

from accounts.people import persons
from forums.exchange import store
from forums.exchange.shapes import ExchangedReply, ExchangedTopic, Writer
from forums.models import PostState
from forums.states import state_of

JSON = dict[str, Any]
_TOPICS: Final = 50
_REPLIES: Final = 500
"""So many are read at once."""


async def exchanged_topics(forum_id: str) -> AsyncIterator[ExchangedTopic]:
    """Every topic of a forum that is shown, by id."""
    last = ""
    while rows := await store.topics_after(forum_id, last, _TOPICS):
        for row in rows:
            yield await _topic(row)
        last = rows[-1]["id"]


async def _topic(row: JSON) -> ExchangedTopic:
    return ExchangedTopic(
        id=row["id"],
        title=row["title"],
        section=row["slug"],
        state=state_of(row),
        created_at=row["created_at"],
        active_at=row["active_at"],
        replies=[reply async for reply in _replies(row["id"])],
        pinned=row["pinned_at"] is not None,
        place=row["place_name"],
    )


async def _replies(topic_id: str) -> AsyncIterator[ExchangedReply]:
    last = 0
    while rows := await store.replies_after(topic_id, last, _REPLIES):
        people = await _writers({row["author_id"] for row in rows})
        for row in rows:
            yield _reply(row, people[row["author_id"]])
        last = rows[-1]["number"]


async def _writers(ids: Collection[str]) -> dict[str, Writer]:
    return {id_: _writer(person) for id_, person in (await persons(ids)).items()}


def _writer(person: JSON) -> Writer:
    badge = person["officer"]
    return Writer(person["id"], person["name"], person["role"], f"{badge['rank']} {badge['number']}" if badge else None)


def _reply(row: JSON, author: Writer) -> ExchangedReply:
    shown = row["state"] == PostState.PUBLISHED
    return ExchangedReply(
        id=row["id"],
        number=row["number"],
        author=author,
        body=row["body"] if shown else None,
        created_at=row["created_at"],
        reply_to=row["parent_id"],
        edited_at=row["edited_at"],
        official=row["official"] and row["number"] != 1 and author.officer is not None,
        promised_for=row["promised_for"] if shown else None,
        state=PostState(row["state"]),
    )
