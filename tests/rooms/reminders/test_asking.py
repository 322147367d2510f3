"""Asking to be reminded: by a form, by who is somebody here; and everybody who did is told what changes."""

import json

from foundation.database import atomic
from foundation.language import _
from notices.kinds import NoticeKind
from rooms.reminders.models import Reminder, SeriesReminder
from rooms.reminders.service import tell_reminded
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.notices.conftest import Subscribe, unread
from tests.rooms.reminders.dates import set_series
from tests.rooms_from_outside import Room


async def test_rosa_asks_on_the_surgerys_page_and_reads_how_it_will_reach_her(
    scheduled: Room, cast: Cast, browser: NewBrowser
):
    rosa = browser(cast.rosa)
    await rosa.get(f"/surgeries/{scheduled.id}")
    assert f'action="/surgeries/{scheduled.id}/reminder"' in rosa.page.text
    answer = await rosa.post(f"/surgeries/{scheduled.id}/reminder", what="date")
    assert (answer.status, answer.headers["Location"]) == (303, f"/surgeries/{scheduled.id}/reminder")
    await rosa.get(answer.headers["Location"])
    assert "You will be reminded" in rosa.page.text
    assert "<strong>rosa@example.org</strong>" in rosa.page.text
    assert "You are reminded of this date" in (await rosa.get(f"/surgeries/{scheduled.id}")).text


async def test_rosa_asks_twice_and_is_in_once_and_out_again(scheduled: Room, cast: Cast, browser: NewBrowser):
    rosa, path = browser(cast.rosa), f"/surgeries/{scheduled.id}/reminder"
    await rosa.get(path)
    for _time in range(2):
        await rosa.post(path, what="date")
    assert await Reminder.all().count() == 1
    await rosa.post(path, what="date", end="yes")
    assert "You will be reminded" not in (await rosa.get(path)).text
    await rosa.post(path, what="date")
    assert "You will be reminded" in (await rosa.get(path)).text
    assert await Reminder.all().count() == 1


async def test_who_is_signed_out_is_led_to_join_and_back(scheduled: Room, browser: NewBrowser):
    path = f"/surgeries/{scheduled.id}/reminder"
    someone = browser()
    await someone.get(f"/surgeries/{scheduled.id}")
    assert f'href="{path}"' in someone.page.text
    await someone.get(path)
    assert f'href="/guest?back={path}"' in someone.page.text
    assert f'href="/sign-in?back={path}"' in someone.page.text
    await someone.get(f"/guest?back={path}")
    answer = await someone.post("/guest", name="Owain", back=path)
    assert answer.headers["Location"] == path
    await someone.get(path)
    assert "You are a guest, so we can’t send you an email" in someone.page.text
    assert (await someone.post(path, what="date")).status == 303


async def test_gwen_reads_that_only_her_device_tells_her(
    scheduled: Room, cast: Cast, browser: NewBrowser, subscribed: Subscribe
):
    path = f"/surgeries/{scheduled.id}/reminder"
    await subscribed(cast.gwen)
    assert "on 1 device" in (await browser(cast.gwen).get(path)).text


async def test_nobody_is_reminded_of_what_is_over(room: Room, cast: Cast, browser: NewBrowser):
    path = f"/surgeries/{room.id}/reminder"
    await room.act("close")
    rosa = browser(cast.rosa)
    assert "nothing to remind you of" in (await rosa.get(path)).text
    assert (await rosa.post(path, what="date")).status == 409
    assert (await rosa.get("/surgeries/0000000000000000/reminder")).status == 404


async def test_a_form_of_another_site_asks_for_nothing(scheduled: Room, cast: Cast, browser: NewBrowser):
    rosa = browser(cast.rosa)
    assert (await rosa.post_without_token(f"/surgeries/{scheduled.id}/reminder", what="date")).status == 403
    assert await Reminder.all().count() == 0


async def test_everybody_who_asked_is_told_once_that_it_was_moved(
    house: House, scheduled: Room, cast: Cast, browser: NewBrowser
):
    await set_series(scheduled, "series")
    path = f"/surgeries/{scheduled.id}/reminder"
    for member, what in ((cast.rosa, "date"), (cast.amir, "series"), (cast.huw, "date"), (cast.gwen, "series")):
        someone = browser(member)
        await someone.get(path)
        await someone.post(path, what=what)
    gwen = browser(cast.gwen)
    await gwen.get(path)
    await gwen.post(path, what="date", end="yes")
    live = await house.live(cast.amir)
    for _time in range(2):
        tell = await atomic(
            lambda: tell_reminded(
                scheduled.id, NoticeKind.DATE_CHANGED, lambda: _("It was moved"), key="moved.1", but=[cast.huw.id]
            )
        )
        for each in tell:
            await each(house.app)
    await live.wait("noticed", unread=1)
    told = {member.name: (await unread(house, member))["unread"] for member in cast}
    assert {name for name, count in told.items() if count} == {"Rosa Jones", "Amir Khan"}
    assert (await unread(house, cast.rosa))["notices"][0]["path"] == f"/surgeries/{scheduled.id}"


async def test_rosa_takes_her_reminders_away_and_leaves_none(
    house: House, scheduled: Room, cast: Cast, browser: NewBrowser
):
    await set_series(scheduled, "series")
    rosa, path = browser(cast.rosa), f"/surgeries/{scheduled.id}/reminder"
    await rosa.get(path)
    await rosa.post(path, what="series")
    await rosa.get("/account/export")
    file = json.loads((await rosa.post("/account/export")).text)
    assert [row["surgery"] for row in file["reminders"]] == [scheduled.id]
    assert [row["series"] for row in file["series_reminders"]] == ["series"]
    await rosa.get("/account/close")
    await rosa.post("/account/close", words="stay", sure="yes")
    assert (await Reminder.all().count(), await SeriesReminder.all().count()) == (0, 0)
