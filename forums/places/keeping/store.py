"""Every insert and change of sections and of forums' modes."""

from collections.abc import Sequence
from typing import Any

from tortoise.expressions import F

from forums.places.models import Forum, ForumKind, Section
from foundation import clock
from foundation.ids import new_id

JSON = dict[str, Any]


async def add_section(force: str, kind: ForumKind, slug: str, position: int, columns: JSON) -> str:
    """Insert it; gives its id."""
    section_id = new_id()
    await Section.create(id=section_id, force_id=force, kind=kind, slug=slug, position=position, **columns)
    return section_id


async def set_section(section_id: str, version: int, columns: JSON) -> bool:
    """Change it, unless somebody did since this version; whether it was changed."""
    changed = await Section.filter(id=section_id, version=version).update(**columns, version=F("version") + 1)
    return changed == 1


async def set_archived(section_id: str, *, archived: bool) -> None:
    await Section.filter(id=section_id).update(
        archived_at=clock.now() if archived else None, version=F("version") + 1
    )  # fmt: skip


async def set_positions(section_ids: Sequence[str]) -> None:
    """Put these in this order."""
    for position, section_id in enumerate(section_ids):
        await Section.filter(id=section_id).update(position=position)


async def forums_of(force: str, kind: ForumKind) -> list[str]:
    """The ids of a force's forums of one kind."""
    return [str(id_) for id_ in await Forum.filter(force_id=force, kind=kind).values_list("id", flat=True)]


async def set_mode(forum_id: str, mode: str, seconds: int | None) -> None:
    await Forum.filter(id=forum_id).update(mode=mode, slow_seconds=seconds)
