"""A resident enters the code that an officer gave them: once, in time, and for where they live."""

import asyncio
from datetime import timedelta

import pytest

from accounts.models import Person
from accounts.vouching.models import VouchBatch, VouchCode
from accounts.vouching.service import end_sheets_of
from foundation import clock
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.vouching.conftest import Enter, Print
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.rooms_from_outside import Room


async def tier(house: House, member) -> str:
    return str((await house.caller(member).get("/me")).json["tier"])


async def test_rosa_enters_her_code_and_is_confirmed(
    house: House, cast: Cast, print_codes: Print, enter: Enter
) -> None:
    assert await tier(house, cast.rosa) == "email"
    codes = await print_codes(cast.ada, 3)
    assert "You are confirmed" in (await enter(cast.rosa, codes[0])).text
    assert await tier(house, cast.rosa) == "confirmed"
    entry = await AuditEntry.get(act="resident.confirm")
    assert (entry.actor_id, entry.subject_id, entry.details["neighbourhood"]) == (cast.rosa.id, cast.rosa.id, HOME)


@pytest.mark.parametrize("typed", ["lower", "spaced", "mistaken"])
async def test_a_code_is_read_however_it_is_typed(
    house: House, cast: Cast, print_codes: Print, enter: Enter, typed: str
) -> None:
    code = (await print_codes(cast.ada, 1))[0]
    mistaken = code.replace("0", "O").replace("1", "l")
    written = {"lower": code.lower(), "spaced": f" {code.replace('-', ' - ')} ", "mistaken": mistaken}[typed]
    assert "You are confirmed" in (await enter(cast.rosa, written)).text


async def test_a_code_gives_a_neighbourhood_to_who_named_none(
    house: House, cast: Cast, print_codes: Print, enter: Enter
) -> None:
    await Person.filter(id=cast.rosa.id).update(neighbourhood_id=None)
    await enter(cast.rosa, (await print_codes(cast.ada, 1))[0])
    assert (await house.caller(cast.rosa).get("/me")).json["neighbourhood"] == HOME


async def test_a_code_for_elsewhere_says_what_to_do(house: House, cast: Cast, print_codes: Print, enter: Enter) -> None:
    assert cast.olga.places == (ELSEWHERE,)
    code = (await print_codes(cast.ada, 1))[0]
    refused = await enter(cast.olga, code)
    assert refused.status == 409
    assert "This code is for Cathays" in refused.text
    assert "ask the officers of Penarth" in refused.text
    assert await tier(house, cast.olga) == "email"
    assert "You are confirmed" in (await enter(cast.rosa, code)).text, "it was not used up"


async def test_a_code_works_once(house: House, cast: Cast, print_codes: Print, enter: Enter) -> None:
    code = (await print_codes(cast.ada, 1))[0]
    await enter(cast.rosa, code)
    refused = await enter(cast.amir, code)
    assert (refused.status, "was used already" in refused.text) == (409, True)
    assert await tier(house, cast.amir) == "email"


async def test_two_at_once_use_it_once(house: House, cast: Cast, print_codes: Print, enter: Enter) -> None:
    code = (await print_codes(cast.ada, 1))[0]
    pages = await asyncio.gather(enter(cast.rosa, code), enter(cast.amir, code))
    assert sorted(page.status for page in pages) == [200, 409]
    assert sorted([await tier(house, cast.rosa), await tier(house, cast.amir)]) == ["confirmed", "email"]
    assert await AuditEntry.filter(act="resident.confirm").count() == 1


async def test_who_is_confirmed_keeps_a_second_code_for_a_neighbour(
    house: House, cast: Cast, print_codes: Print, enter: Enter
) -> None:
    first, second = await print_codes(cast.ada, 2)
    await enter(cast.rosa, first)
    assert "The code was not used" in (await enter(cast.rosa, second)).text
    assert "You are confirmed" in (await enter(cast.amir, second)).text


async def test_codes_that_count_no_more_say_why(
    house: House, cast: Cast, print_codes: Print, enter: Enter, browser: NewBrowser
) -> None:
    late, ended = (await print_codes(cast.ada, 1))[0], (await print_codes(cast.ada, 1))[0]
    newest = await VouchBatch.all().order_by("-id").first()
    page = browser(cast.ada)
    await page.get("/account/codes")
    assert newest is not None
    assert (await page.post(f"/account/codes/{newest.id}/end")).status == 303
    assert "does not count any more" in (await enter(cast.rosa, ended)).text
    assert "We do not know this code" in (await enter(cast.rosa, "00000-00000")).text
    assert "ten letters and numbers" in (await enter(cast.rosa, "hello")).text
    await VouchBatch.filter(ended_at=None).update(expires_at=clock.now() - timedelta(seconds=1))
    assert "has run out" in (await enter(cast.rosa, late)).text
    assert await tier(house, cast.rosa) == "email"


async def test_codes_die_with_their_officers_suspension(
    house: House, cast: Cast, print_codes: Print, enter: Enter
) -> None:
    first, second = await print_codes(cast.ada, 2)
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    assert "does not count any more" in (await enter(cast.rosa, first)).text
    await end_sheets_of([cast.ada.id])
    await Person.filter(id=cast.ada.id).update(suspended_at=None)
    assert "does not count any more" in (await enter(cast.rosa, second)).text, "not even when the officer is back"


async def test_nobody_vouches_for_staff_or_guests(house: House, cast: Cast, print_codes: Print, enter: Enter) -> None:
    code = (await print_codes(cast.ada, 1))[0]
    for member, words in ((cast.ada, "These codes are for residents"), (cast.dee, "These codes are for residents"),
                          (cast.gwen, "You are here as a guest")):  # fmt: skip
        refused = await enter(member, code)
        assert (refused.status, words in refused.text) == (403, True)
    assert (await VouchCode.get()).used_at is None


async def test_guessing_is_slowed(house: House, cast: Cast, enter: Enter) -> None:
    answers = [(await enter(cast.rosa, f"00000-000{number:02}")).status for number in range(11)]
    assert answers == [404] * 10 + [429]


async def test_others_are_never_shown_the_tier(
    house: House, cast: Cast, room: Room, print_codes: Print, enter: Enter
) -> None:
    await enter(cast.rosa, (await print_codes(cast.ada, 1))[0])
    said = await (await room.enter(cast.rosa)).say("Good evening")
    [posted] = [entry for entry in await room.log(member=cast.amir) if entry["data"].get("id") == said["id"]]
    assert "confirmed" not in str(posted)
    assert "tier" not in str(posted)
    assert "confirmed" not in (await house.page(f"/surgeries/{room.id}", cast.ada)).text
