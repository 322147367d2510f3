"""Atom feeds of a forum, a section and a topic, as who asks may read them."""

from typing import Any

from accounts.addressing import ranked_name
from accounts.people import persons
from forums.answers.marks import is_official
from forums.feeds import store
from forums.models import PostState
from forums.moved import Moved
from forums.places.naming import forum_name, section_name
from forums.places.paths import path_of
from forums.places.policy import access_forum
from forums.places.service import forum_of_neighbourhood, section_named, sections_of
from forums.policy import access_topic
from foundation.atom import Entry, Feed
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer

JSON = dict[str, Any]
_TOPICS = 30
_REPLIES = 50


async def feed_of_neighbourhood(neighbourhood: str, own: str) -> Feed:
    """The latest topics of a neighbourhood's forum. `own`: the feed's path. Raises NotFound."""
    return await _of_forum(await forum_of_neighbourhood(neighbourhood), None, own)


async def feed_of_forum(viewer: Viewer, forum_id: str, section: str | None, own: str) -> Feed:
    """Of a forum, or of one of its sections (slug or id). Raises NotFound."""
    forum = await access_forum(viewer, forum_id)
    return await _of_forum(forum, await section_named(forum, section) if section else None, own)


async def feed_of_topic(viewer: Viewer, topic_id: str, own: str) -> Feed:
    """The latest replies of a topic, or of the one that it was merged into.

    Raises NotFound, also for one that is shown to its author and staff alone.
    """
    try:
        standing = await access_topic(viewer, topic_id)
    except Moved as moved:
        standing = await access_topic(viewer, moved.topic_id)
        # Readers of feeds learn by it where to ask from now on.
        own = own.replace(topic_id, moved.topic_id)
    if standing.topic["state"] != PostState.PUBLISHED:
        raise NotFound(_("There is no such topic, or it was taken down."))
    rows = await store.latest_replies(standing.topic_id, _REPLIES)
    people = await persons({row["author_id"] for row in rows})
    path, title = f"/topics/{standing.topic_id}", str(standing.topic["title"])
    entries = [_reply(row, people[row["author_id"]], path, title) for row in rows]
    return Feed(title, path, own, standing.topic["created_at"], entries)


async def _of_forum(forum: JSON, section: JSON | None, own: str) -> Feed:
    rows = await store.latest_topics(forum["id"], section["id"] if section else None, _TOPICS)
    people = await persons({row["author_id"] for row in rows})
    names = {each["id"]: section_name(each) for each in await sections_of(forum, archived=True)}
    title = _("Forum: %(name)s", name=await forum_name(forum))
    if section:
        title = f"{title}, {section_name(section)}"
    entries = [
        Entry(
            f"/topics/{row['id']}", f"/topics/{row['id']}", row["title"], ranked_name(people[row["author_id"]]),
            row["html"], row["created_at"], row["active_at"], names.get(row["section_id"], ""),
        )
        for row in rows
    ]  # fmt: skip
    return Feed(title, path_of(forum, section), own, forum["created_at"], entries)


def _reply(row: JSON, author: JSON, path: str, title: str) -> Entry:
    link = f"{path}/replies/{row['id']}"
    if is_official(row, author):
        title = _("Official answer: %(title)s", title=title)
    elif row["number"] > 1:
        title = _("Reply: %(title)s", title=title)
    updated = row["edited_at"] or row["created_at"]
    return Entry(link, link, title, ranked_name(author), row["html"], row["created_at"], updated)
