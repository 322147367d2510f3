"""Choosing how often and when one is told, by a page without scripts and as JSON; quiet hours of every kind."""

from datetime import timedelta

import pytest

from foundation import clock
from notices.digests.local_clock import local_now
from notices.kinds import NoticeKind
from notices.push.sender import send_due_pushes
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.house import House
from tests.notices.conftest import Subscribe
from tests.notices.telling import tell
from tests.running.push_service import PushService
from tests.running.smtp import Postbox

CHOSEN = {"every": "weekly", "hour": "7", "quiet_from": "1260", "quiet_to": "450", "mails_a_day": "3"}


async def test_rosa_chooses_on_a_page(house: House, cast: Cast, browser: NewBrowser):
    rosa = browser(cast.rosa)
    await rosa.get("/notices/pace")
    assert "18:00" in rosa.page.text
    answer = await rosa.post("/notices/pace", **CHOSEN)
    assert (answer.status, answer.headers["Location"]) == (303, "/notices/pace?saved")
    await rosa.get("/notices/pace?saved")
    assert "We have saved your choice." in rosa.page.text
    assert (await house.caller(cast.rosa).get("/notices/pace")).json == {
        "every": "weekly", "hour": 7, "quiet_from": 1260, "quiet_to": 450, "mails_a_day": 3,
    }  # fmt: skip
    assert (await house.caller(cast.amir).get("/notices/pace")).json["every"] == "daily"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("every", "hourly"), ("hour", "25"), ("hour", "x"), ("hour", "1" * 5000), ("quiet_from", ""),
        ("quiet_to", "9999"), ("mails_a_day", "0"), ("mails_a_day", "51"),
    ],
)  # fmt: skip
async def test_a_bad_choice_comes_back_with_what_was_chosen(
    house: House, cast: Cast, browser: NewBrowser, field: str, value: str
):
    rosa = browser(cast.rosa)
    await rosa.get("/notices/pace")
    answer = await rosa.post("/notices/pace", **CHOSEN | {field: value})
    assert answer.status == 422
    assert "There is a problem" in answer.text
    assert 'value="weekly" checked' in answer.text.replace("\n", " ").replace("  ", " ") or field == "every"
    assert (await house.caller(cast.rosa).get("/notices/pace")).json["every"] == "daily"


async def test_nobody_chooses_without_a_name(house: House):
    assert (await house.caller().get("/notices/pace")).status == 401
    assert (await house.page("/notices/pace")).status == 303


async def _quiet_now(house: House, member: Member) -> None:
    """Quiet from an hour ago until in an hour."""
    minute = local_now().hour * 60 + local_now().minute
    quiet = {"quiet_from": (minute - 60) % 1440, "quiet_to": (minute + 60) % 1440}
    assert (await house.caller(member).put("/notices/pace", quiet)).status == 204


async def test_in_quiet_hours_only_what_cannot_wait_comes(
    house: House, cast: Cast, postbox: Postbox, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    await _quiet_now(house, cast.rosa)
    await tell(house, cast.rosa, NoticeKind.QUESTION_ANSWERED, key="answered")
    await tell(house, cast.rosa, NoticeKind.DATE_CHANGED, key="moved")
    await house.run_jobs()
    await send_due_pushes(house.app)
    assert [mail["Subject"] for mail in postbox.mails] == ["A date that was moved or cancelled"]
    assert len(pushes.received) == 1
    clock.move(timedelta(minutes=61))
    await house.run_jobs()
    await send_due_pushes(house.app)
    assert [mail["Subject"] for mail in postbox.mails][1:] == ["Your question was answered"]
    assert len(pushes.received) == 2
