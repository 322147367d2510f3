"""The page of searching, without scripts: the form keeps what was asked, and each result says where it stands."""

import re
from datetime import timedelta

import pytest

from foundation import clock
from tests.cast import HOME, Cast
from tests.forums.talk import Talk
from tests.house import House


@pytest.fixture
def limits() -> bool:
    """Much is said in a short time here."""
    return False


async def test_a_newcomer_finds_a_topic_from_the_box_of_any_page(talk: Talk, cast: Cast, house: House) -> None:
    topic = await talk.topic(cast.rosa, "Lamp out on Salisbury Road", "It went dark <b>on Monday</b>")
    first = (await house.page("/")).text
    box = re.search(r'<form class="bl-header__search"[^>]*>', first)
    assert box
    assert 'action="/search" method="get" role="search"' in box[0]
    page = (await house.page("/search?q=lamps")).text
    assert "1 result" in page
    assert f'<a class="govuk-link" href="/topics/{topic.topic_id}"><mark>Lamp</mark> out on Salisbury Road</a>' in page
    assert "&lt;b&gt;on Monday&lt;/b&gt;" in page
    assert "Cathays" in page
    assert 'value="lamps"' in page


async def test_the_form_comes_back_as_it_was_filled_in(talk: Talk, cast: Cast, house: House) -> None:
    await talk.topic(cast.rosa)
    page = (await house.page(f"/search?q=lamp&kind=topic&neighbourhood={HOME}&answered=yes&since=2026-01-02")).text
    assert '<option value="topic" selected>' in page
    assert f'<option value="{HOME}" selected>' in page
    assert re.search(r'id="answered"[^>]*checked', page)
    assert 'value="2026-01-02"' in page
    assert "Nothing found" in page
    assert 'href="/search?q=lamp">Search everything' in page


async def test_more_results_are_on_the_next_page_and_only_once(talk: Talk, cast: Cast, house: House) -> None:
    topic = await talk.topic(cast.rosa)
    for number in range(24):
        await talk.reply(cast.amir, topic.topic_id, f"A lamp is missing, number {number}")
    first = (await house.page("/search?q=lamp")).text
    [following] = re.findall(r'href="([^"]*cursor=[^"]*)"', first)
    second = (await house.page(following.replace("&amp;", "&"))).text
    shown = [re.findall(r'data-result="([^"]*)"', page) for page in (first, second)]
    assert [len(each) for each in shown] == [20, 5]
    assert not set(shown[0]) & set(shown[1])
    assert "cursor=" not in second.partition("</form>")[2]
    other = await house.page(following.replace("&amp;", "&").replace("q=lamp", "q=number"))
    assert other.status == 422
    assert 'value="number"' in other.text


async def test_only_what_must_not_be_there_is_no_question(house: House) -> None:
    page = (await house.page("/search?q=-lamp")).text
    assert "There is no word to look for in this." in page
    assert 'value="-lamp"' in page


@pytest.mark.parametrize("limits", [True])
async def test_who_searches_too_fast_is_asked_to_wait_and_keeps_the_words(talk: Talk, cast: Cast, house: House) -> None:
    for _again in range(60):
        assert (await house.page("/search?q=lamp", cast.rosa)).status == 200
    page = await house.page("/search?q=lamp", cast.rosa)
    assert page.status == 429
    assert "Too fast." in page.text
    assert 'value="lamp"' in page.text
    assert (await house.page("/search?q=lamp", cast.amir)).status == 200


async def test_a_day_is_one_of_the_force(talk: Talk, cast: Cast, house: House) -> None:
    midnight = clock.now().astimezone(house.settings.time_zone).replace(hour=0, minute=0, second=0, microsecond=0)
    clock.move(midnight - clock.now() + timedelta(minutes=1))
    await talk.topic(cast.rosa)
    today, before = midnight.date().isoformat(), (midnight - timedelta(days=1)).date().isoformat()
    assert "1 result" in (await house.page(f"/search?q=lamp&since={today}&until={today}")).text
    assert "Nothing found" in (await house.page(f"/search?q=lamp&until={before}")).text


async def test_who_finds_nothing_reads_what_to_do_next(house: House) -> None:
    nothing = (await house.page("/search?q=zeppelin")).text
    assert 'href="/forums">Ask about it' in nothing
    narrowed = (await house.page("/search?q=zeppelin&kind=reply")).text
    assert 'href="/search?q=zeppelin">Search everything for these words' in narrowed
