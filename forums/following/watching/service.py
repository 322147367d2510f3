"""Following a forum, a section or a topic, muting it, and ending that."""

from functools import partial
from typing import Any

from forums.following.watching import store
from forums.following.watching.models import HowTold, WatchKind
from forums.following.watching.targets import of_section
from forums.moved import Moved
from forums.places.policy import access_forum
from forums.places.service import section_named
from forums.policy import access_topic
from foundation.database import atomic
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.preferences.service import want_mails

JSON = dict[str, Any]


async def access_topic_to_follow(viewer: Viewer, topic_id: str) -> str:
    """The id of a topic that the viewer may read: of the one that it was merged into. Raises NotFound."""
    try:
        return (await access_topic(viewer, topic_id)).topic_id
    except Moved as moved:
        return (await access_topic(viewer, moved.topic_id)).topic_id


async def watch_topic(viewer: Viewer, topic_id: str, how: HowTold = HowTold.DIGEST) -> str:
    """Follow a topic, or mute it (`none`): then they hear nothing of it, whatever else they follow. Gives its id.

    Raises NotFound.
    """
    topic = await access_topic_to_follow(viewer, topic_id)
    await _set(viewer, WatchKind.TOPIC, topic, how)
    return topic


async def watch_place(viewer: Viewer, forum_id: str, section: str | None, how: HowTold | None) -> JSON:
    """Follow a forum, or a section of it (its slug or id); None: no more. Gives the forum. Raises NotFound.

    A section of a forum that is followed is muted by `none`.
    """
    forum = await access_forum(viewer, forum_id)
    kind, target = WatchKind.FORUM, str(forum["id"])
    if section is not None:
        kind, target = WatchKind.SECTION, of_section(target, (await section_named(forum, section))["id"])
    if how is None:
        await atomic(partial(store.remove_watch, str(viewer.id), kind, target))
    else:
        await _set(viewer, kind, target, how)
    return forum


async def _set(viewer: Viewer, kind: WatchKind, target: str, how: HowTold) -> None:
    async def work() -> None:
        await store.set_watch(str(viewer.id), kind, target, how)
        if how is HowTold.AT_ONCE:
            # Who ended such mails by a link, and asks for some now, gets those that they ask for.
            await want_mails(str(viewer.id), NoticeKind.TOPIC_REPLY)

    await atomic(work)
