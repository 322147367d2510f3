"""An act on a topic: its row, the audit, who is told and which screens draw it anew."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from forums.arranging import store
from forums.arranging.policy import check_shown
from forums.standing import Standing
from forums.writing import Change, Tell, write
from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def set_columns(
    app: web.Application,
    standing: Standing,
    act: str,
    changes: JSON,
    *,
    reason: str = "",
    told: Callable[[], str] | None = None,
    check: Callable[[JSON], Awaitable[None]] | None = None,
) -> None:
    """Change columns of a topic that is shown. Raises Conflict for one that is not, and what `check` does.

    `told`: what its author is told. `check` gets the topic's row, which nobody else changes meanwhile.
    """

    async def work() -> Change[None]:
        topic = await store.lock_topic(standing.topic_id)
        check_shown(topic)
        if check:
            await check(topic)
        await store.set_topic(standing.topic_id, **changes)
        await audited(standing.viewer, act, standing.topic_id, reason=reason)
        tells = await tell_author(standing.viewer, topic, told) if told else []
        return Change(None, topics=[standing.topic_id], forums=[topic["forum_id"]], tell=tells)

    await write(app, work)


async def audited(viewer: Viewer, act: str, topic_id: str, *, reason: str = "", **details: object) -> None:
    """Write down what was done to a topic; in its transaction."""
    await add_entry(
        act=f"topic.{act}", actor=viewer, subject_type="topic", subject_id=topic_id, reason=reason, details=details
    )


async def tell_author(viewer: Viewer, topic: JSON, sentence: Callable[[], str], path: str = "") -> Sequence[Tell]:
    """Tell whoever began a topic what became of it, unless they did so; gives what to do after the commit."""
    author = str(topic["author_id"])
    if author == viewer.id:
        return []
    at = path or f"/topics/{topic['id']}"
    await notify(author, NoticeKind.TOPIC_CHANGED, sentence, at, key=f"topic.{topic['id']}.{topic['version']}")
    return [noticed(author)]
