"""A case is sealed after people have written of it: what stands published waits for somebody who is cleared."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from moderation.items.models import ReviewItem
from moderation.sealed.looking_back_service import look_back
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"
SAID = f"They say it was {NAME}, of all people"


@pytest.fixture
def limits() -> bool:
    return False


async def _items() -> list[tuple[str, str | None]]:
    rows = await ReviewItem.filter(state="open").order_by("id")
    return [(row.target_id, row.case_id) for row in rows]


async def test_what_was_published_before_waits_for_who_is_cleared_and_still_stands(
    room: Room, cast: Cast, seal: Seal
) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    said = (await rosa.say(SAID))["id"]
    await rosa.say("The bins were late again")
    case = await seal(NAME)
    await look_back(room.house.app)
    assert await _items() == [(said, case)]
    assert (await room.house.caller(cast.mo).get("/moderation/queue")).json["items"][0]["text"] is None
    await ada.live.quiet()
    assert ada.live.entries("message_hidden") == [], "a person decides"
    found = await AuditEntry.get(act="case.look_back", subject_id=case)
    assert (found.details, found.actor_id) == ({"found": 1}, None)
    await look_back(room.house.app)
    assert await AuditEntry.filter(act="case.look_back").count() == 1, "once for the same terms"


async def test_terms_that_come_later_are_looked_for_too_and_nothing_is_asked_twice(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    rosa = await room.enter(cast.rosa)
    first, second = (await rosa.say(SAID))["id"], (await rosa.say("Or Gwilym Rowlands?"))["id"]
    case = await seal(NAME)
    await look_back(room.house.app)
    await ReviewItem.filter(target_id=first).update(state="decided", open_key=None)
    clock.move(timedelta(seconds=5))
    dee = browser(cast.dee)
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/terms", terms="Gwilym Rowlands")).status == 303
    await look_back(room.house.app)
    assert await _items() == [(second, case)]
