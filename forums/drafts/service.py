"""Keeping what people write before they post it. It is theirs alone: nobody reads it, and nothing screens it."""

from datetime import timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web
from tortoise.exceptions import IntegrityError

from forums.drafts import broadcast, store
from forums.drafts.places import check_place
from forums.drafts.words import Words
from forums.reply_rows import find_by_client_id
from foundation import clock
from foundation.database import atomic
from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer

JSON = dict[str, Any]
_MOST: Final = 50
"""Drafts of one person: with more, the oldest go."""
_KEPT_FOR: Final = timedelta(days=60)


async def draft_of(viewer: Viewer, place: str) -> JSON | None:
    """What the viewer was writing there: a row, or None. Raises Invalid."""
    return await store.draft_in(viewer.id, check_place(place)) if viewer.id else None


async def list_drafts(viewer: Viewer) -> list[JSON]:
    """All that the viewer has, the latest first. Raises NotAllowed."""
    return await store.drafts_of(_person(viewer))


async def keep(
    app: web.Application, viewer: Viewer, place: str, words: Words, known: int
) -> tuple[JSON | None, JSON | None]:
    """Keep these words; gives them as a row and, where another device wrote after version `known`, what that wrote.

    The latest wins, and whoever writes it is handed what it took the place of. Nothing but space drops the draft, and
    gives none. Raises NotAllowed, Invalid.
    """
    person, place = _person(viewer), check_place(place)
    if words.empty:
        return None, await _emptied(app, viewer, place, known)
    try:
        draft, other = await atomic(partial(_keep, person, place, words, known))
    except IntegrityError:  # two devices began at the same moment
        draft, other = await atomic(partial(_keep, person, place, words, known))
    if draft["version"] != known:
        await broadcast.draft_changed(app, person, place, draft["version"])
    return draft, other


async def _keep(person: str, place: str, words: Words, known: int) -> tuple[JSON, JSON | None]:
    before = await store.draft_to_change(person, place)
    if before is None:
        draft = await store.add_draft(person, place, words.columns)
        await store.remove_all_but(person, _MOST)
        return draft, None
    same = all(before[name] == value for name, value in words.columns.items())
    draft = before if same else await store.set_draft(before, words.columns)
    return draft, None if same or before["version"] == known else before


async def _emptied(app: web.Application, viewer: Viewer, place: str, known: int) -> JSON | None:
    """What another device wrote meanwhile is not thrown away by one that has nothing."""
    before = await store.draft_in(_person(viewer), place)
    if before is None or before["version"] != known:
        return before
    if not await store.remove_version(before):
        return await store.draft_in(_person(viewer), place)
    await broadcast.draft_changed(app, _person(viewer), place, 0)
    return None


async def drop_in(viewer: Viewer, place: str) -> None:
    """In the transaction of what was posted from it: what is said is no draft any more."""
    await store.remove_draft_in(_person(viewer), place)


async def drop(app: web.Application, viewer: Viewer, place: str) -> None:
    """The viewer threw it away; no matter whether there was one. Raises NotAllowed, Invalid."""
    if await store.remove_draft_in(_person(viewer), check_place(place)):
        await broadcast.draft_changed(app, _person(viewer), place, 0)


async def drop_one(app: web.Application, viewer: Viewer, draft_id: str) -> None:
    """The same, by its id. Raises NotAllowed, NotFound."""
    person = _person(viewer)
    place = await store.place_of(person, draft_id) if is_id(draft_id) else None
    if place is None:
        raise NotFound(_("This draft is gone already."))
    await drop(app, viewer, place)


async def was_posted(viewer: Viewer, client_id: str) -> bool:
    """Whether what left a form under this id arrived: published or held. Raises NotAllowed."""
    return await find_by_client_id(_person(viewer), client_id) is not None


async def forget_old_drafts(_app: web.Application) -> None:
    """What nobody has touched for long, nobody comes back to."""
    await store.remove_older_than(clock.now() - _KEPT_FOR)


def _person(viewer: Viewer) -> str:
    if viewer.id is None:
        raise NotAllowed(_("Sign in to keep drafts."))
    return viewer.id
