"""What residents say about themselves: the name, the neighbourhood, the age; and who is shown it."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from accounts.residents import details_service
from accounts.residents.naming import check_shown
from foundation import clock
from foundation.models import AuditEntry, AuditPersonal
from tests.accounts.browsing import NewBrowser
from tests.accounts.residents.signing_up import sign_up
from tests.cast import Cast, Member
from tests.house import House


async def test_rosa_is_shown_under_less_than_her_name(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account/name")
    for shown_as, shown in (("initial", "Rosa W"), ("first", "Rosa"), ("full", "Rosa ap Wyn")):
        answer = await rosa.post("/account/name", name="Rosa ap Wyn", shown_as=shown_as)
        assert answer.headers["Location"] == "/account?renamed"
        assert (await house.caller(cast.rosa).get("/me")).json["person"]["name"] == shown
    assert 'value="Rosa ap Wyn"' in (await rosa.get("/account/name")).text
    entry = await AuditEntry.filter(act="person.rename").order_by("-id").first()
    assert entry is not None
    assert entry.details == {}
    assert "Rosa ap Wyn" in (await AuditPersonal.get(id=entry.id)).details


async def test_only_what_is_shown_is_checked_and_nobody_becomes_amir(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account/name")
    assert (await rosa.post("/account/name", name="Rosa Constable", shown_as="first")).status == 303
    refused = await rosa.post("/account/name", name="PC Rosa", shown_as="first")
    assert (refused.status, 'href="#name"' in refused.text, 'value="PC Rosa"' in refused.text) == (422, True, True)
    assert (await rosa.post("/account/name", name="Amir Khan", shown_as="full")).status == 409


@pytest.mark.parametrize(("who", "status"), [("amir", 409), ("ada", 422)])
async def test_who_takes_the_name_while_rosa_changes_to_it_keeps_it(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch, who: str, status: int
) -> None:
    """The name is asked about once more with the row that takes it: here somebody comes right between."""
    other: Member = getattr(cast, who)

    async def come_between(*asked: Any) -> str:
        name = await check_shown(*asked)
        await Person.filter(id=other.id).update(name=name, name_skeleton=name_skeleton(name))
        return name

    monkeypatch.setattr(details_service, "check_shown", come_between)
    assert (await house.caller(cast.rosa).patch("/me", {"name": "Bethan Rowe"})).status == status
    assert (await Person.get(id=cast.rosa.id)).name == cast.rosa.name


async def test_under_16s_are_shown_under_their_first_name_by_every_door(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    ben = browser()
    person = await sign_up(ben, name="Ben Price Evans", shown_as="full", age_band="under_16")
    assert (person.name, person.shown_as) == ("Ben", "first")
    await ben.get("/account/name")
    await ben.post("/account/name", name="Benny Evans", shown_as="full")
    me = house.caller(token=ben.token)
    assert (await me.get("/me")).json["person"]["name"] == "Benny"
    changed = await me.patch("/me", {"name": "Ben Evans"})
    assert (changed.status, changed.json["name"]) == (200, "Ben")


async def test_two_children_of_one_name_are_told_apart(house: House, cast: Cast, browser: NewBrowser) -> None:
    browsers = [browser() for _each in range(3)]
    names = [
        (await sign_up(each, email=f"ben{n}@example.org", name="Ben Evans", age_band="under_16")).name
        for n, each in enumerate(browsers)
    ]
    assert names == ["Ben", "Ben 2", "Ben 3"]
    third = house.caller(token=browsers[2].token)
    assert (await third.patch("/me", {"name": "Siôn Evans"})).json["name"] == "Siôn"
    assert (await third.patch("/me", {"name": "Ben Evans"})).json["name"] == "Ben 3"


async def test_ben_said_too_much_and_comes_back_under_protection(house: House, cast: Cast, browser: NewBrowser) -> None:
    ben = browser()
    person = await sign_up(ben, name="Ben Evans", shown_as="full", age_band="18_or_over")
    assert person.name == "Ben Evans"
    await ben.get("/account/age")
    assert (await ben.post("/account/age", age_band="toddler")).status == 422
    assert (await ben.post("/account/age", age_band="under_16")).headers["Location"] == "/account?age"
    assert (await house.caller(token=ben.token).get("/me")).json["person"]["name"] == "Ben"
    assert "Because you are under 16" in (await ben.get("/account")).text
    await ben.post("/account/age", age_band="16_or_17")
    assert (await house.caller(token=ben.token).get("/me")).json["person"]["name"] == "Ben", "until he changes it"
    assert "Because you are under 16" not in (await ben.get("/account")).text
    assert await AuditEntry.filter(act="age.change", subject_id=person.id, details={}).count() == 2


@pytest.mark.parametrize("name", ["Gwent Evans", "Swp Evans", "\u2019 Evans"])
async def test_who_says_to_be_young_gets_no_name_that_was_not_looked_at(
    house: House, cast: Cast, browser: NewBrowser, name: str
) -> None:
    ben = browser()
    assert (await sign_up(ben, name=name, shown_as="full", age_band="18_or_over")).name == name
    await ben.get("/account/age")
    refused = await ben.post("/account/age", age_band="under_16")
    assert refused.status == 422
    assert "name" in refused.text.lower()
    assert (await house.caller(token=ben.token).get("/me")).json["person"]["name"] == name


async def test_rosa_says_where_she_lives_and_only_the_neighbourhood_is_kept(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    assert "give your postcode" in (await rosa.get("/account")).text
    await rosa.get("/account/neighbourhood")
    for wrong in ("", "banana", "CF99 9ZZ"):
        answer = await rosa.post("/account/neighbourhood", postcode=wrong)
        assert (answer.status, 'href="#postcode"' in answer.text) == (422, True), wrong
    assert (await house.caller(cast.rosa).get("/me")).json["tier"] == "email"
    assert (await rosa.post("/account/neighbourhood", postcode="cf101aa")).status == 303
    me = (await house.caller(cast.rosa).get("/me")).json
    assert (me["tier"], me["neighbourhood"]) == ("postcode", "cathays")
    assert "enter your code" in (await rosa.get("/account")).text
    assert "CF10" not in str(await Person.get(id=cast.rosa.id).values()).upper()


async def test_rosa_moves_away_and_is_not_confirmed_any_more(house: House, cast: Cast, browser: NewBrowser) -> None:
    await Person.filter(id=cast.rosa.id).update(confirmed_at=clock.now(), postcode_given_at=clock.now())
    rosa = browser(cast.rosa)
    assert "has confirmed" in (await rosa.get("/account")).text
    await rosa.get("/account/neighbourhood")
    await rosa.post("/account/neighbourhood", postcode="CF10 1AA")
    assert (await house.caller(cast.rosa).get("/me")).json["tier"] == "confirmed", "she lives where she lived"
    await rosa.post("/account/neighbourhood", postcode="CF64 1AA")
    me = (await house.caller(cast.rosa).get("/me")).json
    assert (me["tier"], me["neighbourhood"]) == ("postcode", "penarth")


@pytest.mark.parametrize("who", ["gwen", "ada", "mo"])
async def test_only_residents_have_a_home_and_an_age(house: House, cast: Cast, browser: NewBrowser, who: str) -> None:
    here = browser(getattr(cast, who))
    await here.get("/account")
    assert (await here.post("/account/neighbourhood", postcode="CF64 1AA")).status == 403
    assert (await here.post("/account/age", age_band="under_16")).status == 403
    row = await Person.get(id=getattr(cast, who).id).values("neighbourhood_id", "age_band")
    assert row == {"neighbourhood_id": None, "age_band": None}


async def test_forged_fields_change_nothing(house: House, cast: Cast, browser: NewBrowser) -> None:
    before = await Person.get(id=cast.rosa.id).values()
    forged = {
        "role": "officer", "officer[rank]": "PC", "officer[verified]": "true", "force": "south-wales", "scope": "force",
        "force_id": "south-wales", "confirmed_at": "2026-01-01", "tier": "confirmed", "id": cast.ada.id,
        "email": "x@example.org", "person": cast.ada.id, "shown_as": "officer",
    }  # fmt: skip
    rosa = browser(cast.rosa)
    for path, fields in (
        ("/account/name", {"name": "Rosa Jones"}),
        ("/account/neighbourhood", {"postcode": "CF10 1AA"}),
        ("/account/age", {"age_band": "18_or_over"}),
    ):
        await rosa.get(path)
        assert (await rosa.post(path, **{**forged, **fields})).status == 303
    after = await Person.get(id=cast.rosa.id).values()
    changed = {column for column in before if before[column] != after[column]}
    assert changed == {"full_name", "shown_as", "postcode_given_at", "age_band"}


async def test_neither_tier_nor_age_is_shown_to_others(house: House, cast: Cast, browser: NewBrowser, room) -> None:
    ben = browser()
    person = await sign_up(ben, name="Ben Evans", age_band="under_16")
    await Person.filter(id=person.id).update(confirmed_at=clock.now(), postcode_given_at=clock.now())
    seat = await room.enter(token=ben.token)
    await seat.say("Good evening")
    # Or his own page would ask Amir how old he is.
    await Person.filter(id=cast.amir.id).update(age_band="18_or_over")
    amir = await room.enter(cast.amir)
    told = str([await room.log(member=cast.amir), amir.entered, amir.live.heard])
    told += (await house.page(f"/surgeries/{room.id}", cast.amir)).text
    assert "Good evening" in told
    for secret in ("under_16", "Under 16", "age_band", "confirmed_at", '"tier"', "full_name", "Evans", "shown_as"):
        assert secret not in told, secret


async def test_huw_s_namesake_reads_on_every_page_that_his_name_was_taken(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await Person.filter(id=cast.rosa.id).update(name="resident 4821", name_refused="Rosa Jones")
    rosa = browser(cast.rosa)
    for path in ("/", "/neighbourhoods", "/account"):
        assert 'href="/account/name"' in (await rosa.get(path)).text, path
        assert "you are shown under a number" in rosa.page.text, path
    form = await rosa.get("/account/name")
    assert "Rosa Jones" in form.text
    assert 'value="resident 4821"' not in form.text
    assert (await rosa.post("/account/name", name="Rosa of Cathays", shown_as="full")).status == 303
    assert "you are shown under a number" not in (await rosa.get("/")).text
    assert "you are shown under a number" not in (await browser(cast.amir).get("/")).text


async def test_rosas_devices_say_how_they_came_and_all_others_can_be_ended(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    ben, phone = browser(), browser()
    person = await sign_up(ben)
    await phone.get("/sign-in")
    await phone.post("/sign-in", email="sian@example.org", password="three random words")
    live, here = await house.live(token=phone.token), await house.live(token=ben.token)
    page = (await ben.get("/account")).text
    assert "You came by a link from us" in page
    assert "You signed in with your password" in page
    assert (await ben.post("/account/sessions/end-others")).headers["Location"] == "/account?others"
    await live.patient(live.ended.wait())
    assert not here.ended.is_set()
    assert (await phone.get("/account")).status == 303
    assert "Sign out all others" not in (await ben.get("/account")).text
    assert await AuditEntry.filter(act="session.end_others", actor_id=person.id).count() == 1


async def test_one_does_not_try_every_neighbourhood_in_turn(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account/neighbourhood")
    statuses = [(await rosa.post("/account/neighbourhood", postcode="CF10 1AA")).status for _again in range(21)]
    assert statuses == [303] * 20 + [429]
    clock.move(timedelta(minutes=1))


async def test_dilys_is_written_to_in_the_language_she_chose(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/language/cy")
    assert (await Person.get(id=cast.rosa.id)).language == "cy"
    await browser().get("/language/cy")
    assert (await Person.get(id=cast.amir.id)).language is None
