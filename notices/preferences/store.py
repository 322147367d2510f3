"""Every query of how people want to be told."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from notices.kinds import NoticeKind, Ways
from notices.models import NoticeChoice

JSON = dict[str, Any]


async def choices_of(person: str) -> dict[str, Ways]:
    """What a person chose, by kind; a kind that they chose nothing for is not in it."""
    rows = await NoticeChoice.filter(person_id=person).values("kind", "mail", "push")
    return {row["kind"]: Ways(row["mail"], row["push"]) for row in rows}


async def choices_for(people: Collection[str], kind: NoticeKind) -> dict[str, Ways]:
    """What each of these people chose for one kind; who chose nothing for it is not in it."""
    rows = await NoticeChoice.filter(person_id__in=list(people), kind=kind).values("person_id", "mail", "push")
    return {row["person_id"]: Ways(row["mail"], row["push"]) for row in rows}


async def set_choice(person: str, kind: NoticeKind, ways: Ways) -> None:
    """Put a choice in the place of what was chosen before; inside a transaction."""
    now = clock.now()
    row = NoticeChoice(id=new_id(), person_id=person, kind=kind, mail=ways.mail, push=ways.push, changed_at=now)
    await NoticeChoice.bulk_create([row], ignore_conflicts=True)
    await NoticeChoice.filter(person_id=person, kind=kind).update(mail=ways.mail, push=ways.push, changed_at=now)


async def remove_choices(person: str) -> None:
    await NoticeChoice.filter(person_id=person).delete()
