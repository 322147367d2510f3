"""An officer's public page and its poster."""

import re
from datetime import timedelta

from accounts.models import Person
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.accounts.duty.conftest import says
from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_ada_s_page_says_where_she_is_now_and_how_to_check(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    page = (await browser().get(f"/officers/{cast.ada.id}")).text
    for said in ("Ada Okafor", "PC 4127", "South Wales Police", "Cathays", "On duty in this room now",
                 f'href="/surgeries/{room.id}"', 'action="/check"', 'href="/complain"', "/poster",
                 'href="tel:101"'):  # fmt: skip
        assert said in page, said
    assert re.findall(r'bl-words__word">(\w+)', page) == words.split()


async def test_off_duty_it_shows_the_next_surgery_and_no_words(
    scheduled: Room, cast: Cast, browser: NewBrowser
) -> None:
    page = (await browser().get(f"/officers/{cast.ada.id}")).text
    assert f'href="/surgeries/{scheduled.id}"' in page
    assert "bl-words__word" not in page
    assert "On duty" not in page


async def test_a_page_that_was_an_officers_says_so(room: Room, cast: Cast, browser: NewBrowser) -> None:
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    for path in ("", "/poster", "/qr.svg"):
        page = await browser().get(f"/officers/{cast.ada.id}{path}")
        assert (page.status, "was an officer" in page.text, "Okafor" in page.text) == (404, True, False)
    nobody = await browser().get(f"/officers/{cast.rosa.id}")
    assert (nobody.status, "was an officer" in nobody.text) == (404, False)


async def test_the_poster_has_the_address_and_its_qr_code_and_not_the_words(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser()
    page = (await rosa.get(f"/officers/{cast.ada.id}/poster")).text
    assert f"{room.house.url}/officers/{cast.ada.id}" in page
    assert not says(page, words)
    assert 'lang="en">Check that it is really me' in page
    assert '<p class="bl-poster__title" lang="cy">' in page
    picture = await rosa.get(f"/officers/{cast.ada.id}/qr.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert 'xmlns="http://www.w3.org/2000/svg"' in picture.text


async def test_a_room_shows_the_words_only_while_it_is_open(room: Room, words: str, browser: NewBrowser) -> None:
    rosa = browser()

    async def shown() -> list[str]:
        return re.findall(r'bl-words__word">(\w+)', (await rosa.get(f"/surgeries/{room.id}")).text)

    assert await shown() == words.split()
    clock.move(timedelta(hours=3))
    await room.house.run_jobs()
    assert await shown() == []
