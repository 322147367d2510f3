"""Staff come to be: enrolled by an administrator of their force, let in by a link that works once."""

import asyncio
import re
from datetime import timedelta

import pytest

from accounts.enrolment_service import create_admin_link
from accounts.models import OfficerRecord, OneTimeLink, Person, PersonNeighbourhood
from accounts.people import persons
from foundation import clock
from foundation.errors import Conflict, Invalid
from foundation.models import AuditEntry
from neighbourhoods.models import Neighbourhood
from neighbourhoods.store import set_edition
from tests.accounts.browsing import Browser
from tests.accounts.conftest import PASSWORD, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House

BEN = {"email": "Ben.Cole@Example.org", "name": "Ben Cole", "role": "officer", "rank": "PC", "number": "7001"}


async def _enrol(dee: Browser, **changed: str) -> Answer:
    await dee.get("/admin/people")
    return await dee.post("/admin/people", **{**BEN, "neighbourhoods": "cathays\nPenarth", **changed})


def _link(answer: Answer) -> str:
    found = re.search(r"http://[^\s<]*(/link/[^\s<]+)", answer.text)
    assert found, answer.text
    return found[1]


async def test_an_officer_is_verified_once_the_link_was_used(house: House, cast: Cast, browser: NewBrowser) -> None:
    answer = await _enrol(browser(cast.dee))
    assert answer.status == 201
    ben = await Person.get(email="ben.cole@example.org")
    assert (await persons([ben.id]))[ben.id]["officer"] is None, "nothing shows as verified before"
    assert (await house.caller().get(f"/officers/{ben.id}")).status == 404

    officer = browser()
    page = await officer.get(_link(answer))
    assert "Ben Cole" in page.text
    used = await officer.post(_link(answer), password="three random words")
    assert (used.status, used.headers["Location"]) == (303, "/account")
    badge = {"rank": "PC", "number": "7001", "verified": True, "page": f"/officers/{ben.id}"}
    assert (await persons([ben.id]))[ben.id]["officer"] == badge
    signed_in = await house.caller().post("/session", {"email": BEN["email"], "password": "three random words"})
    assert signed_in.json["person"]["officer"] == badge
    shown = (await house.caller().get(f"/officers/{ben.id}")).json
    assert [place["id"] for place in shown["neighbourhoods"]] == ["cathays", "penarth"]
    assert shown["force"] == {"id": "south-wales", "name": "South Wales Police"}


async def test_a_moderator_is_enrolled_for_the_administrators_force(cast: Cast, browser: NewBrowser) -> None:
    moderator = {"role": "moderator", "rank": "", "number": "", "neighbourhoods": "", "force": "gwent"}
    answer = await _enrol(browser(cast.dee), **moderator)
    assert answer.status == 403, "another force is not hers"
    assert (await _enrol(browser(cast.dee), **{**moderator, "force": ""})).status == 201
    assert await Person.filter(name="Ben Cole", role="moderator", force_id="south-wales").exists()


async def test_only_administrators_enrol(cast: Cast, browser: NewBrowser) -> None:
    for member in (cast.rosa, cast.gwen, cast.ada, cast.mo):
        outsider = browser(member)
        assert (await outsider.get("/admin/people")).status == 403
        await outsider.get("/account")
        assert (await outsider.post("/admin/people", **BEN, neighbourhoods="cathays")).status == 403
    assert await Person.filter(name="Ben Cole").count() == 0


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(cast: Cast, browser: NewBrowser) -> None:
    wrong = {
        "email": "ben@", "name": "PC Ben Cole", "role": "administrator", "rank": "★", "number": "",
        "neighbourhoods": "cathays\nNewport Central",
    }  # fmt: skip
    for field, value in wrong.items():
        answer = await _enrol(browser(cast.dee), **{field: value})
        assert answer.status == 422, field
        assert f'href="#{field}"' in answer.text
        assert field == "email" or 'value="Ben.Cole@Example.org"' in answer.text
    assert await Person.filter(name__contains="Ben Cole").count() == 0


async def test_an_address_and_a_number_belong_to_one_person(cast: Cast, browser: NewBrowser) -> None:
    assert (await _enrol(browser(cast.dee), email="ROSA@example.org")).status == 409
    assert (await _enrol(browser(cast.dee), number="4127")).status == 422


async def test_a_link_works_once(cast: Cast, browser: NewBrowser) -> None:
    link = _link(await _enrol(browser(cast.dee)))
    first, second = browser(), browser()
    await first.get(link)
    await second.get(link)
    assert (await first.post(link, password=PASSWORD)).status == 303
    late = await second.post(link, password="another password")
    assert late.status == 410
    assert "used already" in late.text
    assert (await second.get(link)).status == 410


