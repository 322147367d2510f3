"""Every one-time link that opens nothing says so, and what to do, whatever it was for."""

from datetime import timedelta

import pytest

from accounts.links import LASTS, add_link
from accounts.models import OneTimeLink
from foundation import clock
from foundation.database import atomic
from tests.accounts.browsing import NewBrowser
from tests.accounts.residents.signing_up import link_to, sign_up
from tests.cast import Cast
from tests.house import House

DOORS = {"enrol": "/link", "administrator": "/link", "forgotten": "/reset", "email": "/account/email"}
LATE = {
    "enrol": "Ask an administrator of your force for a new one",
    "administrator": "Ask an administrator of your force for a new one",
    "forgotten": "Ask for a new one",
    "email": "Ask for a new one",
}
every_purpose = pytest.mark.parametrize("purpose", DOORS)


async def _link(cast: Cast, purpose: str) -> str:
    member = cast.ada if DOORS[purpose] == "/link" else cast.rosa
    return (await atomic(lambda: add_link(member.id, purpose, "new@example.org"))).path


@pytest.mark.parametrize("door", ["/link", "/reset", "/account/email", "/sign-up"])
async def test_a_link_that_was_never_given_is_not_one_of_ours(cast: Cast, browser: NewBrowser, door: str) -> None:
    for token in ("never-given", "x" * 500, "%00", "%F0%9F%9A%93"):
        answer = await browser().get(f"{door}/{token}")
        assert (answer.status, "Check that you have the whole of it" in answer.text) == (404, True), token


@every_purpose
async def test_a_used_link_says_that_it_was_used(cast: Cast, browser: NewBrowser, purpose: str) -> None:
    link = await _link(cast, purpose)
    assert (await browser().get(link)).status == 200, "must open before, or this means nothing"
    await OneTimeLink.all().update(used_at=clock.now())
    used = await browser().get(link)
    assert (used.status, "This link was used already, or a newer one was made" in used.text) == (410, True)


@every_purpose
async def test_a_late_link_says_who_gives_another(cast: Cast, browser: NewBrowser, purpose: str) -> None:
    link = await _link(cast, purpose)
    clock.move(LASTS[purpose] - timedelta(seconds=1))
    assert (await browser().get(link)).status == 200
    clock.move(timedelta(seconds=1))
    late = await browser().get(link)
    assert (late.status, LATE[purpose] in late.text) == (410, True)


async def test_the_link_of_a_sign_up_says_the_same(house: House, cast: Cast, browser: NewBrowser) -> None:
    await sign_up(browser())
    link = await link_to("sian@example.org")
    used = await browser().get(link)
    assert (used.status, "was used already" in used.text) == (410, True)
