"""What somebody is told: once, in their language, where only they read it."""

import asyncio

from accounts.models import Person
from foundation import clock, language
from foundation.database import atomic
from notices.kinds import NoticeKind
from notices.models import Notice
from notices.service import notify
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.house import House
from tests.notices.conftest import unread
from tests.notices.telling import tell


async def test_rosa_reads_what_she_was_told_and_amir_does_not(house: House, cast: Cast):
    assert await tell(house, cast.rosa)
    [notice] = (await unread(house, cast.rosa))["notices"]
    assert (notice["kind"], notice["path"], notice["read"]) == ("question_answered", "/rules", False)
    assert notice["sentence"] == "Your question was answered"
    assert await unread(house, cast.amir) == {"notices": [], "next": None, "unread": 0}


async def test_rosa_is_told_once_whoever_tells_her_twice(house: House, cast: Cast):
    told = await asyncio.gather(*(tell(house, cast.rosa) for _time in range(5)))
    assert sorted(told) == [False] * 4 + [True]
    assert (await unread(house, cast.rosa))["unread"] == 1
    assert await tell(house, cast.rosa, key="question.2")


async def test_rosa_is_told_in_welsh_though_an_english_officer_acts(house: House, cast: Cast):
    await Person.filter(id=cast.rosa.id).update(language="cy")
    assert await _told_in(cast.rosa, "en") == "cy"
    assert await _told_in(cast.amir, "cy") == "en", "who never chose a language reads English here"


async def _told_in(member: Member, acting: str) -> str:
    """The language that somebody is told in while another speaks theirs."""
    with language.speaking(acting):
        await atomic(lambda: notify(member.id, NoticeKind.STAFF, language.current, "/rules", key="said"))
    return (await Notice.get(person_id=member.id)).sentence


async def test_nobody_is_told_who_is_not_here_any_more(house: House, cast: Cast):
    await Person.filter(id=cast.rosa.id).update(closed_at=clock.now())
    await Person.filter(id=cast.amir.id).update(suspended_at=clock.now())
    assert not await tell(house, cast.rosa)
    assert not await tell(house, cast.amir)


async def test_the_mark_in_rosas_head_follows_live(house: House, cast: Cast):
    rosa, amir = await house.live(cast.rosa), await house.live(cast.amir)
    await tell(house, cast.rosa)
    await rosa.wait("noticed", unread=1)
    await tell(house, cast.rosa, key="another")
    await rosa.wait("noticed", unread=2)
    await house.caller(cast.rosa).post("/notices/read", {})
    await rosa.wait("noticed", unread=0)
    await amir.quiet()
    assert amir.of("noticed") == []


async def test_the_mark_is_in_every_page_without_scripts(house: House, cast: Cast, browser: NewBrowser):
    rosa = browser(cast.rosa)
    assert 'data-unread="0"' in (await rosa.get("/rules")).text
    await tell(house, cast.rosa)
    assert 'data-unread="1"' in (await rosa.get("/rules")).text
    assert "Notices, not read: 1" in rosa.page.text
    assert "data-unread" not in (await browser().get("/rules")).text


async def test_rosa_opens_a_notice_and_is_led_there_and_it_is_read(house: House, cast: Cast, browser: NewBrowser):
    await tell(house, cast.rosa, path="/surgeries")
    await tell(house, cast.rosa, key="another")
    rosa = browser(cast.rosa)
    await rosa.get("/notices")
    last = (await unread(house, cast.rosa))["notices"][1]["id"]
    answer = await rosa.post(f"/notices/{last}/read")
    assert (answer.status, answer.headers["Location"]) == (303, "/surgeries")
    assert (await unread(house, cast.rosa))["unread"] == 1
    await rosa.post("/notices/read")
    assert (await unread(house, cast.rosa))["unread"] == 0


async def test_nobody_opens_rosas_notices(house: House, cast: Cast, browser: NewBrowser):
    await tell(house, cast.rosa)
    [notice] = (await unread(house, cast.rosa))["notices"]
    amir = browser(cast.amir)
    await amir.get("/notices")
    assert (await amir.post(f"/notices/{notice['id']}/read")).status == 404
    assert (await unread(house, cast.rosa))["unread"] == 1
    answer = await browser().get("/notices")
    assert (answer.status, answer.headers["Location"]) == (303, "/sign-in?back=/notices")


async def test_rosa_goes_through_a_hundred_notices_by_pages(house: House, cast: Cast, browser: NewBrowser):
    for number in range(101):
        await tell(house, cast.rosa, NoticeKind.QUESTION_MERGED, key=str(number), path=f"/rules?{number}")
    seen: list[str] = []
    before: str | None = ""
    while before is not None:
        page = (await house.caller(cast.rosa).get(f"/notices?limit=30{before and '&before=' + before}")).json
        seen += [notice["path"] for notice in page["notices"]]
        before = page["next"]
    assert seen == [f"/rules?{number}" for number in reversed(range(101))]
    assert "99+" in (await browser(cast.rosa).get("/notices")).text


async def test_many_are_told_under_one_key_however_long(house: House, cast: Cast):
    for member in (cast.rosa, cast.amir):
        assert await tell(house, member, key="k" * 200)
        assert not await tell(house, member, key="k" * 200)
