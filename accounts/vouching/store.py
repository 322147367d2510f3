"""Every query of sheets of codes."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from tortoise.functions import Count

from accounts.models import Person
from accounts.vouching.models import VouchBatch, VouchCode
from foundation import clock
from foundation.ids import new_id

JSON = dict[str, Any]
_LISTED = 50


async def add_batch(officer: str, neighbourhood: str, hashes: Sequence[str], expires_at: datetime) -> str:
    """Add a sheet with the hashes of its codes; gives its id. Inside a transaction."""
    batch = await VouchBatch.create(
        id=new_id(), officer_id=officer, neighbourhood_id=neighbourhood, made_at=clock.now(), expires_at=expires_at
    )
    await VouchCode.bulk_create([VouchCode(id=new_id(), batch_id=batch.id, code_hash=code) for code in hashes])
    return batch.id


async def batches_of(officer: str) -> list[JSON]:
    """An officer's sheets, newest first, with how many codes each has (`codes`) and how many were `used`."""
    sheets = VouchBatch.filter(officer_id=officer).order_by("-id").limit(_LISTED)
    counted = sheets.annotate(codes=Count("codes"), used=Count("codes__used_at"))
    return await counted.values("id", "neighbourhood_id", "made_at", "expires_at", "ended_at", "codes", "used")


async def set_ended(officers: Collection[str], batch: str | None = None) -> int:
    """End one sheet of these officers, or all that still count; gives how many ended."""
    standing = VouchBatch.filter(officer_id__in=list(officers), ended_at=None, expires_at__gt=clock.now())
    return await (standing.filter(id=batch) if batch else standing).update(ended_at=clock.now())


async def code_of(code_hash: str) -> JSON | None:
    """A code with its sheet and the state of the officer who printed it."""
    return await VouchCode.filter(code_hash=code_hash).first().values(
        "id", "used_at", "used_by_id", "batch_id", "batch__neighbourhood_id", "batch__expires_at", "batch__ended_at",
        "batch__officer__role", "batch__officer__suspended_at", "batch__officer__closed_at",
        "batch__officer__record__confirmed_at",
    )  # fmt: skip


async def set_used(code: str, person: str) -> bool:
    """Use a code up; False where somebody else was first."""
    return bool(await VouchCode.filter(id=code, used_at=None).update(used_by_id=person, used_at=clock.now()))


async def resident(person: str) -> JSON:
    """What decides whether somebody can be vouched for."""
    return await Person.get(id=person).values("role", "neighbourhood_id", "confirmed_at")


async def set_confirmed(person: str, neighbourhood: str) -> bool:
    """Let a resident be vouched for in this neighbourhood, theirs from now on if they gave none.

    False where they gave another, or were vouched for, in between.
    """
    now = clock.now()
    unconfirmed = Person.filter(id=person, confirmed_at=None, closed_at=None)
    theirs = unconfirmed.filter(neighbourhood_id=neighbourhood)
    if await theirs.update(confirmed_at=now):
        return True
    nowhere = unconfirmed.filter(neighbourhood_id=None)
    return bool(await nowhere.update(confirmed_at=now, neighbourhood_id=neighbourhood))
