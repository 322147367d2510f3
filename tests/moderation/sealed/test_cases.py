"""Dee seals a case, adds to it and ends it: what she types is nowhere to be read again."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.database import connection
from foundation.environment import BadSetting
from foundation.models import AuditEntry, AuditPersonal
from foundation.settings import Settings
from moderation.sealed.in_use import TERMS_IN_USE
from moderation.sealed.models import CaseClearance, SealedCase, SealedTerm
from moderation.sealed.service import cases_in
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House
from tests.moderation.sealed.conftest import KEY, LATER, Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"


async def _open(page: Browser, **changes: str) -> Answer:
    await page.get("/moderation/cases")
    form = {"label": "Blackbird", "ends_on": LATER, "terms": NAME} | changes
    return await page.post("/moderation/cases", **form)


async def test_words_that_name_it_wait_from_then_on_and_others_do_not(room: Room, cast: Cast, seal: Seal) -> None:
    rosa = await room.enter(cast.rosa)
    assert (await rosa.say(f"I saw {NAME}"))["status"] == "published", "must pass before for this to mean anything"
    await seal(NAME)
    assert (await rosa.say(f"I saw {NAME} again"))["status"] == "held"
    assert (await rosa.say("bl0dwen   PUGH’s dog"))["status"] == "held"
    assert (await rosa.say("I saw the postman"))["status"] == "published"


async def test_what_was_typed_is_in_no_table_and_in_no_answer(
    cast: Cast, seal: Seal, browser: NewBrowser, capfd: pytest.CaptureFixture[str]
) -> None:
    case = await seal(NAME, "Heol y Bryn")
    dee = browser(cast.dee)
    for path in ("/moderation/cases", f"/moderation/cases/{case}?done=opened"):
        shown = (await dee.get(path)).text
        assert "Blackbird" in shown
        assert "blodwen" not in shown.lower()
    assert "blodwen" not in (await _everything_stored()).lower()
    assert "blodwen" not in "".join(capfd.readouterr()).lower()
    entry = await AuditEntry.get(act="case.seal")
    assert (entry.actor_id, entry.subject_id, entry.details["terms"]) == (cast.dee.id, case, 2)
    assert await SealedTerm.filter(case_id=case).count() == 2
    assert not await AuditPersonal.filter(id=entry.id).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": ""}, "Give it a label"),
        ({"label": f"The {NAME} case"}, "The label says what is sealed"),
        ({"ends_on": "2001-01-01"}, "must not be in the past"),
        ({"ends_on": "soon"}, "Enter the last day"),
        ({"terms": ""}, "Enter at least one term"),
        ({"terms": f"{NAME}\nfour words are many"}, "Line 2 must have one to three words"),
        ({"terms": f"{NAME}\nJo"}, "Line 2 is too short"),
        ({"terms": "\n".join(f"{NAME}{number}" for number in range(201))}, "at most 200 terms"),
        ({"terms": "Blodwen" * 100}, "Line 1 must have one to three words"),
    ],
    ids=["no label", "label", "past", "no date", "nothing", "four words", "short", "many", "long"],
)
async def test_what_is_refused_is_not_given_back(
    house: House, cast: Cast, browser: NewBrowser, changes: dict[str, str], sentence: str
) -> None:
    answer = await _open(browser(cast.dee), **changes)
    assert answer.status == 422
    assert sentence in answer.text
    assert "blodwen" not in answer.text.lower().replace(changes.get("label", "-").lower(), "")
    assert not await SealedCase.all().exists()


@pytest.mark.parametrize("who", ["mo", "ada", "rosa", "gwen"])
async def test_nobody_but_an_administrator_seals(house: House, cast: Cast, browser: NewBrowser, who: str) -> None:
    page = browser(getattr(cast, who))
    assert (await page.get("/moderation/cases")).status == 403
    assert (await page.post("/moderation/cases", label="Blackbird", ends_on=LATER, terms=NAME)).status == 403
    assert not await SealedCase.all().exists()


async def test_dee_proves_that_it_is_her_first(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/moderation/cases")
    clock.move(timedelta(minutes=16))
    answer = await dee.post("/moderation/cases", label="Blackbird", ends_on=LATER, terms=NAME)
    assert answer.status in (303, 403)
    assert "blodwen" not in (answer.text + str(dict(answer.headers))).lower()
    assert not await SealedCase.all().exists()


async def test_a_case_ends_after_its_last_day(room: Room, cast: Cast, seal: Seal) -> None:
    tomorrow = (clock.now() + timedelta(days=1)).date()
    await seal(NAME, ends_on=tomorrow.isoformat())
    rosa = await room.enter(cast.rosa)
    assert (await rosa.say(f"I saw {NAME}"))["status"] == "held"
    clock.move(timedelta(hours=48))  # at whatever hour this is run
    assert await cases_in(room.house.app, "south-wales", NAME) == []


async def test_a_case_is_ended_by_hand_and_takes_no_more_terms(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    dee, rosa = browser(cast.dee), await room.enter(cast.rosa)
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/end")).status == 303
    assert (await rosa.say(f"I saw {NAME}"))["status"] == "published"
    await dee.get(f"/moderation/cases/{case}")
    for act in ("end", "terms"):
        assert (await dee.post(f"/moderation/cases/{case}/{act}", terms="Heol y Bryn")).status == 409


async def test_terms_are_added_later(room: Room, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    case = await seal(NAME)
    dee, rosa = browser(cast.dee), await room.enter(cast.rosa)
    assert (await rosa.say("It is on Heol y Bryn"))["status"] == "published"
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/terms", terms=f"Heol y Bryn\n{NAME}")).status == 303
    assert (await rosa.say("It is on Heol y Bryn now"))["status"] == "held"
    assert await SealedTerm.filter(case_id=case).count() == 2, "a term that is there already is not added again"


async def test_words_of_another_force_are_not_held_by_it(room: Room, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    await SealedCase.all().update(force_id="gwent")
    room.house.app[TERMS_IN_USE]._stamp = None
    room.house.app[TERMS_IN_USE].forget()
    assert (await (await room.enter(cast.rosa)).say(f"I saw {NAME}"))["status"] == "published"


async def test_a_case_of_another_key_says_so_and_holds_nothing(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    await SealedCase.all().update(key_id="0123456789abcdef")
    room.house.app[TERMS_IN_USE].forget()
    dee, rosa = browser(cast.dee), await room.enter(cast.rosa)
    assert (await rosa.say(f"I saw {NAME}"))["status"] == "published"
    for path in ("/moderation/cases", f"/moderation/cases/{case}"):
        assert "sealed with another key" in (await dee.get(path)).text
    assert (await dee.post(f"/moderation/cases/{case}/terms", terms="Heol y Bryn")).status == 409


async def test_without_a_key_the_page_says_how_to_set_one(house: House, cast: Cast, browser: NewBrowser) -> None:
    looked_for = house.app[TERMS_IN_USE]
    looked_for.key = None
    dee = browser(cast.dee)
    assert "BLUELAMP_SEALED_KEY" in (await dee.get("/moderation/cases")).text
    assert (await _open(dee)).status == 503
    assert not await SealedCase.all().exists()


def test_a_short_key_stops_the_start() -> None:
    given = {"BLUELAMP_SECRET_KEY": "s" * 32, "BLUELAMP_SEALED_KEY": "k" * 31}
    with pytest.raises(BadSetting, match="BLUELAMP_SEALED_KEY must have at least 32"):
        Settings.from_environment(given)
    assert Settings.from_environment(given | {"BLUELAMP_SEALED_KEY": KEY}).sealed_key == KEY
    assert KEY not in repr(Settings.from_environment(given | {"BLUELAMP_SEALED_KEY": KEY}))


async def test_nobody_clears_themselves_and_no_outsider_is_cleared(cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    case, dee = await seal(NAME), browser(cast.dee)
    for person, status in ((cast.dee.id, 403), (cast.max.id, 422), (cast.ada.id, 422), ("", 422)):
        await dee.get(f"/moderation/cases/{case}")
        assert (await dee.post(f"/moderation/cases/{case}/cleared", person=person)).status == status
    assert not await CaseClearance.all().exists()
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/cleared", person=cast.mo.id)).status == 303
    entry = await AuditEntry.get(act="case.clear")
    assert (entry.actor_id, entry.subject_id, entry.details) == (cast.dee.id, cast.mo.id, {"case": case})


@pytest.mark.parametrize("name", [NAME, "Bl0dwen Pugh", "BLODWEN PUGH"])
async def test_nobody_takes_it_for_a_name(house: House, cast: Cast, seal: Seal, browser: NewBrowser, name: str) -> None:
    await seal(NAME)
    refused = await house.caller().post("/guest", {"name": name})
    assert refused.status == 422, refused.text
    amir = browser(cast.amir)
    await amir.get("/account/name")
    renamed = await amir.post("/account/name", name=name, shown_as="full")
    assert renamed.status == 422
    for answer in (refused, renamed):
        assert "That name can’t be used here" in answer.text
    assert (await house.caller().post("/guest", {"name": "Blodwen"})).status == 201


async def _everything_stored() -> str:
    """Every row of every table, as text."""
    asked = connection()
    sqlite = asked.capabilities.dialect == "sqlite"
    tables = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if sqlite
        else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    )
    names = [row["name"] for row in await asked.execute_query_dict(tables)]
    return str([await asked.execute_query_dict(f'SELECT * FROM "{name}"') for name in names])
