"""Evidence can be emptied when its time is over, and not changed: the database itself refuses."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from tortoise.exceptions import BaseORMException

from foundation import clock
from foundation.settings import Settings
from moderation.evidence.models import Evidence, EvidencePicture
from tests.cast import Cast
from tests.moderation.evidence.kept import kept, said_by_rosa

REFUSED = (BaseORMException, asyncpg.RaiseError)


@pytest.mark.parametrize(
    "change",
    [
        {"snapshot": "{}"},
        {"snapshot": None},
        {"digest": "0" * 64},
        {"target_id": "another"},
        {"taken_at": clock.now()},
        {"author_id": None},
        {"item_id": "another"},
        {"snapshot": "{}", "purged_at": clock.now()},
    ],
    ids=lambda change: "+".join(change),
)
async def test_nobody_changes_what_was_kept(database: Settings, cast: Cast, change: dict[str, Any]):
    evidence = await kept(said_by_rosa(cast), [], item_id="item000000000000")
    before = await Evidence.get(id=evidence).values()
    with pytest.raises(REFUSED, match="never changed"):
        await Evidence.filter(id=evidence).update(**change)
    assert await Evidence.get(id=evidence).values() == before


async def test_nobody_deletes_it_or_puts_another_picture_in_its_place(database: Settings, cast: Cast):
    await kept(said_by_rosa(cast), [])
    with pytest.raises(REFUSED, match="never deleted"):
        await Evidence.all().delete()
    with pytest.raises(REFUSED, match="never changed"):
        await EvidencePicture.all().update(content=b"another face")
    assert await Evidence.all().count() == 1


async def test_it_is_emptied_once_and_for_good(database: Settings, cast: Cast):
    evidence = await kept(said_by_rosa(cast), [])
    await Evidence.filter(id=evidence).update(snapshot=None, purged_at=clock.now())
    with pytest.raises(REFUSED, match="never changed"):
        await Evidence.filter(id=evidence).update(purged_at=clock.now() + timedelta(days=1))
