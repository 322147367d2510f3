"""The page behind staff's one-time link, without scripts: a password, an app, ten recovery codes, and in."""

import asyncio
import re
from datetime import timedelta

import pyotp
import pytest

from accounts.factors.ceremonies import Registered
from accounts.factors.models import AuthenticatorApp, Passkey, RecoveryCode
from accounts.factors.passkey_store import add_passkey
from accounts.links import add_link
from accounts.models import OneTimeLink, Person
from foundation import clock
from foundation.database import atomic
from foundation.models import AuditEntry, OutboxMail
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House


async def _link(member: Member, purpose: str = "enrol") -> str:
    return (await atomic(lambda: add_link(member.id, purpose))).path


def _field(page: Answer, name: str) -> str:
    return page.text.partition(f'name="{name}" value="')[2].partition('"')[0]


def _app(page: Answer) -> pyotp.TOTP:
    """The app that the key on the page was typed into."""
    found = re.search(r'class="bl-secret">([A-Z2-7 ]+)<', page.text)
    assert found, page.text
    return pyotp.TOTP(found[1].replace(" ", ""))


async def _as_far_as_the_app(browser: Browser, link: str) -> Answer:
    await browser.get(link)
    page = await browser.post(link, password=PASSWORD)
    assert page.status == 200, page.text
    return page


async def _finish(browser: Browser, link: str, page: Answer) -> Answer:
    code = _app(page).at(int(clock.now().timestamp()))
    return await browser.post(f"{link}/app", draft=_field(page, "draft"), code=code)


async def test_ada_sets_a_password_and_an_app_keeps_ten_codes_and_is_in(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    ada, link = browser(), await _link(cast.ada)
    page = await _as_far_as_the_app(ada, link)
    assert 'src="data:image/svg+xml' in page.text
    assert PASSWORD not in page.text
    done = await _finish(ada, link, page)
    codes = re.findall(r"<code>([2-9a-z]{5}-[2-9a-z]{5})</code>", done.text)
    assert len(set(codes)) == 10
    assert "I have kept them" in done.text
    assert "Ada Okafor" in done.text, "the page is hers already"
    assert (await ada.get("/account/sign-in-methods")).status == 200, "and she is in"
    assert (await house.caller(cast.ada).get("/me")).status == 401, "her sessions of before have ended"
    body = {"email": "ada@example.org", "password": PASSWORD, "code": codes[0]}
    assert (await house.caller().post("/session", body)).status == 201
    assert (await ada.get(link)).status == 410


async def test_nothing_is_kept_and_nothing_used_up_before_the_last_step(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    ada, link = browser(), await _link(cast.ada)
    page = await _as_far_as_the_app(ada, link)
    assert (await Person.get(id=cast.ada.id)).password_hash is None
    assert await OneTimeLink.filter(used_at=None).count() == 1
    wrong = await ada.post(f"{link}/app", draft=_field(page, "draft"), code="000000")
    assert wrong.status == 422
    assert "check your phone’s clock" in wrong.text
    assert _app(wrong).secret == _app(page).secret, "she need not scan it again"
    assert await AuthenticatorApp.all().count() == 0
    assert (await house.caller(cast.ada).get("/me")).status == 200
    assert (await _finish(ada, link, wrong)).status == 200


async def test_a_draft_is_for_the_link_that_it_was_made_with(cast: Cast, browser: NewBrowser) -> None:
    ada, hers, his = browser(), await _link(cast.ada), await _link(cast.huw)
    page = await _as_far_as_the_app(ada, hers)
    answer = await _finish(ada, his, page)
    assert answer.status == 400
    assert "start again" in answer.text
    assert (await Person.get(id=cast.huw.id)).password_hash is None


async def test_a_short_password_is_told_and_the_link_stays(cast: Cast, browser: NewBrowser) -> None:
    ada, link = browser(), await _link(cast.ada)
    await ada.get(link)
    answer = await ada.post(link, password="short")
    assert answer.status == 422
    assert "between 12 and 128" in answer.text
    await _as_far_as_the_app(ada, link)


async def test_two_who_finish_at_once_are_one(cast: Cast, browser: NewBrowser) -> None:
    link, both = await _link(cast.ada), [browser(), browser()]
    pages = [await _as_far_as_the_app(each, link) for each in both]
    answers = await asyncio.gather(*(_finish(each, link, page) for each, page in zip(both, pages, strict=True)))
    assert sorted(answer.status for answer in answers) == [200, 410]
    assert await AuthenticatorApp.filter(ended_at=None).count() == 1


@pytest.mark.parametrize(("purpose", "hours"), [("enrol", 24), ("administrator", 1)])
async def test_a_late_link_says_who_gives_a_new_one(cast: Cast, browser: NewBrowser, purpose: str, hours: int) -> None:
    link = await _link(cast.dai, purpose)
    clock.move(timedelta(hours=hours, minutes=-1))
    assert (await browser().get(link)).status == 200
    clock.move(timedelta(minutes=1))
    late = await browser().get(link)
    assert late.status == 410
    assert "Ask an administrator of your force for a new one" in late.text


async def test_an_unknown_link_and_one_for_something_else_are_not_ours(cast: Cast, browser: NewBrowser) -> None:
    forgotten = await _link(cast.rosa, "forgotten")
    for path in ("/link/no-such-link", f"/link/{forgotten.rpartition('/')[2]}"):
        answer = await browser().get(path)
        assert answer.status == 404
        assert "Check that you have the whole of it" in answer.text


@pytest.mark.parametrize("state", ["suspended_at", "closed_at"])
async def test_a_link_of_somebody_suspended_or_gone_opens_nothing(cast: Cast, browser: NewBrowser, state: str) -> None:
    link = await _link(cast.ada)
    await Person.filter(id=cast.ada.id).update(**{state: clock.now()})
    assert (await browser().get(link)).status == 410


async def test_who_lost_their_phone_starts_anew_and_the_old_one_opens_nothing(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    lost, ada, link = await give_phone(cast.ada), browser(), await _link(cast.ada)
    await add_passkey(cast.ada.id, Registered("credential", "key", 1, []), "Lost phone")
    await _finish(ada, link, await _as_far_as_the_app(ada, link))
    for code in (lost.code(), lost.recovery[0]):
        body = {"email": "ada@example.org", "password": PASSWORD, "code": code}
        assert (await house.caller().post("/session", body)).status == 401
    assert await RecoveryCode.all().count() == 10
    assert await Passkey.all().count() == 0
    assert await OutboxMail.filter(subject="How you sign in was changed").count() == 1


async def test_using_a_link_is_written_down_with_where_it_was(cast: Cast, browser: NewBrowser) -> None:
    ada, link = browser(), await _link(cast.ada)
    await _finish(ada, link, await _as_far_as_the_app(ada, link))
    rows = await AuditEntry.filter(actor_id=cast.ada.id).order_by("id").values_list("act", "address", "details")
    assert [tuple(row) for row in rows] == [
        ("link.use", "127.0.0.0/24", {"method": "link"}),
        ("factor.set", "127.0.0.0/24", {"factor": "app"}),
    ]


async def test_a_stranger_does_not_try_links_for_long(cast: Cast, browser: NewBrowser) -> None:
    stranger = browser()
    answers = [await stranger.get(f"/link/guess-{number}") for number in range(31)]
    assert [answer.status for answer in answers] == [404] * 30 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
