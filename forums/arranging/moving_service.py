"""Moving a topic to another section, or to another forum of its force."""

from typing import Any

from aiohttp import web

from forums import finding
from forums.arranging import store
from forums.arranging.arranged import audited, tell_author
from forums.arranging.policy import access_forum_to_arrange, access_topic_to_arrange, check_same_readers, check_shown
from forums.places.naming import section_name
from forums.places.service import section_named
from forums.standing import Standing
from forums.writing import Change, write
from foundation.errors import Closed, Invalid
from foundation.language import _
from foundation.permissions import Viewer

JSON = dict[str, Any]


async def move(app: web.Application, viewer: Viewer, topic_id: str, section: str, forum_id: str = "") -> None:
    """Put a topic into the section of this slug or id, of its own forum or of another that the viewer serves.

    Its address and those of its replies stay. Raises what `access_topic_to_arrange` does, NotFound, Invalid, Closed.
    """
    standing = await access_topic_to_arrange(viewer, topic_id)
    forum = await access_forum_to_arrange(viewer, forum_id) if forum_id else standing.forum
    check_same_readers(standing.forum, forum, "forum")
    named = await _section_to_move_to(standing, forum, section)
    place = {"forum_id": forum["id"], "section_id": named["id"], "neighbourhood_id": forum["neighbourhood_id"]}

    async def work() -> Change[None]:
        topic = await store.lock_topic(topic_id)
        check_shown(topic)
        # What is pinned in one forum is not in another.
        pinned = {} if forum["id"] == topic["forum_id"] else {"pinned_at": None}
        await store.set_topic(topic_id, **place, **pinned)
        await finding.topic_changed(topic_id)
        await audited(viewer, "move", topic_id, was=topic["section_id"], section=named["id"], forum=forum["id"])
        tells = await tell_author(viewer, topic, lambda: _moved(topic["title"], section_name(named)))
        return Change(None, topics=[topic_id], forums=[topic["forum_id"], forum["id"]], tell=tells)

    await write(app, work)


async def _section_to_move_to(standing: Standing, forum: JSON, section: str) -> JSON:
    """Raises NotFound, Closed where it is archived, Invalid where the topic stands in it."""
    named = await section_named(forum, section)
    if named["archived_at"] is not None:
        raise Closed(_("This section takes no new topics any more. Choose another one."))
    if (forum["id"], named["id"]) == (standing.forum_id, standing.section["id"]):
        raise Invalid.at("section", _("The topic is there already."))
    return named


def _moved(title: str, section: str) -> str:
    return _("Your topic “%(title)s” was moved to “%(section)s”.", title=title, section=section)
