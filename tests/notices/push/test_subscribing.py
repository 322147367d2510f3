"""Putting a browser in to be pushed to, and taking it out."""

from dataclasses import replace

import pytest

from accounts.models import Session
from foundation import clock
from notices.models import OutboxPush, PushSubscription
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.notices.conftest import Subscribe
from tests.notices.telling import tell
from tests.running.push_service import PushService


async def _refused(house: House, cast: Cast, subscription: JSON) -> JSON:
    answer = await house.caller(cast.rosa).post("/push/subscriptions", subscription)
    assert answer.status == 422, answer.text
    assert await PushSubscription.all().count() == 0
    return dict(answer.json)


async def test_rosa_sees_her_devices_and_takes_one_out(
    house: House, cast: Cast, browser: NewBrowser, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    rosa = browser(cast.rosa)
    await rosa.get("/notices/choices")
    assert "Stop telling it" in rosa.page.text
    row = await PushSubscription.get()
    assert f'data-known="{row.endpoint_hash}"' in rosa.page.text
    assert row.endpoint not in rosa.page.text
    answer = await rosa.post(f"/notices/browsers/{row.id}/remove")
    assert answer.headers["Location"] == "/notices/choices?removed#browsers"
    assert await PushSubscription.all().count() == 0


async def test_nobody_takes_rosas_device_out(house: House, cast: Cast, subscribed: Subscribe):
    await subscribed(cast.rosa)
    row = await PushSubscription.get()
    assert (await house.caller(cast.amir).delete(f"/push/subscriptions/{row.id}")).status == 404
    assert (await house.caller(cast.rosa).delete(f"/push/subscriptions/{row.id}")).status == 204
    assert (await house.caller().post("/push/subscriptions", {})).status == 401


async def test_a_browser_that_is_put_in_twice_is_one(house: House, cast: Cast, pushes: PushService):
    """Under who signed in last: a shared computer tells nobody what is another's."""
    shared = pushes.browser()
    for member in (cast.rosa, cast.rosa, cast.amir):
        assert (await house.caller(member).post("/push/subscriptions", shared.subscription)).status == 201
    assert (await PushSubscription.get()).person_id == cast.amir.id
    await tell(house, cast.rosa)
    await house.run_jobs()
    assert pushes.received == []


async def test_the_oldest_device_makes_room(house: House, cast: Cast, subscribed: Subscribe):
    for _each in range(12):
        await subscribed(cast.rosa)
    assert await PushSubscription.filter(person_id=cast.rosa.id).count() == 10


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.org/a",
        "https://localhost/a",
        "https://127.0.0.1/a",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://10.0.0.8/a",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/a",
        "https://[::ffff:10.0.0.1]/a",
        "https://redis/a",
        "https://push.example.org:6379/a",
        "https://push.example.org:x/a",
        "https://user:word@push.example.org/a",
        "https://push.example.org@127.0.0.1/a",
        "https://push.example.org\\@127.0.0.1/a",
        "https://push.example.org/a#b",
        "https://push.example.org/a b",
        "https://push.example.org/a\r\nHost: x",
        "https://push.example.org/ŵ",
        "https://push.example.org",
        "ftp://push.example.org/a",
        "file:///etc/passwd",
        "https://push.example.org/" + "a" * 1001,
    ],
)
async def test_an_endpoint_that_leads_elsewhere_is_refused(
    house: House, cast: Cast, pushes: PushService, endpoint: str
):
    await _refused(house, cast, pushes.browser().subscription | {"endpoint": endpoint})


async def test_endpoints_of_real_push_services_are_taken(house: House, cast: Cast, pushes: PushService):
    for endpoint in (
        "https://fcm.googleapis.com/fcm/send/dJ:APA91bG-x_y",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn",
        "https://web.push.apple.com/QGuQyavX",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2bx",
    ):
        subscription = pushes.browser().subscription | {"endpoint": endpoint}
        assert (await house.caller(cast.rosa).post("/push/subscriptions", subscription)).status == 201


@pytest.mark.parametrize(
    "keys",
    [
        {"auth": "AAAAAAAAAAAAAAAAAAAAAAAA"},
        {"auth": "not base64 at all!"},
        {"p256dh": "A" * 87},
        {"p256dh": "B" + "A" * 86},
        {"p256dh": "A" * 121},
    ],
)
async def test_keys_that_nothing_can_be_encrypted_with_are_refused(
    house: House, cast: Cast, pushes: PushService, keys: dict[str, str]
):
    subscription = pushes.browser().subscription
    await _refused(house, cast, subscription | {"keys": subscription["keys"] | keys})


async def test_a_server_without_keys_says_so(house: House, cast: Cast, pushes: PushService, browser: NewBrowser):
    house.settings = replace(house.settings, vapid=None)
    await house.restart()
    assert (await house.caller().get("/push/key")).json == {"public_key": None}
    answer = await house.caller(cast.rosa).post("/push/subscriptions", pushes.browser().subscription)
    assert answer.status == 503
    assert "does not send anything to devices" in (await browser(cast.rosa).get("/notices/choices")).text


async def test_a_device_hears_nothing_after_its_person_has_signed_out(
    house: House, cast: Cast, browser: NewBrowser, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    rosa = browser(cast.rosa)
    await rosa.get("/notices")
    await tell(house, cast.rosa)
    await rosa.post("/sign-out")
    await house.run_jobs()
    assert pushes.received == []
    assert (await PushSubscription.all().count(), await OutboxPush.all().count()) == (0, 0)


async def test_a_session_that_ran_out_takes_its_device_along(house: House, cast: Cast, subscribed: Subscribe):
    await subscribed(cast.rosa)
    await subscribed(cast.amir)
    await Session.filter(id=cast.rosa.session).update(expires_at=clock.now())
    await house.run_jobs()
    assert (await PushSubscription.get()).person_id == cast.amir.id


async def test_the_worker_is_served_for_every_page(house: House):
    answer = await house.page("/push-worker.js")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "showNotification" in answer.text
