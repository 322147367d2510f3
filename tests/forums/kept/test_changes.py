"""What changes is on the very next page, whatever it is: nobody is shown what was taken down, or who has no badge."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from forums.arranging import moving_service
from forums.arranging import service as arranging
from forums.arranging.merging import service as merging_service
from forums.kept.shelf import SHELF
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act
from tests.cast import Cast
from tests.clients import Answer
from tests.forums.kept.conftest import TITLE, Read

WORDS = "There is one on Crwys Road that works"


@pytest.fixture
async def reply(read: Read, cast: Cast) -> str:
    """Amir's, on a page that is kept."""
    reply = str((await read.talk.reply(cast.amir, read.id, WORDS)).id)
    assert WORDS in await read.text()
    assert read.id in read.house.app[SHELF].topics(), "must be kept for this to mean anything"
    return reply


async def done(answer: Awaitable[Answer]) -> None:
    got = await answer
    assert got.status < 400, got.text


async def test_a_reply_is_on_the_next_page(read: Read, cast: Cast, reply: str) -> None:
    for number in range(3):
        await read.talk.reply(cast.rosa, read.id, f"Thank you, {number} times")
        assert f"Thank you, {number} times" in await read.text()


async def test_an_edit_is_on_the_next_page(read: Read, cast: Cast, reply: str) -> None:
    version = (await read.talk.row(reply)).version
    change = {"body": "It is on Albany Road", "version": version}
    await done(read.house.caller(cast.amir).patch(f"/replies/{reply}", change))
    page = await read.text()
    assert "It is on Albany Road" in page
    assert WORDS not in page


async def test_words_that_are_taken_back_are_on_no_page(read: Read, cast: Cast, reply: str) -> None:
    await done(read.house.caller(cast.amir).delete(f"/replies/{reply}"))
    assert WORDS not in await read.text()


async def test_what_mo_takes_down_is_on_no_page_and_back_when_it_is_put_back(
    read: Read, cast: Cast, reply: str
) -> None:
    await read.talk.flag(cast.rosa, "reply", reply)
    decision = await read.talk.decide(cast.mo, reply, "hide")
    assert WORDS not in await read.text()
    await read.talk.undo(cast.mo, decision)
    assert WORDS in await read.text()


async def test_what_ada_takes_down_where_it_stands_is_on_no_page(
    read: Read, cast: Cast, reply: str, browser: NewBrowser
) -> None:
    ada = browser(cast.ada)
    await ada.get(f"/replies/{reply}/decide")
    await done(ada.post(f"/replies/{reply}/hide", reason="Be kinder", clause="kind"))
    assert WORDS not in await read.text()


async def test_a_topic_that_is_taken_down_is_gone(read: Read, cast: Cast, reply: str) -> None:
    await read.talk.flag(cast.amir, "topic", read.id)
    await read.talk.decide(cast.mo, read.id, "hide")
    assert (await read.answer()).status == 404
    assert WORDS not in (await read.answer()).text


async def test_a_title_that_staff_change_is_on_the_next_page(read: Read, cast: Cast, reply: str) -> None:
    await read.talk.flag(cast.amir, "topic", read.id)
    await read.talk.decide(cast.mo, read.id, "edit", body="Light, please\n\nIt is dark there.")
    page = await read.text()
    assert "Light, please" in page
    assert TITLE not in page


async def test_a_new_name_is_on_the_next_page(read: Read, cast: Cast, reply: str) -> None:
    assert "Amir" in await read.text()
    await done(read.house.caller(cast.amir).patch("/me", {"name": "Tegid"}))
    page = await read.text()
    assert "Tegid" in page
    assert cast.amir.name not in page


async def test_a_badge_goes_at_once_and_comes_back_at_once(
    read: Read, cast: Cast, reply: str, browser: NewBrowser
) -> None:
    await read.talk.reply(cast.ada, read.id, "We look at it on Monday")
    assert "bl-badge--officer" in await read.text()
    dee = browser(cast.dee)
    await act(dee, cast.ada, "suspend")
    assert "bl-badge--officer" not in await read.text()
    await act(dee, cast.ada, "readmit")
    assert "bl-badge--officer" in await read.text()


Act = Callable[[Read, Cast], Awaitable[None]]


async def locked(read: Read, cast: Cast) -> None:
    await arranging.lock(read.house.app, cast.ada.viewer, read.id, "The case is in court")


async def slowed(read: Read, cast: Cast) -> None:
    await arranging.set_mode(read.house.app, cast.ada.viewer, read.id, "slow", 600)


async def archived(read: Read, cast: Cast) -> None:
    await arranging.archive(read.house.app, cast.ada.viewer, read.id)


async def moved(read: Read, cast: Cast) -> None:
    await moving_service.move(read.house.app, cast.ada.viewer, read.id, "traffic")


@pytest.mark.parametrize("arranged", [locked, slowed, archived, moved], ids=lambda each: str(each.__name__))
async def test_what_staff_arrange_is_on_the_next_page(read: Read, cast: Cast, reply: str, arranged: Act) -> None:
    before = await read.text()
    await arranged(read, cast)
    after = await read.text()
    assert len(before) != len(after)


async def test_an_official_answer_is_on_top_of_the_next_page(read: Read, cast: Cast, reply: str) -> None:
    assert "forum-official" not in await read.text()
    await read.talk.reply(cast.ada, read.id, "It is ordered", official=True)
    assert "forum-official" in await read.text()


async def test_a_merged_topics_address_leads_on(read: Read, cast: Cast, reply: str) -> None:
    into = str((await read.talk.topic(cast.rosa, "Lights")).topic_id)
    await merging_service.merge(read.house.app, cast.ada.viewer, read.id, into)
    answer = await read.answer()
    assert answer.status == 301
    assert answer.headers["Location"].startswith(f"/topics/{into}")


async def test_a_new_topic_is_on_the_next_list(read: Read, cast: Cast) -> None:
    paths = ["/forums", "/neighbourhoods/cathays/forum", "/neighbourhoods/cathays/forum/general"]
    for path in paths:
        await read.house.page(path)
    title = f"Bins {uuid4()}"
    await read.talk.topic(cast.rosa, title)
    for path in paths[1:]:
        assert title in (await read.house.page(path)).text
