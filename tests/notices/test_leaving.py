"""What is held of people's notices: theirs to take away, and gone when they go."""

import json

from foundation.database import atomic
from foundation.mail.unsubscribing import signed
from notices.kinds import NoticeKind, Ways
from notices.models import Notice, NoticeChoice, OutboxPush, PushSubscription
from notices.preferences import store as choice_store
from notices.preferences.links import path_of
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.notices.conftest import Subscribe
from tests.notices.telling import tell
from tests.running.push_service import PushService


async def _everything(house: House, cast: Cast, subscribed: Subscribe) -> None:
    await subscribed(cast.rosa)
    await subscribed(cast.amir)
    await atomic(lambda: choice_store.set_choice(cast.rosa.id, NoticeKind.REMINDER, Ways(mail=False, push=True)))
    await tell(house, cast.rosa)
    await tell(house, cast.amir, key="amir")


async def test_rosa_takes_away_what_she_was_told(
    house: House, cast: Cast, browser: NewBrowser, subscribed: Subscribe, pushes: PushService
):
    await _everything(house, cast, subscribed)
    rosa = browser(cast.rosa)
    await rosa.get("/account/export")
    file = json.loads((await rosa.post("/account/export")).text)
    [notice], [choice], [device] = file["notices"], file["notice_choices"], file["push_browsers"]
    assert notice["sentence"] == "Your question was answered"
    assert (choice["kind"], choice["mail"], choice["push"]) == ("reminder", False, True)
    assert device["service"] == "127.0.0.1"
    assert "/push/" not in str(file), "with the whole address anybody could push to her"


async def test_nothing_of_rosas_is_left_when_she_closes_her_account(
    house: House, cast: Cast, browser: NewBrowser, subscribed: Subscribe, pushes: PushService
):
    await _everything(house, cast, subscribed)
    rosa = browser(cast.rosa)
    await rosa.get("/account/close")
    assert (await rosa.post("/account/close", words="stay", sure="yes")).status == 303
    assert await Notice.filter(person_id=cast.rosa.id).count() == 0
    assert await NoticeChoice.filter(person_id=cast.rosa.id).count() == 0
    assert {row.person_id for row in await PushSubscription.all()} == {cast.amir.id}
    link = signed(house.settings, path_of(cast.rosa.id, NoticeKind.REMINDER))
    assert (await browser().post_without_token(link)).status == 200
    assert await NoticeChoice.filter(person_id=cast.rosa.id).count() == 0, "her old mails bring nothing back"
    await house.run_jobs()
    assert len(pushes.received) == 1
    assert await OutboxPush.all().count() == 1
