"""The link in a mail that ends mails like it: one request, no sign-in, one kind of one person, never guessed."""

import re
from dataclasses import replace

import pytest

from foundation.settings import Settings
from notices.kinds import NoticeKind
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.clients import Caller
from tests.house import House
from tests.notices.telling import tell
from tests.running.smtp import Postbox

PUBLIC = "https://bluelamp.example"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A server that knows where people find it; they come by http all the same, as behind a proxy."""
    return replace(settings, public_url=PUBLIC)


async def _link(house: House, postbox: Postbox, member: Member) -> str:
    """The path of the link in the last mail to somebody, who was told something."""
    await tell(house, member, key=f"first.{member.id}")
    await house.run_jobs()
    [mail] = [mail for mail in postbox.mails if mail["To"] == member.email]
    found = re.fullmatch(rf"<{PUBLIC}(/unsubscribe/\S+)>", mail["List-Unsubscribe"])
    assert found, mail["List-Unsubscribe"]
    return found[1]


async def _mails_of(house: House, postbox: Postbox, member: Member, kind: NoticeKind, key: str) -> int:
    """How many mails somebody gets when they are told something of a kind."""
    before = len(postbox.mails)
    await tell(house, member, kind, key=key)
    await house.run_jobs()
    return len(postbox.mails) - before


async def test_a_mail_says_to_programs_and_to_people_how_to_end_it(house: House, cast: Cast, postbox: Postbox):
    link = await _link(house, postbox, cast.rosa)
    [mail] = postbox.mails
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    lines = mail.get_content().replace("\r\n", "\n").split("\n")
    assert PUBLIC + link in lines
    assert f"{PUBLIC}/rules" in lines
    assert f"{PUBLIC}/notices" in lines


async def test_a_mail_program_ends_them_with_one_request(house: House, cast: Cast, postbox: Postbox):
    """RFC 8058: no cookie, no page before it, nothing but these words."""
    link = await _link(house, postbox, cast.rosa)
    program = Caller(house.url)
    answer = await program.send("POST", link, data={"List-Unsubscribe": "One-Click"})
    await program.close()
    assert answer.status == 200
    assert await _mails_of(house, postbox, cast.rosa, NoticeKind.QUESTION_ANSWERED, "second") == 0
    assert await _mails_of(house, postbox, cast.rosa, NoticeKind.REMINDER, "reminder") == 1


async def test_looking_at_the_link_changes_nothing(house: House, cast: Cast, postbox: Postbox, browser: NewBrowser):
    link = await _link(house, postbox, cast.rosa)
    page = await browser().get(link)
    assert (page.status, page.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert "Your question was answered" in page.text
    assert cast.rosa.name not in page.text
    assert await _mails_of(house, postbox, cast.rosa, NoticeKind.QUESTION_ANSWERED, "second") == 1


async def test_rosa_ends_them_with_the_button_and_begins_them_again(
    house: House, cast: Cast, postbox: Postbox, browser: NewBrowser
):
    link = await _link(house, postbox, cast.rosa)
    rosa = browser()
    await rosa.get(link)
    assert "We have stopped these emails" in (await rosa.post(link)).text
    assert await _mails_of(house, postbox, cast.rosa, NoticeKind.QUESTION_ANSWERED, "second") == 0
    assert "You will get these emails again" in (await rosa.post(link, again="yes")).text
    assert await _mails_of(house, postbox, cast.rosa, NoticeKind.QUESTION_ANSWERED, "third") == 1


async def test_rosas_link_opens_nothing_of_amirs_and_no_other_kind(
    house: House, cast: Cast, postbox: Postbox, browser: NewBrowser
):
    link = await _link(house, postbox, cast.rosa)
    forged = [
        link.replace(cast.rosa.id, cast.amir.id),
        link.replace("question_answered", "reminder"),
        link.replace("question_answered", "nothing"),
        link[:-1] + ("0" if link[-1] != "0" else "1"),
        link.rpartition("/")[0] + "/" + "0" * 40,
        "/unsubscribe/%00/reminder/x",
        "/unsubscribe/a/b/ŵ",
    ]
    someone = browser()
    for address in forged:
        assert (await someone.get(address)).status == 404, address
        assert (await someone.post_without_token(address)).status == 404, address
    assert await _mails_of(house, postbox, cast.amir, NoticeKind.QUESTION_ANSWERED, "amir") == 1


async def test_a_link_is_of_no_use_under_another_key(house: House, cast: Cast, postbox: Postbox, settings: Settings):
    link = await _link(house, postbox, cast.rosa)
    assert (await house.page(link)).status == 200
    house.settings = replace(settings, secret_key="another-key-" * 4)
    await house.restart()
    assert (await house.page(link)).status == 404
