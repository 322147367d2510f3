"""Nobody looks like an officer: names made by rules from the officers' names and ranks are refused at every door."""

from collections.abc import Awaitable, Callable

import pytest

from accounts import guest_service
from accounts.models import Person
from accounts.names.checking import check_name
from accounts.names.skeletons import name_skeleton
from accounts.staffing.models import Enrolment
from foundation import clock
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.permissions import Role
from tests.accounts.browsing import NewBrowser
from tests.accounts.names.impersonations import OF_NOBODY, of_officers, of_ranks
from tests.accounts.names.real_names import each
from tests.cast import Cast
from tests.house import House

OFFICERS = ["Ada Okafor", "Huw Hughes", "Nia Price", "Bob Aziz-Griffiths", "Siân Wyn"]
Door = Callable[[str], Awaitable[int]]


@pytest.fixture
def limits() -> bool:
    """An impostor who has all day."""
    return False


async def _enrol_the_others(cast: Cast) -> None:
    """Two wait to be confirmed by another administrator, and count already."""
    for name in OFFICERS[3:]:
        await Enrolment.create(
            id=new_id(), force_id="south-wales", name=name, email="x@example.org", role=Role.OFFICER, scope="force",
            enrolled_by_id=cast.dee.id, enrolled_at=clock.now(),
        )  # fmt: skip


def _attempts() -> dict[str, str]:
    names = {name: about for about, name in [*of_officers(OFFICERS), *of_ranks()]}
    return names | dict.fromkeys(each(OF_NOBODY), "nobody")


def test_the_rules_make_many_names() -> None:
    assert len(_attempts()) > 400


async def test_names_made_by_rules_are_refused(database: object, cast: Cast) -> None:
    assert {cast.ada.name, cast.huw.name, cast.nia.name} == set(OFFICERS[:3])
    await _enrol_the_others(cast)
    let_in = []
    for name, about in _attempts().items():
        try:
            await check_name(name)
        except Invalid:
            continue
        let_in.append((about, name))
    assert let_in == []


async def test_every_door_asks(house: House, cast: Cast, browser: NewBrowser) -> None:
    """As a guest by the call and by the form, and by renaming, of a resident and of a guest."""
    await _enrol_the_others(cast)
    visitor = browser()
    await visitor.get("/guest")

    async def by_call(name: str) -> int:
        return (await house.caller().post("/guest", {"name": name})).status

    async def by_form(name: str) -> int:
        return (await visitor.post("/guest", name=name, back="/")).status

    async def rosa(name: str) -> int:
        return (await house.caller(cast.rosa).patch("/me", {"name": name})).status

    async def gwen(name: str) -> int:
        return (await house.caller(cast.gwen).patch("/me", {"name": name})).status

    doors: list[Door] = [by_call, by_form, rosa, gwen]
    people = await Person.all().count()
    attempts = [name for name in _attempts() if "\u202e" not in name]
    let_in = [(door.__name__, name) for name in attempts for door in doors if await door(name) != 422]
    assert let_in == []
    assert await Person.all().count() == people
    assert await by_form("Gwenllian") == 303, "the form must be one that lets people in"


async def test_an_enrolment_that_was_refused_keeps_nobody_out(database: object, cast: Cast) -> None:
    await _enrol_the_others(cast)
    await Enrolment.all().update(decided_at=clock.now(), decided_by_id=cast.dai.id, refused=True)
    assert await check_name("Siân Wyn") == "Siân Wyn"


async def test_adas_number_is_hers_beside_a_part_of_her_name(database: object, cast: Cast) -> None:
    assert cast.ada.number == "4127"
    for name in ("Ada 4127", "Okafor 4127", "4127 Ada", "Ada O 4127", "Ada4127", "Ada ٤١٢٧", "Ada, no. 4127"):
        with pytest.raises(Invalid):
            await check_name(name)
    for name in ("Gwen 4127", "Ada 1987", "Ada 41", "Huw 4127"):
        assert await check_name(name) == name


async def test_moderators_and_administrators_are_not_to_be_copied_but_share_their_words(
    database: object, cast: Cast
) -> None:
    for name in ("Mo Evans", "mo 3vans", "Мо Evans", "MoEvans", "Dee Rees", "Dai Lewis", "Max Webb"):
        with pytest.raises(Invalid, match="works here"):
            await check_name(name)
    for name in ("Mo", "Evans", "Mo Bryn Evans", "Evans Mo", "Dee", "Mo Evans-Wood"):
        assert await check_name(name) == name


async def test_a_moderator_may_spell_their_own_name_anew(database: object, cast: Cast) -> None:
    assert await check_name("Mo EVANS", but=cast.mo.id) == "Mo EVANS"
    with pytest.raises(Invalid):
        await check_name("Mo EVANS", but=cast.dee.id)


async def test_who_left_the_staff_keeps_nobody_out(database: object, cast: Cast) -> None:
    await Person.filter(id=cast.huw.id).update(suspended_at=clock.now())
    with pytest.raises(Invalid):
        await check_name("Huw Hughes")
    await Person.filter(id=cast.huw.id).update(closed_at=clock.now())
    assert await check_name("Huw Hughes") == "Huw Hughes"


async def test_a_guest_takes_no_residents_full_name_and_may_share_their_first(house: House, cast: Cast) -> None:
    for name in (cast.rosa.name, "r0sa jones"):
        answer = await house.caller().post("/guest", {"name": name})
        assert answer.status == 422, name
        assert [wrong["field"] for wrong in answer.json["errors"]] == ["name"]
    for name in ("Rosa", "Rosa Jones, Cathays", cast.gwen.name):
        assert (await house.caller().post("/guest", {"name": name})).status == 201


async def test_an_officer_who_comes_while_somebody_joins_keeps_their_name(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is asked about once more with the row that takes it: here the officer comes right between."""

    async def come_between(name: str) -> str:
        kept = await check_name(name)
        await Person.filter(id=cast.ada.id).update(name=kept, name_skeleton=name_skeleton(kept))
        return kept

    monkeypatch.setattr(guest_service, "check_name", come_between)
    assert (await house.caller().post("/guest", {"name": "Bethan Rowe"})).status == 422
    assert await Person.filter(name="Bethan Rowe").count() == 1
