"""A series changes or ends: its dates follow, but for what a host decided about one of them."""

from datetime import timedelta

from foundation import clock
from notices.models import Notice
from rooms.models import RoomHost, Surgery
from rooms.reminders.models import SeriesReminder
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.rooms.series.conftest import Planner, next_tuesday

FORM = {"title": "Ask about bikes", "kind": "surgery", "start": "18:00", "end": "19:00", "mode": "open"}


async def _dates(series: str) -> list[Surgery]:
    return await Surgery.filter(series_id=series).order_by("occurrence").select_related("room")


async def test_another_time_moves_each_date_but_the_one_that_was_moved_alone(house: House, cast: Cast, ada: Planner):
    series = await ada.series()
    await SeriesReminder.create(id="s" * 16, series_id=series, person_id=cast.rosa.id, created_at=clock.now())
    first, second, *_later = await _dates(series)
    alone = {"starts_at": clock.rfc3339(first.starts_at + timedelta(hours=3)),
             "ends_at": clock.rfc3339(first.ends_at + timedelta(hours=3))}  # fmt: skip
    assert (await house.caller(cast.ada).patch(f"/surgeries/{first.id}", alone)).status == 200
    await Notice.all().delete()
    await ada.get(f"/series/{series}/edit")
    form = FORM | {"date": str(next_tuesday()), "start": "17:00", "end": "18:00", "title": "Ask about locks"}
    changed = await ada.post(f"/series/{series}/edit", **form, repeat="weekly", reason="Shorter days")
    assert changed.status == 303, changed.text
    dates = await _dates(series)
    assert {date.title for date in dates} == {"Ask about locks"}
    assert [date.local_start[-5:] for date in dates][:3] == ["21:00", "17:00", "17:00"]
    assert {date.sequence for date in dates[1:]} == {second.sequence + 1}
    assert await Notice.filter(person_id=cast.rosa.id).count() == 1, "one notice of all dates"


async def test_ada_is_shown_what_she_holds_at_the_times_that_a_series_is_moved_to(house: House, ada: Planner):
    await ada.plan(repeat="never", title="The hall", start="16:30", end="17:30")
    series = await ada.series()
    await ada.get(f"/series/{series}/edit")
    form = FORM | {"date": str(next_tuesday()), "start": "17:00", "end": "18:00", "repeat": "weekly"}
    warned = await ada.post(f"/series/{series}/edit", **form)
    assert (warned.status, "The hall" in warned.text, "Booked at the same time" in warned.text) == (200, True, True)
    assert (await _dates(series))[0].local_start[-5:] == "18:00", "nothing has moved yet"
    assert (await ada.post(f"/series/{series}/edit", **form, confirm="yes")).status == 303
    assert (await _dates(series))[0].local_start[-5:] == "17:00"
    renamed = form | {"title": "Ask about locks"}
    assert (await ada.post(f"/series/{series}/edit", **renamed)).status == 303, "it stays where it is"


async def test_another_rule_calls_off_what_it_has_no_more(house: House, ada: Planner):
    series = await ada.series()
    before = await _dates(series)
    await ada.get(f"/series/{series}/edit")
    await ada.post(
        f"/series/{series}/edit", **FORM, date=str(next_tuesday()), repeat="fortnightly", reason="Fewer of us"
    )
    after = await _dates(series)
    assert [date.id for date in after] == [date.id for date in before]
    assert [str(date.room.status) for date in after][:4] == ["scheduled", "cancelled", "scheduled", "cancelled"]
    assert after[1].cancel_reason == "Fewer of us"


async def test_a_title_that_one_date_has_of_its_own_stays(house: House, cast: Cast, ada: Planner):
    series = await ada.series()
    [first, *_rest] = await _dates(series)
    await house.caller(cast.ada).patch(f"/surgeries/{first.id}", {"title": "With the mayor"})
    await ada.get(f"/series/{series}/edit")
    form = FORM | {"title": "Ask about locks", "date": str(next_tuesday())}
    await ada.post(f"/series/{series}/edit", **form, repeat="weekly")
    assert [date.title for date in await _dates(series)][:2] == ["With the mayor", "Ask about locks"]


async def test_its_end_calls_off_what_is_to_come_and_says_why(house: House, cast: Cast, ada: Planner):
    series = await ada.series()
    await SeriesReminder.create(id="s" * 16, series_id=series, person_id=cast.rosa.id, created_at=clock.now())
    assert (await ada.post(f"/series/{series}/end", reason="Ada moves to Newport")).status == 303
    for _twice in range(2):
        await house.run_jobs()
    assert {(str(date.room.status), date.cancel_reason) for date in await _dates(series)} == {
        ("cancelled", "Ada moves to Newport")
    }
    assert await Notice.filter(person_id=cast.rosa.id).count() == 1
    assert "Ada moves to Newport" in (await house.page(f"/series/{series}")).text
    assert (await ada.post(f"/series/{series}/end")).status == 409


async def test_only_its_hosts_keep_it(house: House, cast: Cast, ada: Planner):
    series = await ada.series()
    for member in (cast.huw, cast.nia, cast.rosa):
        browser = Browser(house.url, member)
        await browser.get(f"/series/{series}")
        assert "Keep the series" not in browser.page.text
        assert (await browser.post(f"/series/{series}/end")).status == 403, member.name
        assert (await house.page(f"/series/{series}/edit", member)).status == 403, member.name
        await browser.close()
    assert (await house.page("/series/" + "0" * 16)).status == 404


async def test_huw_is_named_for_all_dates_and_for_those_made_later(house: House, cast: Cast, ada: Planner):
    series = await ada.series()
    [first, *_rest] = await _dates(series)
    await ada.get(f"/surgeries/{first.id}/hosts")
    assert (await ada.post(f"/surgeries/{first.id}/hosts", person=cast.huw.id, all_dates="yes")).status == 303
    clock.move(timedelta(weeks=2))
    await house.run_jobs()
    dates = await _dates(series)
    assert await RoomHost.filter(person_id=cast.huw.id).count() == len(dates)
