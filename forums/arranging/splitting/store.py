"""Rows of a topic that some of its replies leave, to be one of their own."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from forums.models import PostState, Reply, Topic
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_WITH_ANSWERS = Query(
    """
    WITH RECURSIVE leaving (id) AS (
        SELECT id FROM forum_reply WHERE topic_id = ? AND id IN ?
        UNION SELECT reply.id FROM forum_reply reply JOIN leaving ON reply.parent_id = leaving.id
        WHERE reply.topic_id = ?
    )
    SELECT id FROM leaving ORDER BY id
    """
)
_TAKE = Query("UPDATE forum_reply SET topic_id = ? WHERE topic_id = ? AND id IN ?")
_ALONE = Query("UPDATE forum_reply SET parent_id = NULL WHERE id = ?")


async def shown_among(topic_id: str, ids: Collection[str]) -> list[JSON]:
    """Those of these replies that stand in the topic and have a number, in their order."""
    found = Reply.filter(topic_id=topic_id, id__in=list(ids), number__gt=1).order_by("number")
    return await found.values("id", "number", "author_id", "client_id", "state", "created_at")


async def shown_among_all(topic_id: str, after: int, most: int) -> list[JSON]:
    """A topic's replies that everybody can read, after a number, in their order."""
    found = Reply.filter(topic_id=topic_id, number__gt=after, state=PostState.PUBLISHED).order_by("number").limit(most)
    return await found.values("id", "number", "author_id", "html", "created_at")


async def with_answers(topic_id: str, ids: Collection[str]) -> list[str]:
    """These, and all that answers them, however deep."""
    return [str(row["id"]) for row in await _WITH_ANSWERS.rows(topic_id, list(ids), topic_id)]


async def add_topic(old: JSON, first: JSON, title: str) -> str:
    """A topic in the place of another, whose own text is `first`; gives its id.

    It has the `client_id` under which that was posted, if no topic has it: see `merging_store.merged_first`.
    """
    taken = await Topic.filter(author_id=first["author_id"], client_id=first["client_id"]).exists()
    topic = await Topic.create(
        id=new_id(),
        **{name: old[name] for name in ("force_id", "neighbourhood_id", "forum_id", "section_id")},
        author_id=first["author_id"],
        client_id=str(uuid4()) if taken else first["client_id"],
        title=title,
        state=PostState.PUBLISHED,
        created_at=first["created_at"],
        active_at=first["created_at"],
    )
    return str(topic.id)


async def take(old_id: str, new_id_: str, ids: Collection[str], first: str) -> None:
    """Put these replies into another topic. Their numbers are still those of before."""
    await _TAKE.rows(new_id_, old_id, list(ids))
    await _ALONE.rows(first)


async def latest_in(topic_id: str) -> Any:
    """When the last of a topic's replies was written."""
    [at] = await Reply.filter(topic_id=topic_id).order_by("-created_at").limit(1).values_list("created_at", flat=True)
    return at


async def authors_in(topic_id: str) -> list[str]:
    """Who wrote in a topic."""
    return [str(id_) for id_ in await Reply.filter(topic_id=topic_id).distinct().values_list("author_id", flat=True)]
