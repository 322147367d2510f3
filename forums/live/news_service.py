"""What an open page of a topic has not shown yet: replies that came, and those that look otherwise by now."""

from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from forums.live import store
from forums.models import PostState
from forums.moderating.sealed import access_topic_to_read
from forums.places.policy import access_forum
from forums.reading.service import replies_after, some_replies
from forums.stamps import stamp_of_head
from forums.standing import Standing
from foundation.permissions import Viewer

JSON = dict[str, Any]
_MOST: Final = 50
"""New replies that are drawn at once: the rest is on the next page."""


@dataclass(frozen=True)
class News:
    """`come`: replies after the page's last one; `changed`: those of the page that are to be drawn anew; `gone`: ids
    of those that stand in this topic no more. `head`: the stamp of what is around them."""

    standing: Standing
    come: list[JSON]
    changed: list[JSON]
    gone: list[str]

    @property
    def version(self) -> int:
        return int(self.standing.topic["version"])

    @property
    def shown(self) -> bool:
        """Whether everybody reads it: who goes on hearing of one that was taken down has to follow it anew."""
        return bool(self.standing.topic["state"] == PostState.PUBLISHED)

    @property
    def last_number(self) -> int:
        return int(self.standing.topic["last_number"])

    @property
    def head(self) -> str:
        return stamp_of_head(self.standing.topic)


async def news_of(
    app: web.Application, viewer: Viewer, topic_id: str, after: int | None, stamps: dict[str, str]
) -> News:
    """What is new since a page was drawn: after the number `after` (None: the page is not the last one, and asks for
    none), and of the replies of `stamps` (id to stamp) those that have another one now. Raises NotFound, Moved.
    """
    standing = await access_topic_to_read(app, viewer, topic_id)
    come = await replies_after(standing, after, _MOST) if after is not None else []
    here = {reply["id"]: reply for reply in await some_replies(standing, list(stamps))} if stamps else {}
    changed = [reply for id_, reply in here.items() if reply["stamp"] != stamps[id_]]
    return News(standing, come, changed, [id_ for id_ in stamps if id_ not in here])


async def gone_from(viewer: Viewer, forum_id: str, topic_ids: list[str]) -> list[str]:
    """Those of these topics that are not shown in the forum now. Raises NotFound."""
    await access_forum(viewer, forum_id)
    shown = set(await store.shown_in(forum_id, topic_ids))
    return [topic for topic in topic_ids if topic not in shown]
