"""Who is signed out is shown the page that was drawn for another reader, with their own token in it."""

import re

from accounts.models import Person
from forums.kept.shelf import SHELF
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.kept.conftest import BEHIND, TITLE, Read
from tests.house import House


def token_in(page: str) -> str:
    found = re.search(r'<meta name="csrf-token" content="(\w+)">', page)
    assert found, page
    return found[1]


async def test_the_second_reader_is_shown_the_page_of_the_first(read: Read) -> None:
    first = await read.text()
    await read.rename_behind()
    second = await read.text()
    assert TITLE in second
    assert second.replace(token_in(second), token_in(first)) == first


async def test_each_reader_has_a_token_and_a_cookie_of_their_own(read: Read) -> None:
    answers = [await read.answer() for _reader in range(3)]
    assert len({token_in(answer.text) for answer in answers}) == 3
    cookies = {answer.headers["Set-Cookie"] for answer in answers}
    assert len(cookies) == 3
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies)


async def test_a_readers_token_is_that_of_their_cookie(read: Read, browser: NewBrowser) -> None:
    await read.answer()
    reader = browser()
    page = await reader.get(read.path)
    cookie = reader.token
    joined = await reader.post_without_token("/guest", csrf_token=token_in(page.text), name="Gwyneth", back=read.path)
    assert joined.status == 303, joined.text
    assert reader.token != cookie


async def test_a_reader_who_has_a_cookie_keeps_it(read: Read, browser: NewBrowser) -> None:
    reader = browser()
    await reader.get(read.path)
    again = await reader.get(read.path)
    assert "Set-Cookie" not in again.headers


async def test_a_page_from_memory_carries_every_header_of_a_page(read: Read) -> None:
    drawn, kept = await read.answer(), await read.answer()
    own = {"Set-Cookie", "Date", "Content-Length"}
    assert {(name, drawn.headers[name]) for name in drawn.headers if name not in own} == {
        (name, kept.headers[name]) for name in kept.headers if name not in own
    }
    assert kept.headers["Cache-Control"] == "no-store"


async def test_rosa_is_never_shown_a_page_that_was_drawn_for_others(read: Read, house: House, cast: Cast) -> None:
    await read.text()
    await read.rename_behind()
    assert BEHIND in await read.talk.shown(read.id, cast.rosa)
    assert TITLE in await read.text()


async def test_nobody_is_shown_a_page_that_was_drawn_for_rosa(read: Read, cast: Cast) -> None:
    assert "Rosa" in await read.talk.shown(read.id, cast.amir)
    assert not read.house.app[SHELF].topics()
    page = await read.text()
    assert "/sign-out" not in page


async def test_a_reader_whose_sign_in_has_ended_is_a_reader(read: Read, cast: Cast) -> None:
    await Person.filter(id=cast.amir.id).update(suspended_at=cast.amir.began)
    await read.text()
    answer = await read.answer(Cookie=f"bluelamp_session={cast.amir.token}")
    assert answer.status == 200
    assert "/sign-out" not in answer.text
    assert "Set-Cookie" in answer.headers


async def test_welsh_and_english_readers_have_pages_of_their_own(read: Read) -> None:
    english = await read.text()
    welsh = (await read.answer(Cookie="bluelamp_language=cy")).text
    assert '<html lang="en"' in english
    assert '<html lang="cy"' in welsh
    assert '<html lang="en"' in await read.text()


async def test_nobody_can_have_another_site_named_in_the_pages_of_others(read: Read) -> None:
    assert "evil.example" in (await read.answer(Host="evil.example")).text, "its own reader is told so"
    assert "evil.example" not in await read.text()


async def test_a_query_that_means_nothing_is_not_kept(read: Read) -> None:
    for number in range(5):
        assert (await read.answer(f"?utm_source={number}")).status == 200
    assert not read.house.app[SHELF].topics()
