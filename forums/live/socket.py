"""Live in: what a page of a forum asks to hear."""

from typing import Any

from forums.live import service
from forums.live.shapes import FollowForum, FollowTopic
from forums.live_events import events
from foundation.live_events import Visit
from foundation.permissions import Permission

JSON = dict[str, Any]


@events.on("follow_topic", permission=Permission.FORUM_READ, body=FollowTopic)
async def follow_topic(visit: Visit, said: FollowTopic) -> JSON:
    return {"version": await service.follow_topic(visit, said.topic)}


@events.on("follow_forum", permission=Permission.FORUM_READ, body=FollowForum)
async def follow_forum(visit: Visit, said: FollowForum) -> JSON:
    await service.follow_forum(visit, said.forum, said.topics)
    return {}
