"""Which decisions are about a sealed case: each of an item's, and not the last one alone."""

from datetime import timedelta
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.settings import Settings
from moderation.decisions.reading import cases_of
from moderation.items.models import ReviewItem
from moderation.models import Decision


async def _item(case: str | None) -> str:
    now = clock.now()
    times: dict[str, Any] = {"due_at": now + timedelta(hours=1), "opened_at": now, "changed_at": now}
    of: dict[str, Any] = {
        "target_type": "message",
        "target_id": new_id(),
        "force_id": "south-wales",
        "cause": "held",
        "kind": "other",
    }
    return str((await ReviewItem.create(id=new_id(), case_id=case, priority=1, **of, **times)).id)


async def _decision(item: str | None) -> str:
    of: dict[str, Any] = {
        "target_type": "message",
        "target_id": new_id(),
        "action": "hide",
        "rules_version": 1,
        "item_id": item,
    }
    return str((await Decision.create(id=new_id(), at=clock.now(), **of)).id)


async def test_two_decisions_about_one_item_are_both_sealed(database: Settings) -> None:
    case = new_id()
    sealed, plain = await _item(case), await _item(None)
    first, second = await _decision(sealed), await _decision(sealed)
    others = [await _decision(plain), await _decision(None)]
    assert await cases_of([first, second, *others]) == {first: case, second: case}
    assert await cases_of([]) == {}
