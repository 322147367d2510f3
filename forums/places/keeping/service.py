"""Keeping the sections of a force's forums: adding, changing, ordering and archiving them."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Final

from aiohttp import web

from forums.places import store
from forums.places.defaults import GENERAL
from forums.places.keeping import store as keeping_store
from forums.places.keeping.policy import access_section_to_keep, check_keeps
from forums.places.keeping.section_drafts import SectionDraft, check_section, slug_of
from forums.places.models import ForumKind
from forums.places.service import make_sections
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from foundation.turns import take_turn
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]
MOST = 20
"""Sections of one kind of forum that take topics: more nobody finds their way in."""


async def kept_sections(viewer: Viewer) -> dict[ForumKind, list[JSON]]:
    """All sections of the viewer's force, by the kind of forum, in their order. Raises NotAllowed."""
    force = check_keeps(viewer)
    for kind in ForumKind:
        await make_sections(force, kind)
    return {kind: await store.sections(force, kind) for kind in ForumKind}


async def kept_section(viewer: Viewer, section_id: str) -> JSON:
    """The row of one of them. Raises NotAllowed, NotFound."""
    return await access_section_to_keep(viewer, section_id)


async def add_section(app: web.Application, viewer: Viewer, kind: ForumKind, draft: SectionDraft) -> str:
    """Have one more, at the end, in all forums of this kind; gives its id. Raises NotAllowed, Invalid, Conflict."""
    force, checked = check_keeps(viewer), check_section(draft)
    await _check_unsealed(app, force, checked)
    # Else this one would stand in the place of those that a forum begins with.
    await make_sections(force, kind)

    async def work() -> Change[str]:
        await take_turn(f"forums:{force}:{kind}")
        there = await store.sections(force, kind)
        _check_room(there)
        slug = slug_of(checked.name, frozenset(row["slug"] for row in there))
        section_id = await keeping_store.add_section(force, kind, slug, len(there), checked.columns)
        return await _changed(viewer, "section.add", {"id": section_id, "force_id": force, "kind": kind})

    return await write(app, work)


async def change_section(
    app: web.Application, viewer: Viewer, section_id: str, version: int, draft: SectionDraft
) -> str:
    """Change what it is; its slug stays, so that its addresses lead where they led.

    Raises NotAllowed, NotFound, Invalid, and Conflict where somebody changed it since `version`.
    """
    section, checked = await access_section_to_keep(viewer, section_id), check_section(draft)
    await _check_unsealed(app, section["force_id"], checked)

    async def work() -> Change[str]:
        if not await keeping_store.set_section(section_id, version, checked.columns):
            raise Conflict(_("Somebody else changed this section meanwhile. What it is now stands below your changes."))
        return await _changed(viewer, "section.change", section)

    return await write(app, work)


async def move_section(app: web.Application, viewer: Viewer, section_id: str, *, up: bool) -> str:
    """Let it change places with the one before or after it. Raises NotAllowed, NotFound."""
    section = await access_section_to_keep(viewer, section_id)

    async def order() -> None:
        rows = await store.sections(section["force_id"], section["kind"])
        ids = [row["id"] for row in rows if row["archived_at"] is None]
        if section_id in ids:
            now = ids.index(section_id)
            then = min(max(0, now + (-1 if up else 1)), len(ids) - 1)
            ids.insert(then, ids.pop(now))
        await keeping_store.set_positions([*ids, *(row["id"] for row in rows if row["archived_at"] is not None)])

    return await _in_turn(app, viewer, section, "section.move", order)


async def archive_section(app: web.Application, viewer: Viewer, section_id: str) -> str:
    """Let it take no new topics; what was written in it stays. Raises NotAllowed, NotFound, Conflict for the last."""
    section = await access_section_to_keep(viewer, section_id)
    if section["slug"] == GENERAL:
        raise Conflict(_("This section stays: it is where a topic goes whose writer chose none."))
    return await _in_turn(
        app, viewer, section, "section.archive", lambda: keeping_store.set_archived(section_id, archived=True)
    )


async def restore_section(app: web.Application, viewer: Viewer, section_id: str) -> str:
    """Let it take topics again. Raises NotAllowed, NotFound, Conflict (too many)."""
    section = await access_section_to_keep(viewer, section_id)

    async def restore() -> None:
        _check_room(await store.sections(section["force_id"], section["kind"]))
        await keeping_store.set_archived(section_id, archived=False)

    return await _in_turn(app, viewer, section, "section.restore", restore)


ACTS: Final[Mapping[str, Callable[[web.Application, Viewer, str], Awaitable[str]]]] = {
    "up": partial(move_section, up=True),
    "down": partial(move_section, up=False),
    "archive": archive_section,
    "restore": restore_section,
}
"""What is done with a section as it is, by its name."""


async def _in_turn(
    app: web.Application, viewer: Viewer, section: JSON, act: str, change: Callable[[], Awaitable[None]]
) -> str:
    async def work() -> Change[str]:
        await take_turn(f"forums:{section['force_id']}:{section['kind']}")
        await change()
        return await _changed(viewer, act, section)

    return await write(app, work)


async def _changed(viewer: Viewer, act: str, section: JSON) -> Change[str]:
    """Written down; every forum that has the section shows something else. Gives the section's id."""
    await add_entry(
        act=act, actor=viewer, subject_type="section", subject_id=section["id"], details={"kind": section["kind"]}
    )  # fmt: skip
    forums = await keeping_store.forums_of(section["force_id"], ForumKind(section["kind"]))
    return Change(str(section["id"]), forums=forums)


def _check_room(there: list[JSON]) -> None:
    if sum(row["archived_at"] is None for row in there) >= MOST:
        raise Conflict(_("There are %(most)s already. Archive one that nobody uses.", most=MOST))


async def _check_unsealed(app: web.Application, force: str, draft: SectionDraft) -> None:
    for field in ("name", "name_cy", "about", "about_cy"):
        await check_unsealed(app, force, getattr(draft, field), field=field)
