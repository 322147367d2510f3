"""Every query and insert about canned answers."""

from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from rooms.console.models import CannedAnswer

JSON = dict[str, Any]
_COLUMNS = ("id", "force_id", "owner_id", "title", "body")


async def canned_for(force_id: str, person_id: str) -> list[JSON]:
    """Somebody's own and those of their force, by title."""
    theirs = CannedAnswer.filter(Q(owner_id=person_id) | Q(owner_id=None), force_id=force_id)
    return list(await theirs.order_by("title", "id").values(*_COLUMNS))


async def count_canned(force_id: str, owner_id: str | None) -> int:
    return await CannedAnswer.filter(force_id=force_id, owner_id=owner_id).count()


async def add_canned(force_id: str, owner_id: str | None, by: str, title: str, body: str) -> str:
    canned_id = new_id()
    await CannedAnswer.create(
        id=canned_id, force_id=force_id, owner_id=owner_id, title=title, body=body, created_by=by,
        changed_at=clock.now(),
    )  # fmt: skip
    return canned_id


async def set_canned(canned_id: str, title: str, body: str) -> None:
    await CannedAnswer.filter(id=canned_id).update(title=title, body=body, changed_at=clock.now())


async def remove_canned(canned_id: str) -> None:
    await CannedAnswer.filter(id=canned_id).delete()
