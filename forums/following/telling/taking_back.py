"""What followers were told of words that are not shown any more: their notices go, and what was not sent stays here."""

from collections.abc import Collection, Sequence
from typing import Any

from forums.following.hearing.deciding import Addressed
from forums.following.watching import followers_store
from forums.following.watching.targets import targets_of
from forums.mentions import mentioned
from forums.mentions_store import officers
from foundation.queries import Query
from notices.taking_back_service import take_back_all, take_back_each

JSON = dict[str, Any]
_PORTION = 500
_ONE_BY_ONE = 50
"""With more than these, a whole topic goes: what each of its replies says is not read for it."""
_GONE = Query(
    """
    SELECT reply.id, reply.topic_id, reply.number, reply.official, reply.body, parent.author_id AS parent_author_id,
           reply.author_id, topic.forum_id, topic.section_id, topic.neighbourhood_id
    FROM forum_reply AS reply
    JOIN forum_topic AS topic ON topic.id = reply.topic_id
    LEFT JOIN forum_reply AS parent ON parent.id = reply.parent_id
    WHERE reply.number IS NOT NULL AND reply.id IN ?
    """,
    truths=("official",),
)


async def take_back_notices(reply_ids: Collection[str]) -> set[str]:
    """Of a topic what its followers were told; of an answer the same; of a reply what those spoken to were told.

    Inside the transaction that takes them down. Gives whose unread mark is another one now.
    """
    rows = [row for some in _portions(reply_ids) for row in await _GONE.rows(some)]
    marks: set[str] = set()
    for row in rows:
        if row["number"] == 1:
            marks |= await _from_followers(row, f"topic.{row['topic_id']}")
        elif row["official"]:
            marks |= await _from_followers(row, f"answer.{row['id']}")
    if len(rows) > _ONE_BY_ONE:
        return marks | await _from_everybody(rows)
    for row in rows:
        named = await mentioned(row["topic_id"], row["neighbourhood_id"], row["author_id"], row["body"])
        if spoken_to := Addressed(named, row["parent_author_id"]).people:
            marks |= {*await take_back_all(spoken_to, f"said.{row['id']}")}
    return marks


async def _from_everybody(rows: Sequence[JSON]) -> set[str]:
    """A long topic goes: whoever was spoken to in it wrote there, or serves its neighbourhood."""
    people = {row["author_id"] for row in rows}
    for place in {row["neighbourhood_id"] for row in rows if row["neighbourhood_id"]}:
        people |= set(await officers(place))
    return set(await take_back_each(people, "said", [row["id"] for row in rows]))


async def _from_followers(row: JSON, key: str) -> set[str]:
    targets = targets_of(row | {"id": row["topic_id"]})
    marks: set[str] = set()
    after: str | None = ""
    while after is not None:
        portion = await followers_store.followers(targets, after, _PORTION)
        if portion.people:
            marks |= {*await take_back_all(portion.people, key)}
        after = portion.upto
    return marks


def _portions(ids: Collection[str]) -> list[list[str]]:
    every = list(ids)
    return [every[first : first + _PORTION] for first in range(0, len(every), _PORTION)]
