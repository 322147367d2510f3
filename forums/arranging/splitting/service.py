"""Making a topic of its own of some replies, with all that answers them.

Every reply keeps its address, which leads to where it stands. Both topics' numbers count without gaps afterwards.
"""

from collections.abc import Sequence

from aiohttp import web

from forums import finding
from forums.answers.service import settle_answer
from forums.arranging import numbers_store, store
from forums.arranging.arranged import audited, tell_author
from forums.arranging.policy import access_topic_to_arrange, check_shown
from forums.arranging.splitting import store as splitting_store
from forums.following.service import all_watch_by_themselves
from forums.models import PostState
from forums.posting.new import check_title
from forums.standing import JSON
from forums.writing import Change, write
from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.together import checked_together
from moderation.sealed.service import check_unsealed

MOST = 200
"""Replies that are chosen at once."""


async def split(app: web.Application, viewer: Viewer, topic_id: str, replies: Sequence[str], title: str) -> str:
    """Begin a topic with these replies and all that answers them; gives its id. The first of them is its own text.

    Raises what `access_topic_to_arrange` does, Conflict, and Invalid for no replies, too many, the topic's own text, or
    a title that is none.
    """
    standing = await access_topic_to_arrange(viewer, topic_id)
    title, chosen = checked_together(lambda: check_title(title), lambda: _chosen(replies))
    await check_unsealed(app, standing.force_id, title, field="title")
    return await write(app, lambda: _split(viewer, topic_id, chosen, title))


def _chosen(replies: Sequence[str]) -> Sequence[str]:
    chosen = [id_ for id_ in dict.fromkeys(replies) if is_own_id(id_)]
    if not chosen:
        raise Invalid.at("replies", _("Choose the replies that are to be a topic of their own."))
    if len(chosen) > MOST:
        raise Invalid.at("replies", _("Choose at most %(most)s replies at once.", most=MOST))
    return chosen


async def _split(viewer: Viewer, topic_id: str, chosen: Sequence[str], title: str) -> Change[str]:
    old = await store.lock_topic(topic_id)
    check_shown(old)
    first = await _first(topic_id, chosen)
    new_id = await splitting_store.add_topic(old, first, title)
    every = await splitting_store.with_answers(topic_id, chosen)
    await splitting_store.take(topic_id, new_id, every, first["id"])
    await numbers_store.close_gaps(topic_id, first["number"])
    await numbers_store.close_gaps(new_id, 1)
    await store.set_topic(new_id, active_at=await splitting_store.latest_in(new_id))
    await all_watch_by_themselves(await splitting_store.authors_in(new_id), new_id)
    await numbers_store.tell_where_it_is(topic_id)
    for each in (topic_id, new_id):
        await settle_answer(each)
        await finding.topic_changed(each)
    await audited(viewer, "split", topic_id, into=new_id, replies=len(every))
    begun = {"id": new_id, "author_id": first["author_id"], "version": 1}
    tells = await tell_author(viewer, begun, lambda: _told(old["title"], title))
    return Change(new_id, topics=[topic_id, new_id], forums=[old["forum_id"]], tell=tells)


async def _first(topic_id: str, chosen: Sequence[str]) -> JSON:
    """The first of the chosen ones, which everybody can read."""
    rows = await splitting_store.shown_among(topic_id, chosen)
    if len(rows) < len(chosen):
        raise Invalid.at("replies", _("Some of these are not replies of this topic any more. Look again."))
    if rows[0]["state"] != PostState.PUBLISHED:
        raise Invalid.at("replies", _("The first of them is not shown. A topic begins with what everybody can read."))
    return rows[0]


def _told(title: str, new: str) -> str:
    return _("Your reply in “%(title)s” is a topic of its own now: “%(new)s”.", title=title, new=new)
