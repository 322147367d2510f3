"""Staff come to be when a second administrator says so, and not before."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from accounts.models import OfficerRecord, OneTimeLink, Person, Session
from accounts.people import NewPerson, persons
from accounts.staffing import confirmation_service
from accounts.staffing.models import Enrolment
from accounts.store import add_person
from accounts.tokens import hash_of
from foundation import clock
from foundation.database import atomic
from foundation.ids import new_id
from foundation.models import AuditEntry, OutboxMail
from foundation.permissions import Role, Scope
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import BEN, colleague, decide, enrol, entered, mailed_link, nothing_came_of
from tests.cast import Cast, Member
from tests.house import House


async def test_ben_is_nobody_until_dai_confirms_what_dee_entered(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await entered(dee)
    assert "waits for another administrator" in (await dee.get(f"/admin/enrolments/{id_}")).text
    assert "Ben Cole" in (await dai.get("/admin/people")).text
    assert await nothing_came_of(id_), "nothing shows as verified, nothing can sign in, nothing was sent"

    confirmed = await decide(dai, id_)
    assert confirmed.status == 303
    ben = await Person.get(email="ben.cole@example.org")
    assert confirmed.headers["Location"] == f"/admin/people/{ben.id}?done=confirm"
    badge = {"rank": "PC", "number": "7001", "verified": True, "page": f"/officers/{ben.id}"}
    assert (await persons([ben.id]))[ben.id]["officer"] == badge
    shown = (await house.caller().get(f"/officers/{ben.id}")).json
    assert [place["id"] for place in shown["neighbourhoods"]] == ["cathays", "penarth"]
    link = await mailed_link("ben.cole@example.org")
    assert (await browser().get(link)).status == 200
    page = await dai.get(f"/admin/people/{ben.id}")
    assert "Enrolled by" in page.text
    assert "Dee Rees" in page.text
    assert "Dai Lewis" in page.text
    assert "/link/" not in re.sub(r'href="/admin/[^"]*"', "", page.text), "the link is for Ben alone"


async def test_a_guest_who_slips_in_while_ben_is_confirmed_loses_his_name(
    cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A guest's transaction that began before Ben was entered may end after the one that confirms him."""
    slipped_in: list[str] = []

    async def let_slip_in(work: Callable[[], Awaitable[Any]]) -> Any:
        done = await atomic(work)
        if not slipped_in:
            slipped_in.append(await add_person(NewPerson(name="Ben Cole", role=Role.GUEST)))
        return done

    id_ = await entered(browser(cast.dee))
    monkeypatch.setattr(confirmation_service, "atomic", let_slip_in)
    assert (await decide(browser(cast.dai), id_)).status == 303
    guest = await Person.get(id=slipped_in[0])
    assert (guest.name_refused, guest.name[:9]) == ("Ben Cole", "resident ")


async def test_dee_is_told_all_that_is_wrong_at_once(cast: Cast, browser: NewBrowser) -> None:
    answer = await enrol(browser(cast.dee), name="", email="", rank="", number="", neighbourhoods="")
    assert answer.status == 422
    summary = answer.text.partition('class="govuk-error-summary')[2].partition("<h1")[0]
    assert re.findall(r'href="#(\w+)"', summary) == ["name", "email", "rank", "number", "neighbourhoods"]


async def test_dee_does_not_confirm_what_dee_entered_from_another_sign_in_either(
    cast: Cast, browser: NewBrowser
) -> None:
    id_ = await entered(browser(cast.dee))
    now = clock.now()
    second = Member("Dee Rees", Role.ADMINISTRATOR, "south-wales", id=cast.dee.id)
    await Session.create(
        id=second.session, token_hash=hash_of(second.token), person_id=cast.dee.id, created_at=now, last_seen_at=now,
        expires_at=cast.dee.began.replace(year=2100), proved_at=now,
    )  # fmt: skip
    for session in (cast.dee, second):
        dee = browser(session)
        assert "Confirm, and send the link" not in (await dee.get(f"/admin/enrolments/{id_}")).text
        assert (await dee.post(f"/admin/enrolments/{id_}/confirm")).status == 403
    assert await nothing_came_of(id_)


async def test_administrators_of_another_force_see_nothing_of_it(cast: Cast, browser: NewBrowser) -> None:
    id_ = await entered(browser(cast.dee))
    await Person.filter(id=cast.max.id).update(role=Role.ADMINISTRATOR)
    foreign = browser(cast.max)
    assert (await foreign.get(f"/admin/enrolments/{id_}")).status == 404
    assert "Ben Cole" not in (await foreign.get("/admin/people")).text
    for verb in ("confirm", "refuse", "withdraw"):
        assert (await foreign.post(f"/admin/enrolments/{id_}/{verb}", reason="Mine")).status == 404, verb
    assert await nothing_came_of(id_)


