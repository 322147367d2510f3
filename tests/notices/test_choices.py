"""By which ways people are told: as they chose, else as fits the kind."""

from accounts.models import Person
from notices.kinds import DEFAULT_WAYS, NoticeKind
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.notices.conftest import Subscribe, unread
from tests.notices.telling import tell
from tests.running.push_service import PushService
from tests.running.smtp import Postbox


async def test_rosa_gets_a_mail_and_her_device_a_message(
    house: House, cast: Cast, postbox: Postbox, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    await tell(house, cast.rosa)
    await house.run_jobs()
    assert (len(postbox.mails), len(pushes.received)) == (1, 1)
    [mail] = postbox.mails
    assert (mail["To"], mail["Subject"]) == (cast.rosa.email, "Your question was answered")
    assert "Hello Rosa Jones," in mail.get_content()


async def test_a_kind_that_is_of_the_moment_is_not_mailed(
    house: House, cast: Cast, postbox: Postbox, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    await tell(house, cast.rosa, NoticeKind.YOUR_TURN)
    await house.run_jobs()
    assert (len(postbox.mails), len(pushes.received)) == (0, 1)


async def test_rosa_chooses_to_read_it_on_her_page_only(
    house: House, cast: Cast, browser: NewBrowser, postbox: Postbox, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    rosa = browser(cast.rosa)
    await rosa.get("/notices/choices")
    answer = await rosa.post("/notices/choices", **{"mail.reminder": "yes"})
    assert answer.headers["Location"] == "/notices/choices?saved"
    await rosa.get("/notices/choices")
    assert rosa.page.text.count(" checked>") == 1
    await tell(house, cast.rosa)
    await tell(house, cast.rosa, NoticeKind.REMINDER, key="reminder")
    await house.run_jobs()
    assert [mail["Subject"] for mail in postbox.mails] == ["A reminder of a surgery or meeting"]
    assert pushes.received == []
    assert (await unread(house, cast.rosa))["unread"] == 2


async def test_what_rosa_left_as_it_was_follows_a_better_rule_of_ours(
    house: House, cast: Cast, browser: NewBrowser, monkeypatch
):
    rosa = browser(cast.rosa)
    await rosa.get("/notices/choices")
    fields = {f"{way}.{kind}": "yes" for kind, ways in DEFAULT_WAYS.items() for way in vars(ways) if vars(ways)[way]}
    await rosa.post("/notices/choices", **fields)
    monkeypatch.setitem(DEFAULT_WAYS, NoticeKind.REMINDER, DEFAULT_WAYS[NoticeKind.QUESTION_MERGED])
    await rosa.get("/notices/choices")
    assert 'name="mail.reminder" value="yes" >' in rosa.page.text


async def test_gwen_who_is_a_guest_is_told_why_she_gets_no_mails(
    house: House, cast: Cast, browser: NewBrowser, postbox: Postbox
):
    await tell(house, cast.gwen)
    await house.run_jobs()
    assert postbox.mails == []
    assert "You are a guest, so we have no address of yours" in (await browser(cast.gwen).get("/notices/choices")).text
    assert (await unread(house, cast.gwen))["unread"] == 1


async def test_an_address_that_nobody_confirmed_gets_no_mails(
    house: House, cast: Cast, browser: NewBrowser, postbox: Postbox
):
    await Person.filter(id=cast.rosa.id).update(email_confirmed_at=None)
    await tell(house, cast.rosa)
    await house.run_jobs()
    assert postbox.mails == []
    assert "until you have confirmed your address" in (await browser(cast.rosa).get("/notices/choices")).text


async def test_residents_choose_nothing_of_what_hosts_are_told(house: House, cast: Cast, browser: NewBrowser):
    assert "mail.promise_late" not in (await browser(cast.rosa).get("/notices/choices")).text
    ada = browser(cast.ada)
    assert "mail.promise_late" in (await ada.get("/notices/choices")).text
