"""Calling somebody at once because of something written, and remembering who looked first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from accounts.moderators import moderators_of
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import READER, Viewer
from moderation.content import Content, Tell, fetch_content, tell_all
from moderation.items import store as items
from moderation.items.kinds import Kind
from moderation.paging import broadcast, store
from moderation.paging.hosts import hosts_of
from moderation.paging.policy import may_answer
from moderation.paging.shown import HERE, UNSEEN_FOR, ask_to_look, path_of
from moderation.sealed.reading import unreadable, words_of
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all

JSON = dict[str, Any]


async def page_someone(app: web.Application, content: Content, item: JSON, kind: Kind) -> Sequence[Tell]:
    """Call the hosts of a thing's place and the moderators who are here, once for each open item.

    Inside the thing's transaction; gives what is to be told after the commit. `item` is its open review item. Who wrote
    it is not called.
    """
    page = await store.add_page(item["id"], content.force_id, content.place_id, kind)
    if page is None:
        return []
    await _audit("page.call", READER, page, {"item": item["id"], "kind": kind})
    here = await moderators_of(content.force_id, content.neighbourhood_id, clock.now() - HERE)
    told = await _tell({*await hosts_of(app, content), *here}, content, page, again=False)
    return [partial(broadcast.paged, page=page, item=item, place=content.place_name), *told]


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody who was called sees: the call, its item, the thing as it is now, and whether they may read it."""

    page: JSON
    item: JSON
    content: Content
    readable: bool


async def look_at(app: web.Application, viewer: Viewer, page_id: str) -> Look:
    """Somebody who was called looks, and has seen it by that. Raises NotFound."""
    await mark_seen(app, viewer, page_id)
    page, item, content = await access_page(app, viewer, page_id)
    hidden = await unreadable(app, viewer, content.force_id, content.type, [words_of(content)])
    return Look(page, item, content, not hidden)


async def mark_seen(app: web.Application, viewer: Viewer, page_id: str) -> JSON:
    """Somebody who was called has looked; gives the page. Again, or after another: nothing more. Raises NotFound."""
    page, item, _content = await access_page(app, viewer, page_id)
    await tell_all(app, await atomic(lambda: seen_in(viewer, item)))
    return page


async def access_page(app: web.Application, viewer: Viewer, page_id: str) -> tuple[JSON, JSON, Content]:
    """A call, its item, and the thing as it is now, for who may answer it; raises NotFound for everybody else."""
    page = await store.find_page(page_id)
    if page and (found := await _about(app, page)):
        item, content = found
        if may_answer(viewer, item, await hosts_of(app, content)):
            return page, item, content
    raise NotFound(_("There is no such call, or it is not for you."))


async def seen_in(viewer: Viewer, item: JSON) -> Sequence[Tell]:
    """The same where somebody opens an item or decides about it; nothing where nobody was called.

    Inside the act's transaction; gives what is to be told after the commit.
    """
    page = await store.page_of_item(item["id"])
    if page is None or viewer.id in (None, item["author_id"]) or not await store.set_seen(page["id"], str(viewer.id)):
        return []
    await _audit("page.seen", viewer, page, {"item": item["id"]})
    return [partial(broadcast.page_seen, page=page, item=item, by=str(viewer.id))]


async def tell_again(app: web.Application) -> None:
    """Call everybody who could look, where a minute has gone by and nobody has; once, however many processes tick."""
    for page in await store.due_again(clock.now() - UNSEEN_FOR):
        await tell_all(app, await atomic(partial(_again, app, page)))


async def _again(app: web.Application, page: JSON) -> Sequence[Tell]:
    if not await store.set_told_again(page["id"], clock.now() - UNSEEN_FOR):
        return []
    found = await _about(app, page)
    if found is None:
        return []
    item, content = found
    every = await moderators_of(content.force_id, content.neighbourhood_id)
    told = await _tell({*await hosts_of(app, content), *every}, content, page, again=True)
    page = page | {"told_again_at": clock.now()}
    return [partial(broadcast.paged, page=page, item=item, place=content.place_name), *told]


async def _about(app: web.Application, page: JSON) -> tuple[JSON, Content] | None:
    """Its item and the thing; None where the thing is gone for good."""
    item = await items.find_item(page["item_id"])
    target = (item["target_type"], item["target_id"]) if item else ("", "")
    content = (await fetch_content(app, [target])).get(target)
    return (item, content) if item and content else None


async def _tell(people: Collection[str], content: Content, page: JSON, *, again: bool) -> list[Tell]:
    key = f"page.{page['id']}{'.again' if again else ''}"
    called = set(people) - {str(content.author_id)}
    words = ask_to_look(content.place_name, again=again)
    told = await notify_all(called, NoticeKind.PAGED, words, path_of(page), key=key, urgent=True)
    return [noticed(person) for person in told]


async def _audit(act: str, actor: Viewer, page: JSON, details: dict[str, object]) -> None:
    await add_entry(act=act, actor=actor, subject_type="page", subject_id=page["id"], details=details)