async def test_a_link_that_two_use_at_once_lets_one_in(cast: Cast, browser: NewBrowser) -> None:
    link = _link(await _enrol(browser(cast.dee)))
    both = [browser(), browser()]
    for each in both:
        await each.get(link)
    answers = await asyncio.gather(*(each.post(link, password=PASSWORD) for each in both))
    assert sorted(answer.status for answer in answers) == [303, 410]


async def test_a_link_ends_after_a_day_and_can_be_made_anew(cast: Cast, browser: NewBrowser) -> None:
    late = _link(await _enrol(browser(cast.dee)))
    clock.move(timedelta(hours=23))
    assert (await browser().get(late)).status == 200
    clock.move(timedelta(hours=1))
    assert (await browser().get(late)).status == 410
    assert (await browser().get("/link/no-such-link")).status == 404
    clock.reset()

    dee, ben = browser(cast.dee), await Person.get(email="ben.cole@example.org")
    page = await dee.get("/admin/people")
    assert page.text.count(f'action="/admin/people/{ben.id}/link"') == 1
    fresh = _link(await dee.post(f"/admin/people/{ben.id}/link"))
    assert (await browser().get(late)).status == 410, "only the newest opens"
    assert (await browser().get(fresh)).status == 200


async def test_nobody_makes_a_link_for_who_has_a_password_or_another_force(cast: Cast, browser: NewBrowser) -> None:
    await Person.filter(id=cast.ada.id).update(password_hash="set")
    dee = browser(cast.dee)
    await dee.get("/admin/people")
    for person in (cast.ada, cast.max, cast.rosa, cast.dai):
        assert (await dee.post(f"/admin/people/{person.id}/link")).status == 404, person.name
    assert await OneTimeLink.all().count() == 0


async def test_a_short_password_leaves_the_link_unused(cast: Cast, browser: NewBrowser) -> None:
    link = _link(await _enrol(browser(cast.dee)))
    officer = browser()
    await officer.get(link)
    answer = await officer.post(link, password="short")
    assert answer.status == 422
    assert "between 12 and 128" in answer.text
    assert (await officer.post(link, password=PASSWORD)).status == 303


async def test_the_list_says_who_holds_what_since_when_and_by_whom(cast: Cast, browser: NewBrowser) -> None:
    await _enrol(browser(cast.dee))
    page = (await browser(cast.dai).get("/admin/people")).text
    assert "ben.cole@example.org" in page
    assert "given by Dee Rees" in page
    assert "Has not signed in yet" in page
    assert "Max Webb" not in page, "another force's"
    assert "Rosa Jones" not in page


async def test_the_first_administrator_gets_a_link_for_an_hour(house: House, cast: Cast, browser: NewBrowser) -> None:
    link = await create_admin_link(" Alex.Morgan@example.org ")
    assert link.until - clock.now() <= timedelta(hours=1)
    alex = browser()
    await alex.get(link.path)
    await alex.post(link.path, password=PASSWORD)
    page = await alex.get("/admin/people")
    assert page.status == 200
    assert "Alex Morgan" in (await alex.get("/account")).text
    assert page.text.count('name="force"') == 1, "there are two forces, and the first administrator serves neither"


async def test_the_first_administrator_serves_the_only_force_that_is_imported_later(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    link = await create_admin_link("alex@example.org")
    await Person.filter(force_id="gwent").delete()
    await Neighbourhood.filter(force_id="gwent").delete()
    await set_edition()
    alex = browser()
    await alex.get(link.path)
    await alex.post(link.path, password=PASSWORD)
    assert await Person.filter(email="alex@example.org", force_id="south-wales").exists()


async def test_a_resident_does_not_become_administrator_by_the_command_line(database: object, cast: Cast) -> None:
    with pytest.raises(Conflict):
        await create_admin_link("rosa@example.org")
    with pytest.raises(Invalid):
        await create_admin_link("rosa")


async def test_enrolment_is_written_down_with_its_link_but_not_the_token(cast: Cast, browser: NewBrowser) -> None:
    answer = await _enrol(browser(cast.dee))
    ben = await Person.get(email="ben.cole@example.org")
    entry = await AuditEntry.get(act="staff.enrol")
    assert (entry.actor_id, entry.subject_id, entry.details) == (cast.dee.id, ben.id, {"role": "officer"})
    token = _link(answer).removeprefix("/link/")
    assert not await OneTimeLink.filter(token_hash=token).exists()
    assert await OfficerRecord.filter(person_id=ben.id).count() == 1
    assert await PersonNeighbourhood.filter(person_id=ben.id).count() == 2
