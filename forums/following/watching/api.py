"""Following forums, sections and topics, as JSON."""

from dataclasses import asdict
from typing import Any

from forums.following.watching import followed_service, service
from forums.following.watching.models import HowTold
from forums.following.watching.shapes import Followed, HowToTell, Watched, WatchedPlace, WatchedQuery, WatchedTopic
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_FOLLOW = Permission.TOPIC_FOLLOW
_WATCH = "/watch"
_SECTION = "/forums/{id}/sections/{section}" + _WATCH


@api.get("/topics/{id}" + _WATCH, permission=_FOLLOW, answer=Followed, summary="How one follows a topic, how far read")
async def show_watch(call: Call[None, None]) -> Followed:
    return Followed(**asdict(await followed_service.place_in(call.viewer, call.path["id"])))


@api.put("/topics/{id}" + _WATCH, permission=_FOLLOW, body=HowToTell, may_be_empty=True,
         summary="Follow a topic, or mute it")  # fmt: skip
async def watch_topic(call: Call[HowToTell, None]) -> None:
    await service.watch_topic(call.viewer, call.path["id"], call.body.how)


@api.delete("/topics/{id}" + _WATCH, permission=_FOLLOW, summary="Hear nothing more of a topic")
async def unwatch_topic(call: Call[None, None]) -> None:
    """Also where one follows its forum, and where one writes in it again."""
    await service.watch_topic(call.viewer, call.path["id"], HowTold.NONE)


@api.put("/forums/{id}" + _WATCH, permission=_FOLLOW, body=HowToTell, may_be_empty=True, summary="Follow a forum")
async def watch_forum(call: Call[HowToTell, None]) -> None:
    await service.watch_place(call.viewer, call.path["id"], None, call.body.how)


@api.delete("/forums/{id}" + _WATCH, permission=_FOLLOW, summary="Follow a forum no more")
async def unwatch_forum(call: Call[None, None]) -> None:
    await service.watch_place(call.viewer, call.path["id"], None, None)


@api.put(_SECTION, permission=_FOLLOW, body=HowToTell, may_be_empty=True,
         summary="Follow a section of a forum (its slug or id), or mute it where one follows the forum")  # fmt: skip
async def watch_section(call: Call[HowToTell, None]) -> None:
    await service.watch_place(call.viewer, call.path["id"], call.path["section"], call.body.how)


@api.delete(_SECTION, permission=_FOLLOW, summary="Have nothing decided about a section")
async def unwatch_section(call: Call[None, None]) -> None:
    await service.watch_place(call.viewer, call.path["id"], call.path["section"], None)


@api.get("/watches", permission=_FOLLOW, query=WatchedQuery, answer=Watched, summary="What one follows and muted")
async def list_watches(call: Call[None, WatchedQuery]) -> Watched:
    topics, following = await followed_service.followed_topics(call.viewer, call.query.cursor, call.query.limit)
    places = await followed_service.followed_places(call.viewer)
    return Watched([_place(row) for row in places], [_topic(row) for row in topics], following)


def _place(row: dict[str, Any]) -> WatchedPlace:
    return WatchedPlace(row["forum"], row["section"], row["name"], row["path"], row["how"])


def _topic(row: dict[str, Any]) -> WatchedTopic:
    return WatchedTopic(row["id"], row["title"], row["how"], row["by_itself"])
