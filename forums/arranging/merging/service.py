"""Making one topic of two, and two again.

What was said in the merged one follows what was said in the other, with the next numbers: the numbers there stay, and
every address leads to where its words are.
"""

from datetime import datetime

from aiohttp import web

from forums import finding
from forums.answers.service import settle_answer
from forums.arranging import numbers_store, store
from forums.arranging.arranged import audited, tell_author
from forums.arranging.merging import store as merging_store
from forums.arranging.merging.titles import titled, untitled
from forums.arranging.policy import access_topic_to_arrange, check_same_readers, check_shown
from forums.models import PostState
from forums.moved import Moved
from forums.reply_rows import find_number
from forums.standing import JSON, Standing
from forums.writing import Change, write
from foundation.errors import Conflict, Invalid, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered


async def access_topic_to_merge_into(viewer: Viewer, topic_id: str, into_id: str) -> tuple[Standing, Standing]:
    """Both topics, where the one can be merged into the other. Raises NotFound, NotAllowed, Invalid, Conflict."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    try:
        into = await access_topic_to_arrange(viewer, into_id)
    except Moved as moved:
        into = await access_topic_to_arrange(viewer, moved.topic_id)
    except NotFound:
        raise Invalid.at("into", _("There is no topic at that address. Copy the address of its page.")) from None
    if into.topic_id == topic_id:
        raise Invalid.at("into", _("This is the same topic. Choose the one that it belongs to."))
    check_same_readers(standing.forum, into.forum, "into")
    check_shown(standing.topic)
    check_shown(into.topic)
    return standing, into


async def merge(app: web.Application, viewer: Viewer, topic_id: str, into_id: str) -> str:
    """Merge a topic into another one; gives the other's id. Raises what `access_topic_to_merge_into` does."""
    standing, into = await access_topic_to_merge_into(viewer, topic_id, into_id)
    return await write(app, lambda: _merge(viewer, standing.topic_id, into.topic_id))


async def unmerge(app: web.Application, viewer: Viewer, old_id: str) -> None:
    """Make a topic of its own again of one that was merged, with all that was said in it until then.

    What was said since stays where it is. Raises NotFound, NotAllowed, and Conflict where more was merged there since
    (that is undone first), or its replies were taken apart.
    """
    address = await merging_store.find_address(old_id)
    if address is None:
        raise NotFound(_("This topic was not merged into another one."))
    await access_topic_to_arrange(viewer, address["topic_id"])
    await write(app, lambda: _unmerge(viewer, old_id, address["topic_id"]))


async def _merge(viewer: Viewer, topic_id: str, into_id: str) -> Change[str]:
    rows = await store.lock_topics([topic_id, into_id])
    old, into = rows[topic_id], rows[into_id]
    check_shown(old)
    check_shown(into)
    first = await find_number(topic_id, 1)
    if first is None:
        raise LookupError("a topic has a number 1")
    await merging_store.append(old, into, first)
    await _with_title(first, old["title"])
    await merging_store.read_on(topic_id, into)
    await merging_store.follow_on(topic_id, into_id)
    await merging_store.add_address(topic_id, into_id, str(viewer.id))
    await store.set_topic(topic_id, state=PostState.MOVED, pinned_at=None)
    await store.set_topic(into_id, active_at=max(old["active_at"], into["active_at"]))
    await numbers_store.recount(into_id)
    await _follow(topic_id, into_id)
    await audited(viewer, "merge", topic_id, into=into_id)
    path = f"/topics/{into_id}/replies/{first['id']}"
    tells = await tell_author(viewer, old, lambda: _merged(old["title"], into["title"]), path)
    return Change(into_id, topics=[topic_id, into_id], forums=[old["forum_id"], into["forum_id"]], tell=tells)


async def _with_title(first: JSON, title: str) -> None:
    """The title stands before its text, which would be hard to understand without it."""
    if first["state"] != PostState.PUBLISHED:
        await merging_store.set_first(first["id"], first["body"], first["html"], other=False)
        return
    body = titled(title, first["body"])
    await merging_store.set_first(first["id"], body, await rendered(body), other=True)


async def _unmerge(viewer: Viewer, old_id: str, into_id: str) -> Change[None]:
    rows = await store.lock_topics([old_id, into_id])
    old, into = rows[old_id], rows[into_id]
    first, at = await _check_whole(old, into)
    await merging_store.take_block(into_id, old_id, first["number"], old["last_number"], at)
    body = untitled(old["title"], first["body"])
    await merging_store.set_first(first["id"], body, await rendered(body), other=body != first["body"])
    await merging_store.remove_address(old_id)
    await store.set_topic(old_id, state=PostState.PUBLISHED)
    await numbers_store.close_gaps(old_id, old["last_number"] + 1)
    await numbers_store.close_gaps(into_id, first["number"])
    await _follow(old_id, into_id)
    await audited(viewer, "unmerge", old_id, out_of=into_id)
    return Change(None, topics=[old_id, into_id], forums=[old["forum_id"], into["forum_id"]])


async def _check_whole(old: JSON, into: JSON) -> tuple[JSON, datetime]:
    """Its own text and since when it is merged, where all that was said in it stands together still."""
    address = await merging_store.find_address(old["id"])
    if address is None or address["topic_id"] != into["id"]:
        raise NotFound(_("This topic was not merged into another one."))
    check_shown(into)
    if (await merging_store.addresses_into(into["id"]))[0] != old["id"]:
        raise Conflict(_("Another topic was merged there since. Take that one out first."))
    first = await merging_store.merged_first(old)
    if first is None or first["topic_id"] != into["id"] or first["number"] is None:
        raise _apart()
    block = await merging_store.count_block(into["id"], first["number"], old["last_number"], address["at"])
    if block != old["last_number"]:
        raise _apart()
    return first, address["at"]


async def _follow(old_id: str, into_id: str) -> None:
    """What follows from where the words stand now: answers on top, what is found, who is still to be told."""
    for topic_id in (old_id, into_id):
        await numbers_store.tell_where_it_is(topic_id)
        await settle_answer(topic_id)
        await finding.topic_changed(topic_id)


def _apart() -> Conflict:
    return Conflict(_("Its replies were taken apart since, so it can’t be taken out as it was. Split it instead."))


def _merged(title: str, into: str) -> str:
    return _("Your topic “%(title)s” was merged into “%(into)s”. All its replies are there.", title=title, into=into)
