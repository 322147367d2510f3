"""Every query and insert about drafts."""

from datetime import datetime
from typing import Any

from forums.drafts.models import Draft
from foundation import clock
from foundation.database import dialect
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_COLUMNS = ("id", "place", "title", "body", "section", "reply_to", "version", "changed_at")
# Every page with a form asks it.
_SELECT = """
    SELECT id, place, title, body, section, reply_to, version, changed_at
    FROM forum_draft WHERE person_id = ? AND place = ?
    """
_DRAFT = Query(_SELECT, moments=("changed_at",))
# In one statement: a draft that begins between finding none to lock and reading it would be read without its lock.
_DRAFT_LOCKED = Query(_SELECT, "FOR UPDATE", moments=("changed_at",))


async def draft_in(person_id: str, place: str) -> JSON | None:
    rows = await _DRAFT.rows(person_id, place)
    return rows[0] if rows else None


async def draft_to_change(person_id: str, place: str) -> JSON | None:
    """The same, for a transaction that writes it: no other one does until its end."""
    query = _DRAFT if dialect() == "sqlite" else _DRAFT_LOCKED
    rows = await query.rows(person_id, place)
    return rows[0] if rows else None


async def drafts_of(person_id: str) -> list[JSON]:
    """The latest first."""
    return list(await Draft.filter(person_id=person_id).order_by("-changed_at", "-id").values(*_COLUMNS))


async def place_of(person_id: str, draft_id: str) -> str | None:
    """Where one of a person's drafts belongs, by its id."""
    rows = await Draft.filter(person_id=person_id, id=draft_id).values_list("place", flat=True)
    return str(rows[0]) if rows else None


async def add_draft(person_id: str, place: str, words: dict[str, str]) -> JSON:
    """Raises IntegrityError where there is one."""
    draft = Draft(id=new_id(), person_id=person_id, place=place, changed_at=clock.now(), **words)
    await draft.save(force_create=True)
    return {name: getattr(draft, name) for name in _COLUMNS}


async def set_draft(draft: JSON, words: dict[str, str]) -> JSON:
    """Put other words in their place; gives the row as it is then."""
    changed = {**words, "version": draft["version"] + 1, "changed_at": clock.now()}
    await Draft.filter(id=draft["id"]).update(**changed)
    return draft | changed


async def remove_draft_in(person_id: str, place: str) -> int:
    """Gives how many there were: none or one."""
    return int(await Draft.filter(person_id=person_id, place=place).delete())


async def remove_version(draft: JSON) -> int:
    """Gives how many went: none, where other words were put there since."""
    return int(await Draft.filter(id=draft["id"], version=draft["version"]).delete())


async def remove_all_but(person_id: str, most: int) -> None:
    """Keep the latest ones only."""
    older = await Draft.filter(person_id=person_id).order_by("-changed_at", "-id").offset(most).limit(most).values("id")
    if older:
        await Draft.filter(id__in=[row["id"] for row in older]).delete()


async def remove_older_than(moment: datetime) -> int:
    return int(await Draft.filter(changed_at__lt=moment).delete())
