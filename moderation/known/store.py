"""Every query and insert about who is known."""

from datetime import datetime

from tortoise.expressions import F

from foundation.queries import Query
from moderation.known.models import KnownPerson
from moderation.known.record import NOBODY, Record

_FIND = Query(
    "SELECT approved, known_at, lost_at FROM known_person WHERE person_id = ?", moments=("known_at", "lost_at")
)
_BEGIN = Query(
    """
    INSERT INTO known_person (person_id, began_at, approved, stood, refused) VALUES (?, ?, 0, 0, 0)
    ON CONFLICT (person_id) DO NOTHING
    """
)


async def record_of(person: str) -> Record:
    """What is known of somebody; of whom nobody has decided anything, nothing."""
    found = await _FIND.rows(person)
    return Record(**found[0]) if found else NOBODY


async def add_approval(person: str, at: datetime) -> None:
    """Count an approved post, and have them known where that is enough. Inside a transaction."""
    await _BEGIN.rows(person, at)
    await KnownPerson.filter(person_id=person).update(approved=F("approved") + 1)
    if (await record_of(person)).earns:
        await KnownPerson.filter(person_id=person).update(known_at=at)


async def add_refusal(person: str, at: datetime) -> None:
    """Count a refused post: they are not known any more, and begin anew. Inside a transaction."""
    await _BEGIN.rows(person, at)
    await KnownPerson.filter(person_id=person).update(refused=F("refused") + 1, approved=0, lost_at=at)


async def take_approval(person: str) -> None:
    """Uncount an approval that was undone. Inside a transaction."""
    await KnownPerson.filter(person_id=person, approved__gt=0).update(approved=F("approved") - 1)
    if not (await record_of(person)).earns:
        await KnownPerson.filter(person_id=person).update(known_at=None)


async def take_refusal(person: str) -> None:
    """Uncount a refusal that was undone or overturned; without any left, nothing was lost. Inside a transaction."""
    await KnownPerson.filter(person_id=person, refused__gt=0).update(refused=F("refused") - 1)
    await KnownPerson.filter(person_id=person, refused=0).update(lost_at=None)
