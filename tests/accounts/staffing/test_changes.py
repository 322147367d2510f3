"""The record of an officer changes as it came to be: by two administrators."""

import pytest

from accounts.models import OfficerRecord, Person
from accounts.people import persons
from foundation.models import OutboxMail
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.staffing.acts import act, decide, entered, mailed_link
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room

ADA = {"name": "Ada Okafor", "email": "ada@example.org", "rank": "PC", "number": "4127"}


async def _ask(administrator: Browser, member: Member, **changed: str) -> Answer:
    page = f"/admin/people/{member.id}/change"
    await administrator.get(page)
    return await administrator.post(page, **{**ADA, **changed})


async def _asked(administrator: Browser, member: Member, **changed: str) -> str:
    answer = await _ask(administrator, member, **changed)
    assert answer.status == 303, answer.text
    return str(answer.headers["Location"]).removeprefix("/admin/enrolments/").partition("?")[0]


async def test_a_promotion_counts_when_another_has_confirmed_it(room: Room, cast: Cast, browser: NewBrowser) -> None:
    rosa, dee, dai = await room.enter(cast.rosa), browser(cast.dee), browser(cast.dai)
    id_ = await _asked(dee, cast.ada, rank="Sgt", name="Ada Okafor-Rees")
    assert (await persons([cast.ada.id]))[cast.ada.id]["officer"]["rank"] == "PC"
    assert "until now: PC" in (await dai.get(f"/admin/enrolments/{id_}")).text
    assert (await decide(dee, id_)).status == 403
    assert (await decide(dai, id_)).status == 303
    told = await rosa.live.wait("person_changed", room=room.id)
    assert (told["person"]["name"], told["person"]["officer"]["rank"]) == ("Ada Okafor-Rees", "Sgt")


async def test_nobody_takes_a_badge_over_by_its_address_alone(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await _asked(dee, cast.ada, email="mine@example.com")
    await act(dee, cast.ada, "link")
    link = await mailed_link("ada@example.org")
    assert not await OutboxMail.filter(recipient="mine@example.com").exists()
    await decide(dai, id_)
    assert (await Person.get(id=cast.ada.id)).email == "mine@example.com"
    assert (await browser().get(link)).status == 410, "what went to the old address opens nothing"
    old = await OutboxMail.filter(recipient="ada@example.org").order_by("-id").first()
    assert old
    assert "no longer used" in old.text


async def test_an_address_that_was_mistyped_is_mended_before_anybody_came_in(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    await decide(dai, await entered(dee, email="ben.coel@example.org"))
    wrong = await mailed_link("ben.coel@example.org")
    ben = await Person.get(email="ben.coel@example.org")
    page = f"/admin/people/{ben.id}/change"
    await dai.get(page)
    asked = await dai.post(page, name="Ben Cole", email="ben.cole@example.org", rank="PC", number="7001")
    await decide(dee, asked.headers["Location"].removeprefix("/admin/enrolments/").partition("?")[0])
    assert (await browser().get(wrong)).status == 410
    assert (await browser().get(await mailed_link("ben.cole@example.org"))).status == 200


async def test_a_change_of_oneself_is_confirmed_by_another(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    mine = {"name": "Dee Rees", "email": "dee.rees@example.org", "rank": "", "number": ""}
    id_ = await _asked(dee, cast.dee, **mine)
    assert (await decide(dee, id_)).status == 403
    assert (await decide(dai, id_)).status == 303
    his = await _asked(dee, cast.dai, name="Dai Lewis", email="dai.lewis@example.org", rank="", number="")
    assert (await decide(dai, his)).status == 403, "it is about him: he does not confirm it"


@pytest.mark.parametrize(
    ("changed", "status"),
    [({}, 422), ({"number": "2210"}, 422), ({"email": "rosa@example.org"}, 409), ({"name": "Sgt Okafor"}, 422)],
)
async def test_what_can_not_be_is_refused_at_once(
    cast: Cast, browser: NewBrowser, changed: dict[str, str], status: int
) -> None:
    assert (await _ask(browser(cast.dee), cast.ada, **changed)).status == status


async def test_one_change_waits_at_a_time(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await _asked(dee, cast.ada, rank="Sgt")
    assert (await _ask(dee, cast.ada, rank="Insp")).status == 409


async def test_an_officer_from_before_there_were_two_is_confirmed_by_a_second(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    dee, dai = browser(cast.dee), browser(cast.dai)
    assert "Not confirmed" in (await dee.get(f"/admin/people/{cast.ada.id}")).text
    await decide(dai, await _asked(dee, cast.ada))
    assert (await persons([cast.ada.id]))[cast.ada.id]["officer"]


async def test_staff_do_not_change_their_address_by_themselves(cast: Cast, browser: NewBrowser) -> None:
    for member in (cast.ada, cast.mo, cast.dee):
        staff = browser(member)
        assert (await staff.get("/account/email")).status == 403, member.name
        await staff.get("/rules")
        assert (await staff.post("/account/email", email="mine@example.com", password="x" * 12)).status == 403
    assert (await browser(cast.rosa).get("/account/email")).status == 200
