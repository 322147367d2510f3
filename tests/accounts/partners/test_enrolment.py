"""A council's guest host comes to be when two administrators say so, and signs in as staff do."""

from accounts.models import PartnerRecord, Person
from accounts.people import persons
from accounts.staffing.models import Enrolment
from foundation import clock
from foundation.models import AuditEntry
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.coming_in import come_in
from tests.accounts.conftest import PASSWORD
from tests.accounts.staffing.acts import act, decide, enrol, entered, mailed_link, nothing_came_of
from tests.cast import Cast
from tests.guest_hosts import BADGE, add_partner
from tests.house import House

JO = {
    "email": "jo@cardiff.example", "name": "Jo Bevan", "role": "partner", "rank": "", "number": "",
    "organisation": "Cardiff Council", "partner_post": "Housing officer", "scope": "force", "neighbourhoods": "",
}  # fmt: skip


async def _confirmed(dee: Browser, dai: Browser) -> Person:
    id_ = await entered(dee, **JO)
    assert (await decide(dai, id_)).status == 303
    return await Person.get(email=JO["email"])


async def test_jo_is_nobody_until_dai_confirms_what_dee_entered(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await entered(dee, **JO)
    assert await nothing_came_of(id_)
    assert (await decide(dee, id_)).status == 403, "who entered it can't confirm it"
    page = await dai.get(f"/admin/enrolments/{id_}")
    assert "Cardiff Council" in page.text
    assert "Housing officer" in page.text
    assert (await decide(dai, id_)).status == 303
    jo = await Person.get(email=JO["email"])
    shown = (await persons([jo.id]))[jo.id]
    assert (shown["role"], shown["partner"], shown["officer"]) == ("partner", BADGE, None)
    assert "Cardiff Council" in (await dai.get("/admin/people?role=partner")).text
    assert "Jo Bevan" in (await dai.get("/admin/people?name=cardiff+council")).text


async def test_jo_needs_a_second_factor_as_staff_do(
    house: House, cast: Cast, browser: NewBrowser, everyone_has_a_password: None
) -> None:
    jo = await _confirmed(browser(cast.dee), browser(cast.dai))
    app = await come_in(browser(), await mailed_link(JO["email"]), PASSWORD)
    signing_in = {"email": JO["email"], "password": PASSWORD}
    assert (await house.caller().post("/session", signing_in)).status == 401
    now = int(clock.now().timestamp())
    answer = await house.caller().post("/session", {**signing_in, "code": app.at(now + 30)})
    assert answer.status == 201, answer.text
    assert answer.json["person"]["partner"] == BADGE
    assert answer.json["person"]["id"] == jo.id


async def test_what_looks_like_the_police_is_refused_when_entered(cast: Cast, browser: NewBrowser) -> None:
    wrong = {"organisation": "South Wales P0lice", "partner_post": "Sgt", "name": "PC Jo Bevan"}
    for field, value in wrong.items():
        answer = await enrol(browser(cast.dee), **{**JO, field: value})
        assert answer.status == 422, field
        assert f'href="#{field}"' in answer.text
    assert (await enrol(browser(cast.dee), **{**JO, "organisation": ""})).status == 422
    assert await Enrolment.all().count() == 0


async def test_an_officer_has_no_organisation(cast: Cast, browser: NewBrowser) -> None:
    id_ = await entered(browser(cast.dee), organisation="Cardiff Council", partner_post="Mayor")
    assert (await Enrolment.get(id=id_)).details["organisation"] == ""
    assert (await decide(browser(cast.dai), id_)).status == 303
    assert await PartnerRecord.all().count() == 0


async def test_another_organisation_takes_two_administrators_too(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    jo = await _confirmed(dee, dai)
    change = {**JO, "organisation": "Shelter Cymru"}
    await dee.get(f"/admin/people/{jo.id}/change")
    asked = await dee.post(f"/admin/people/{jo.id}/change", **change)
    assert asked.status == 303, asked.text
    assert (await persons([jo.id]))[jo.id]["partner"] == BADGE, "nothing changes until then"
    waiting = str(asked.headers["Location"]).removeprefix("/admin/enrolments/").partition("?")[0]
    assert "until now: Cardiff Council" in (await dai.get(f"/admin/enrolments/{waiting}")).text
    assert (await decide(dai, waiting)).status == 303
    assert (await persons([jo.id]))[jo.id]["partner"] == {**BADGE, "organisation": "Shelter Cymru"}


async def test_a_suspended_partner_is_shown_without_badge_and_comes_back_with_it(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    jo, dee = await add_partner(), browser(cast.dee)
    assert (await act(dee, jo, "suspend")).status == 303
    shown = (await persons([jo.id]))[jo.id]
    assert (shown["role"], shown["partner"]) == ("resident", None)
    assert (await house.caller(jo).get("/me")).status == 401
    assert (await act(dee, jo, "readmit")).status == 303
    assert (await persons([jo.id]))[jo.id]["partner"] == BADGE


async def test_a_partner_whose_service_ended_has_nothing_left(house: House, cast: Cast, browser: NewBrowser) -> None:
    jo = await add_partner()
    assert (await act(browser(cast.dee), jo, "end")).status == 303
    shown = (await persons([jo.id]))[jo.id]
    assert (shown["name"], shown["role"], shown["partner"]) == ("Jo Bevan", "resident", None)
    assert not await PartnerRecord.filter(person_id=jo.id).exists()
    assert (await house.caller(jo).get("/me")).status == 401
    assert await AuditEntry.filter(act="staff.end", subject_id=jo.id).exists()


async def test_a_partner_who_is_not_confirmed_has_no_badge_and_no_rights(house: House, cast: Cast) -> None:
    jo = await add_partner(confirmed=False)
    me = (await house.caller(jo).get("/me")).json["person"]
    assert (me["role"], me["partner"]) == ("resident", None)


async def test_the_audit_says_who_confirmed_whom(cast: Cast, browser: NewBrowser) -> None:
    await _confirmed(browser(cast.dee), browser(cast.dai))
    entry = await AuditEntry.get(act="staff.confirm")
    assert entry.details["role"] == "partner"


async def test_administrators_of_another_force_see_nothing_of_it(cast: Cast, browser: NewBrowser) -> None:
    jo = await add_partner()
    assert (await browser(cast.max).get(f"/admin/people/{jo.id}")).status == 404
