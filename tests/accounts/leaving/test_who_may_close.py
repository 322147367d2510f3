"""Who closes an account, and that nobody does it by a slip."""

import asyncio

from accounts.models import Person
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.leaving.conftest import Close
from tests.cast import Cast
from tests.house import House


async def test_staff_do_not_leave_by_themselves(house: House, cast: Cast, browser: NewBrowser) -> None:
    for member in (cast.ada, cast.mo, cast.dee):
        page = browser(member)
        refused = await page.get("/account/close")
        assert refused.status == 403
        assert "Ask an administrator to end your service first" in refused.text
        await page.get("/account")
        assert (await page.post("/account/close", words="go", sure="yes")).status == 403
        assert (await Person.get(id=member.id)).closed_at is None


async def test_a_guest_leaves_too(house: House, cast: Cast, close: Close) -> None:
    assert "Your account is closed" in (await close(cast.gwen, "stay")).text
    assert (await Person.get(id=cast.gwen.id)).name == "a former member"
    assert (await house.caller(cast.gwen).get("/me")).status == 401


async def test_rosa_says_what_becomes_of_her_words_and_that_she_means_it(
    house: House, cast: Cast, close: Close
) -> None:
    for words, sure in (("", "yes"), ("burn", "yes"), ("go", ""), ("stay", "no")):
        page = await close(cast.rosa, words, sure)
        assert page.status == 422
        assert "There is a problem" in page.text
    assert (await Person.get(id=cast.rosa.id)).closed_at is None


async def test_two_devices_that_close_at_once_are_one_closure(house: House, cast: Cast, browser: NewBrowser) -> None:
    first, second = browser(cast.rosa), browser(cast.rosa)
    await asyncio.gather(first.get("/account/close"), second.get("/account/close"))
    form = {"words": "go", "sure": "yes"}
    answers = await asyncio.gather(first.post("/account/close", **form), second.post("/account/close", **form))
    assert "/account/closed" in {answer.headers.get("Location") for answer in answers}
    assert max(answer.status for answer in answers) < 500, "whoever came second is told so in a sentence"
    assert await AuditEntry.filter(act="account.close").count() == 1


async def test_two_former_members_do_not_stand_in_each_others_way(house: House, cast: Cast, close: Close) -> None:
    await close(cast.rosa)
    await close(cast.amir)
    rows = await Person.filter(closed_at__not_isnull=True)
    assert [row.name for row in rows] == ["a former member"] * 2
    assert len({row.name_skeleton for row in rows}) == 2
    assert all(" " in row.name_skeleton for row in rows), "no name that anybody chooses has a space in its skeleton"


async def test_the_closure_is_in_the_audit_without_a_name(house: House, cast: Cast, close: Close) -> None:
    await close(cast.rosa, "stay")
    entry = await AuditEntry.get(act="account.close")
    assert (entry.actor_id, entry.subject_id, entry.details) == (cast.rosa.id, cast.rosa.id, {"words": "stay"})
    assert entry.personal is None
