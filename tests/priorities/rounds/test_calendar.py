"""The dates of rounds stand in their neighbourhood’s calendar, and in its feed, moved or called off as they are."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import icalendar

from foundation import clock
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.rounds.test_as_json import OF_HOME, new_round

FEED = f"/neighbourhoods/{HOME}/calendar.ics"
DAY = timedelta(days=1)


async def feed(house: House, path: str = FEED) -> dict[str, Any]:
    """Its events by their titles."""
    answer = await house.caller().get(path)
    assert answer.status == 200, answer.text
    return {str(each["SUMMARY"]): each for each in icalendar.Calendar.from_ical(answer.text).walk("VEVENT")}


async def test_the_page_and_the_feed_say_when_the_vote_closes(poll: Poll, house: House, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    row = await poll.row(round_id)
    page = (await browser().get(f"/neighbourhoods/{HOME}/calendar")).text
    assert "Priorities: voting closes (Winter priorities)" in page
    assert f'href="/rounds/{round_id}"' in page
    month = (await browser().get(f"/calendar?view=month&month={row['agree_at']:%Y-%m}")).text
    assert "Priorities: voting closes" in month
    event = (await feed(house))["Priorities: voting closes (Winter priorities)"]
    assert event["DTSTART"].dt == row["agree_at"].replace(microsecond=0)
    assert event["URL"].endswith(f"/rounds/{round_id}")
    assert "Priorities: voting closes (Winter priorities)" in await feed(house, "/calendar.ics")
    assert await feed(house, f"/officers/{poll.cast.ada.id}/calendar.ics") == {}
    assert await feed(house, FEED + "?kind=surgery") == {}


async def test_a_moved_date_comes_to_those_who_subscribed(poll: Poll, house: House) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    before = (await feed(house))["Priorities: voting closes (Winter priorities)"]
    row = await poll.row(round_id)
    body = {"reason": "More time.", "agree_at": (row["agree_at"] + DAY).isoformat()}
    assert (await house.caller(poll.cast.ada).post(f"/rounds/{round_id}/dates", body)).status == 200
    after = (await feed(house))["Priorities: voting closes (Winter priorities)"]
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == before["DTSTART"].dt + DAY
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


async def test_a_cancelled_round_is_called_off_there_too(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.GATHER, ideas=())
    await house.caller(cast.ada).post(f"/rounds/{round_id}/cancel", {"reason": "Nobody came."})
    found = await feed(house)
    assert {str(each["STATUS"]) for each in found.values()} == {"CANCELLED"}
    assert "Cancelled: Priorities: voting opens (Winter priorities)" in found


async def test_of_a_planned_round_the_dates_are_told_and_no_name(house: House, cast: Cast) -> None:
    assert (await house.caller(cast.ada).post(OF_HOME, new_round(title="Secret plans"))).status == 201
    found = await feed(house)
    assert "Priorities: proposals open" in found
    assert "Secret" not in str(found)
    assert found["Priorities: proposals open"]["URL"].endswith(f"/neighbourhoods/{HOME}/priorities")


async def test_rounds_of_many_neighbourhoods_leave_no_vote_out(poll: Poll, browser: NewBrowser) -> None:
    """The page takes twenty dates at a time; whichever round they are of, each is on one of its pages, once."""
    titles = [f"Round {number:02}" for number in range(24)]
    for number, title in enumerate(titles):
        hours = timedelta(hours=number)
        dates = {"gather_at": clock.now() - 9 * DAY + hours, "agree_at": clock.now() + 3 * DAY + hours}
        await poll.begin(Phase.VOTE, ideas=(), title=title, **dates)
    path, seen = "/calendar", ""
    while path:
        page = (await browser().get(path)).text
        seen += page
        later = re.search(r'rel="next" href="([^"]*)"', page)
        path = unescape(later[1]) if later else ""
    for what in ("voting closes", "did it get better?"):
        assert [seen.count(f"Priorities: {what} ({title})") for title in titles] == [1] * len(titles)