async def test_nothing_is_confirmed_by_or_for_an_administrator_who_was_suspended(
    cast: Cast, browser: NewBrowser
) -> None:
    dai = browser(cast.dai)
    id_ = await entered(browser(cast.dee))
    await dai.get(f"/admin/enrolments/{id_}")
    await Person.filter(id=cast.dee.id).update(suspended_at=clock.now())
    answer = await dai.post(f"/admin/enrolments/{id_}/confirm")
    assert answer.status == 409
    assert "no longer an administrator" in answer.text
    await Person.filter(id=cast.dee.id).update(suspended_at=None)
    await Person.filter(id=cast.dai.id).update(suspended_at=clock.now())
    assert (await dai.post(f"/admin/enrolments/{id_}/confirm")).status in (401, 403)
    assert await nothing_came_of(id_)


async def test_two_who_confirm_at_once_let_ben_in_once(cast: Cast, browser: NewBrowser) -> None:
    third = await colleague("Del Hart", Role.ADMINISTRATOR)
    id_ = await entered(browser(cast.dee))
    tabs = [browser(cast.dai), browser(cast.dai), browser(third)]
    for tab in tabs:
        await tab.get(f"/admin/enrolments/{id_}")
    answers = await asyncio.gather(*(tab.post(f"/admin/enrolments/{id_}/confirm") for tab in tabs))
    assert sorted(answer.status for answer in answers) == [303, 409, 409]
    assert await Person.filter(email="ben.cole@example.org").count() == 1
    assert await OneTimeLink.all().count() == 1


async def test_two_with_one_number_who_are_confirmed_at_once_are_not_both_let_in(
    cast: Cast, browser: NewBrowser
) -> None:
    first = await entered(browser(cast.dee))
    second = await entered(browser(cast.dee), email="bea@example.org", number="7002", name="Bea Cole")
    await Enrolment.filter(id=second).update(details={**(await Enrolment.get(id=second)).details, "number": "7001"})
    tabs = {id_: browser(cast.dai) for id_ in (first, second)}
    for id_, tab in tabs.items():
        await tab.get(f"/admin/enrolments/{id_}")
    answers = await asyncio.gather(*(tab.post(f"/admin/enrolments/{id_}/confirm") for id_, tab in tabs.items()))
    assert sorted(answer.status for answer in answers) == [303, 422]
    assert await OfficerRecord.filter(number="7001").count() == 1


async def test_who_came_meanwhile_keeps_their_number_and_address(cast: Cast, browser: NewBrowser) -> None:
    dai = browser(cast.dai)
    id_ = await entered(browser(cast.dee))
    await OfficerRecord.filter(person_id=cast.ada.id).update(number="7001")
    answer = await decide(dai, id_)
    assert answer.status == 422
    assert "has that number" in answer.text
    await OfficerRecord.filter(person_id=cast.ada.id).update(number="4127")
    await Person.filter(id=cast.rosa.id).update(email="ben.cole@example.org")
    assert (await decide(dai, id_)).status == 409
    await Person.filter(id=cast.rosa.id).update(email="rosa@example.org")
    assert (await decide(dai, id_)).status == 303, "it still waits, and can be confirmed once it is right"


async def test_who_carries_ben_s_name_is_a_number_from_then_on(house: House, cast: Cast, browser: NewBrowser) -> None:
    guest = (await house.caller().post("/guest", {"name": "Ben C0le"})).json["person"]["id"]
    await decide(browser(cast.dai), await entered(browser(cast.dee)))
    assert (await persons([guest]))[guest]["name"].startswith("resident ")


