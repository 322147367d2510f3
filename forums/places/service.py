"""Forums and their sections, made when they are first needed. Who may see them, `forums.places.policy` says."""

from collections.abc import Sequence
from typing import Any

from forums.places import store
from forums.places.defaults import default_sections
from forums.places.models import ForumKind
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.language import _
from foundation.turns import take_turn
from neighbourhoods.service import access_neighbourhood

JSON = dict[str, Any]


async def forum_of_neighbourhood(neighbourhood: str) -> JSON:
    """The row of a neighbourhood's forum: `{id, key, kind, force_id, neighbourhood_id, mode, slow_seconds, …}`.

    Raises NotFound for an unknown neighbourhood.
    """
    place = await access_neighbourhood(neighbourhood)
    return await _forum(ForumKind.NEIGHBOURHOOD, place.force_id, place.id)


async def forum_of_force(force: str) -> JSON:
    """The row of the forum for all of a force's area. The force must be known."""
    return await _forum(ForumKind.FORCE, force)


async def staff_forum(force: str) -> JSON:
    """The row of the forum that only a force's staff find. The force must be known."""
    return await _forum(ForumKind.STAFF, force)


async def sections_of(forum: JSON, *, archived: bool = False) -> list[JSON]:
    """The rows of its sections in their order; those that take no new topics any more only with `archived`."""
    rows = await store.sections(forum["force_id"], forum["kind"])
    return [row for row in rows if archived or row["archived_at"] is None]


async def section_named(forum: JSON, name: str) -> JSON:
    """The section of this slug or id, archived or not; raises NotFound."""
    return one_named(await sections_of(forum, archived=True), name)


def one_named(sections: Sequence[JSON], name: str) -> JSON:
    """The section of this slug or id among these rows; raises NotFound."""
    for row in sections:
        if name in (row["slug"], row["id"]):
            return row
    raise NotFound(_("There is no such section in this forum."))


async def make_sections(force: str, kind: ForumKind) -> None:
    """Have the sections that a force's forums of this kind begin with, where it has none yet."""
    if not await store.sections(force, kind):
        await atomic(lambda: _make_sections(kind, force))


async def _forum(kind: ForumKind, force: str, neighbourhood: str | None = None) -> JSON:
    key = f"{kind}:{neighbourhood or force}"
    found = await store.forums_by_key([key])
    if key not in found:
        await atomic(lambda: _make(key, kind, force, neighbourhood))
        found = await store.forums_by_key([key])
    return found[key]


async def _make(key: str, kind: ForumKind, force: str, neighbourhood: str | None) -> None:
    """With the sections that all of a force's forums of its kind have, where it is the first of them."""
    await _make_sections(kind, force)
    await store.add_forum(key, kind, force, neighbourhood)


async def _make_sections(kind: ForumKind, force: str) -> None:
    await take_turn(f"forums:{force}:{kind}")
    if not await store.sections(force, kind):
        await store.add_sections(default_sections(force, kind))
