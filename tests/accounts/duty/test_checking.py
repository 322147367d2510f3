"""Rosa types the three words and reads whose they are, or a clear no."""

from datetime import timedelta

import pytest

from accounts.duty import service
from accounts.duty.code_words import WORDS
from accounts.duty.codes import code_of
from accounts.duty.models import Shift
from accounts.models import Person
from foundation import clock
from foundation.models import AuditEntry
from foundation.openapi import describe
from server.features import APIS
from tests.accounts.browsing import NewBrowser
from tests.accounts.duty.conftest import check, says, words_of
from tests.cast import Cast
from tests.contract.description import Description
from tests.house import House
from tests.rooms_from_outside import Room

NOT_ISSUED = " ".join(WORDS[:3])


@pytest.fixture(autouse=True)
def _as_described(request: pytest.FixtureRequest) -> None:
    if "house" in request.fixturenames:
        house: House = request.getfixturevalue("house")
        house.check = Description(describe([route for api in APIS for route in api.routes])).check


async def test_the_right_words_say_who_where_and_until_when(room: Room, words: str, cast: Cast) -> None:
    for member in (None, cast.rosa, cast.gwen):
        answer = await room.house.caller(member).post("/check", {"code": f"  {words.upper().replace(' ', ', ')}. "})
        assert answer.status == 200, answer.text
        assert answer.json["officer"]["name"] == "Ada Okafor"
        assert answer.json["officer"]["officer"]["number"] == "4127"
        assert answer.json["officer"]["force"]["name"] == "South Wales Police"
        assert (answer.json["surgery"]["id"], answer.json["surgery"]["status"]) == (room.id, "open")
        assert answer.json["until"].endswith("Z")


async def test_the_officers_own_answer_carries_the_same(room: Room, words: str, cast: Cast) -> None:
    duty = (await room.house.caller().get(f"/officers/{cast.ada.id}")).json["on_duty"]
    assert (duty["code"], duty["surgery"]["id"]) == (words, room.id)
    assert (await room.house.caller().get(f"/officers/{cast.huw.id}")).json["on_duty"] is None


async def test_on_duty_without_a_room_is_said_so(house: House, cast: Cast, browser: NewBrowser) -> None:
    await service.begin_shift(house.app, cast.ada.id)
    words = await words_of(house, cast.ada.id)
    assert (await check(house, words)).json["surgery"] is None
    rosa = browser()
    await rosa.get("/check")
    page = await rosa.post("/check", code=str(words))
    assert "in no room at the moment" in page.text
    assert "This holds for this site only." in page.text


async def test_words_that_nobody_has_are_a_no(room: Room, words: str) -> None:
    one_wrong = " ".join([*words.split()[:2], next(word for word in WORDS if word not in words)])
    turned = " ".join(reversed(words.split()))
    for code in (NOT_ISSUED, one_wrong, turned, "amber kettel river"):
        assert (await check(room.house, code)).status == 404, code
    assert "kettel" in (await check(room.house, "amber kettel river")).json["detail"]


@pytest.mark.parametrize(
    "code", ["", "amber kettle", "one two three four", "1 2 3", "x" * 5000, 7, None, ["amber"], {}]
)
async def test_what_is_no_code_at_all_is_malformed(house: House, cast: Cast, code: object) -> None:
    assert (await check(house, code)).status == 422


async def test_old_words_say_that_they_are_old_for_thirty_days(room: Room, words: str) -> None:
    await room.act("close")
    answer = await check(room.house, words)
    assert (answer.status, "old" in answer.json["detail"]) == (410, True)
    clock.move(timedelta(days=29))
    assert (await check(room.house, words)).status == 410
    clock.move(timedelta(days=2))
    assert (await check(room.house, words)).status == 404


async def test_a_suspended_officers_words_are_old_at_once(room: Room, words: str, cast: Cast) -> None:
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    answer = await check(room.house, words)
    assert answer.status == 410
    assert "Okafor" not in answer.text


async def test_a_guesser_has_to_wait_and_a_hall_full_of_people_has_not(room: Room, words: str) -> None:
    for _neighbour in range(60):
        assert (await check(room.house, words)).status == 200
    answers = [await check(room.house, NOT_ISSUED) for _guess in range(40)]
    assert [answer.status for answer in answers[:10]] == [404] * 10, "an ordinary person's few tries pass"
    assert (answers[-1].status, int(answers[-1].headers["Retry-After"]) > 0) == (429, True)
    assert (await check(room.house, words)).status == 429, "else guessing on would find out"


async def test_what_was_asked_is_written_down_and_never_the_words(room: Room, words: str, cast: Cast) -> None:
    await check(room.house, words)
    await check(room.house, NOT_ISSUED)
    await room.act("close")
    await check(room.house, words)
    rows = await AuditEntry.filter(act="code.check").order_by("at").values("subject_id", "details", "reason", "address")
    assert [(row["subject_id"], row["details"]["outcome"]) for row in rows] == [
        (cast.ada.id, "found"), ("", "unknown"), (cast.ada.id, "old")
    ]  # fmt: skip
    assert {row["address"] for row in rows} == {"127.0.0.0/24"}
    assert not says(rows, words)
    assert not says(rows, NOT_ISSUED)


async def test_a_cookie_without_the_pages_token_checks_nothing(room: Room, words: str, cast: Cast) -> None:
    cookie = {"Cookie": f"bluelamp_session={cast.rosa.token}"}
    answer = await room.house.caller().send("POST", "/api/v1/check", json={"code": words}, headers=cookie)
    assert answer.status == 403


async def test_the_page_says_yes_with_everything_that_one_must_know(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser()
    assert (await rosa.get("/check")).status == 200
    page = await rosa.post("/check", code=words)
    assert page.status == 200
    for said in ("Yes, this is PC Ada Okafor", "4127, South Wales Police", "Verified officer",
                 "Bikes and street lights", f'href="/surgeries/{room.id}"', "for this site and for this room only",
                 "proves nothing about a phone"):  # fmt: skip
        assert said in page.text, said
    assert not says(page.text, words), "nothing that another could read over her shoulder"


async def test_the_page_says_no_old_and_what_to_mend(room: Room, words: str, browser: NewBrowser) -> None:
    rosa = browser()
    await rosa.get("/check")
    no = await rosa.post("/check", code=NOT_ISSUED)
    assert (no.status, "No. These are not an officer" in no.text, 'href="tel:101"' in no.text) == (404, True, True)
    unfinished = await rosa.post("/check", code='<b>"amber')
    assert (unfinished.status, "There is a problem" in unfinished.text) == (422, True)
    assert "&lt;b&gt;" in unfinished.text
    await room.act("close")
    old = await rosa.post("/check", code=words)
    assert (old.status, "These words are old" in old.text, "Okafor" in old.text) == (410, True, False)
    for _guess in range(40):
        last = await rosa.post("/check", code=NOT_ISSUED)
    assert (last.status, "Retry-After" in last.headers, "Please wait" in last.text) == (429, True, True)


async def test_words_are_kept_as_a_keyed_hash(house: House, cast: Cast) -> None:
    await service.begin_shift(house.app, cast.ada.id)
    words = str(await words_of(house, cast.ada.id))
    [row] = await Shift.all().values()
    assert not says(row, words)
    assert row["code_key"] == code_of(house.settings, cast.ada.id, row["id"], row["attempt"]).key