async def test_dai_refuses_and_dee_reads_why(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await entered(dee)
    assert (await decide(dai, id_, "refuse", reason="")).status == 422
    assert (await decide(dai, id_, "refuse", reason="Not one of ours")).status == 303
    assert "was refused" in (await dee.get(f"/admin/enrolments/{id_}")).text
    assert (await decide(dai, id_)).status == 409
    assert await nothing_came_of(id_)
    assert (await AuditEntry.get(act="staff.refuse")).reason == "Not one of ours"


async def test_dee_takes_it_back_and_nobody_else_does(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await entered(dee)
    assert (await decide(dai, id_, "withdraw")).status == 403
    assert (await decide(dee, id_, "withdraw")).status == 303
    assert (await decide(dai, id_)).status == 409
    assert (await enrol(dee)).status == 303, "the address is free again"


async def test_nobody_else_comes_through_an_administrators_door(cast: Cast, browser: NewBrowser) -> None:
    id_ = await entered(browser(cast.dee))
    person = f"/admin/people/{cast.ada.id}"
    posts = [f"/admin/enrolments/{id_}/{verb}" for verb in ("confirm", "refuse", "withdraw")]
    acts = [f"{person}/{verb}" for verb in ("suspend", "readmit", "move", "end", "link", "change")]
    for member in (cast.rosa, cast.gwen, cast.olga, cast.huw, cast.mo, cast.max):
        outsider = browser(member)
        for page in ("/admin/people/new", f"/admin/enrolments/{id_}", *acts):
            assert (await outsider.get(page)).status == 403, (member.name, page)
        await outsider.get("/rules")
        for path in ("/admin/people", *posts, *acts):
            answer = await outsider.post(path, **BEN, reason="Mine")
            assert answer.status == 403, (member.name, path)
    signed_out = browser()
    assert (await signed_out.get("/admin/people/new")).status == 303
    assert await nothing_came_of(id_)
    assert (await Person.get(id=cast.ada.id)).suspended_at is None


async def test_a_form_says_nothing_that_it_is_not_asked(cast: Cast, browser: NewBrowser) -> None:
    forged = {
        "confirmed_at": "2026-01-01", "decided_by": cast.dai.id, "verified": "true", "person": cast.ada.id,
        "enrolled_by": cast.dai.id, "id": new_id(), "details": "{}", "password_hash": "x", "change": "true",
    }  # fmt: skip
    id_ = await entered(browser(cast.dee), **forged)
    row = await Enrolment.get(id=id_)
    assert row.enrolled_by_id == cast.dee.id  # type: ignore[attr-defined]
    assert (row.decided_at, row.person_id) == (None, None)  # type: ignore[attr-defined]
    assert (await browser(cast.dee).post(f"/admin/enrolments/{id_}/confirm", **forged)).status == 403
    for wrong in ({"role": "guest"}, {"role": "resident"}, {"scope": "all"}, {"scope": "force", "role": "owner"}):
        assert (await enrol(browser(cast.dee), email="x@example.org", number="9", **wrong)).status == 422, wrong
    assert (await enrol(browser(cast.dee), email="x@example.org", force="gwent")).status == 403
    assert await nothing_came_of(id_)


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(cast: Cast, browser: NewBrowser) -> None:
    wrong = {
        "email": "ben@", "name": "PC Ben Cole", "role": "guest", "rank": "★", "number": "",
        "neighbourhoods": "cathays\nNewport Central",
    }  # fmt: skip
    for field, value in wrong.items():
        answer = await enrol(browser(cast.dee), **{field: value})
        assert answer.status == 422, field
        assert f'href="#{field}"' in answer.text
        assert field == "email" or 'value="Ben.Cole@Example.org"' in answer.text
    assert (await enrol(browser(cast.dee), email="ROSA@example.org")).status == 409
    assert (await enrol(browser(cast.dee), number="4127")).status == 422
    assert await Enrolment.all().count() == 0


async def test_the_same_person_waits_once(cast: Cast, browser: NewBrowser) -> None:
    await entered(browser(cast.dee))
    assert (await enrol(browser(cast.dai), number="7002")).status == 409
    assert (await enrol(browser(cast.dai), email="bea@example.org")).status == 422


async def test_an_administrator_is_enrolled_like_anybody_else(cast: Cast, browser: NewBrowser) -> None:
    new = {"role": "administrator", "scope": "force", "rank": "", "number": "", "neighbourhoods": ""}
    await decide(browser(cast.dai), await entered(browser(cast.dee), **new))
    ben = await Person.get(email="ben.cole@example.org")
    assert (ben.role, ben.force_id, ben.scope) == ("administrator", "south-wales", Scope.FORCE)  # type: ignore[attr-defined]
    assert not await OfficerRecord.filter(person_id=ben.id).exists()


async def test_an_administrator_alone_reads_how_to_get_the_second(cast: Cast, browser: NewBrowser) -> None:
    await Person.filter(id=cast.dai.id).update(suspended_at=clock.now())
    dee = browser(cast.dee)
    assert "bluelamp create-admin" in (await dee.get("/admin/people")).text
    await Person.filter(id=cast.dai.id).update(suspended_at=None)
    assert "bluelamp create-admin" not in (await dee.get("/admin/people")).text


async def test_dai_is_told_by_mail_and_each_step_is_written_down_without_names(cast: Cast, browser: NewBrowser) -> None:
    id_ = await entered(browser(cast.dee))
    assert [mail.recipient for mail in await OutboxMail.all()] == [cast.dai.email]
    await decide(browser(cast.dai), id_)
    ben = await Person.get(email="ben.cole@example.org")
    entries = {entry.act: entry for entry in await AuditEntry.filter(act__startswith="staff.")}
    assert set(entries) == {"staff.enrol", "staff.confirm", "staff.send_link"}
    assert (entries["staff.enrol"].actor_id, entries["staff.confirm"].actor_id) == (cast.dee.id, cast.dai.id)
    assert entries["staff.confirm"].details["person"] == ben.id
    assert not any("Ben" in str(entry.details) or "ben.cole" in str(entry.details) for entry in entries.values())
    token = (await mailed_link("ben.cole@example.org")).removeprefix("/link/")
    assert not await OneTimeLink.filter(token_hash=token).exists(), "kept as a hash only"
