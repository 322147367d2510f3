"""Push messages by a real push service on the loopback address: encrypted, signed, once, and given up in time."""

import asyncio
import base64
import json
from datetime import timedelta

import pytest
from py_vapid import Vapid02

from foundation import clock
from notices.kinds import NoticeKind
from notices.models import OutboxPush, PushSubscription
from notices.push import outbox_store
from notices.push.sender import send_due_pushes
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.notices.conftest import Subscribe
from tests.notices.telling import tell
from tests.running.push_service import PushService


async def test_only_rosas_browser_reads_what_she_is_told(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    browser, other = await subscribed(cast.rosa), await subscribed(cast.amir)
    await tell(house, cast.rosa, path="/surgeries/x")
    await send_due_pushes(house.app)
    [received] = pushes.received
    assert b"answered" not in received.body
    shown = browser.read(received)
    assert (shown["title"], shown["body"]) == ("Your question was answered", "Your question was answered")
    assert shown["path"] == "/surgeries/x"
    with pytest.raises(Exception, match="ecrypt"):
        other.read(received)


async def test_the_service_knows_who_sends_for_how_long_and_how_urgent(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    await tell(house, cast.rosa, NoticeKind.YOUR_TURN, urgent=True, useless_after=clock.now() + timedelta(minutes=2))
    await send_due_pushes(house.app)
    [received] = pushes.received
    assert received.headers["Urgency"] == "high"
    assert received.headers["Content-Encoding"] == "aes128gcm"
    assert 100 < int(received.headers["TTL"]) <= 120
    assert Vapid02.verify(received.headers["Authorization"])
    assert house.settings.vapid
    assert f"k={house.settings.vapid.public}" in received.headers["Authorization"]
    claims = _claims(received.headers["Authorization"])
    assert (claims["aud"], claims["sub"]) == (pushes.origin, "mailto:it@force.example")
    assert 0 < claims["exp"] - clock.now().timestamp() <= 24 * 3600


def _claims(authorization: str) -> JSON:
    part = authorization.partition("t=")[2].partition(",")[0].split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(part + "==")))


async def test_each_of_rosas_devices_is_told_once_with_two_processes_at_it(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    browsers = [await subscribed(cast.rosa) for _each in range(3)]
    for number in range(4):
        await tell(house, cast.rosa, key=str(number))
    await asyncio.gather(*(send_due_pushes(house.app) for _process in range(3)))
    assert [len(pushes.to(browser)) for browser in browsers] == [4, 4, 4]
    assert await OutboxPush.filter(sent_at=None).count() == 0
    assert {push.body for push in await OutboxPush.all()} == {""}


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_is_gone_is_forgotten(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe, status: int
):
    await subscribed(cast.rosa)
    pushes.status = status
    await tell(house, cast.rosa)
    await tell(house, cast.rosa, key="second")
    await send_due_pushes(house.app)
    assert (await PushSubscription.all().count(), await OutboxPush.all().count()) == (0, 0)


async def test_a_service_that_is_busy_is_asked_again_when_it_said(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    pushes.status, pushes.headers = 429, {"Retry-After": "120"}
    await tell(house, cast.rosa)
    await send_due_pushes(house.app)
    pushes.status = 201
    clock.move(timedelta(seconds=110))
    await send_due_pushes(house.app)
    assert len(pushes.received) == 1
    clock.move(timedelta(seconds=11))
    await send_due_pushes(house.app)
    await send_due_pushes(house.app)
    assert len(pushes.received) == 2
    assert (await PushSubscription.get()).worked_at is not None


async def test_what_comes_too_late_is_not_sent(house: House, cast: Cast, pushes: PushService, subscribed: Subscribe):
    await subscribed(cast.rosa)
    pushes.status = 503
    await tell(house, cast.rosa, NoticeKind.YOUR_TURN, useless_after=clock.now() + timedelta(minutes=2))
    await send_due_pushes(house.app)
    pushes.status = 201
    clock.move(timedelta(minutes=3))
    await send_due_pushes(house.app)
    assert len(pushes.received) == 1
    push = await OutboxPush.get()
    assert (push.given_up_at is not None, push.body) == (True, "")


@pytest.mark.parametrize("status", [400, 403, 413])
async def test_what_a_service_will_never_take_is_given_up(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe, status: int
):
    await subscribed(cast.rosa)
    pushes.status = status
    await tell(house, cast.rosa)
    for _each in range(3):
        await send_due_pushes(house.app)
        clock.move(timedelta(hours=1))
    assert len(pushes.received) == 1
    assert (await OutboxPush.get()).given_up_at is not None
    assert await PushSubscription.all().count() == 1


async def test_nobody_leads_us_elsewhere(house: House, cast: Cast, pushes: PushService, subscribed: Subscribe):
    await subscribed(cast.rosa)
    pushes.status, pushes.headers = 307, {"Location": f"{pushes.origin}/push/inside"}
    await tell(house, cast.rosa)
    await send_due_pushes(house.app)
    assert len(pushes.received) == 1


async def test_a_process_that_died_leaves_it_to_the_next(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    await tell(house, cast.rosa)
    push, now = await OutboxPush.get(), clock.now()
    await outbox_store.claim_push(push.id, now, now + timedelta(minutes=1))
    await send_due_pushes(house.app)
    assert pushes.received == []
    clock.move(timedelta(seconds=61))
    await send_due_pushes(house.app)
    assert len(pushes.received) == 1


async def test_a_name_that_leads_into_our_own_network_is_not_asked_and_forgotten(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe, monkeypatch: pytest.MonkeyPatch
):
    """A public name may have a private address: what counts is where the connection goes."""
    await subscribed(cast.rosa)
    asked = []

    def resolve(host: str, *_more: object, **_options: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", ("10.0.0.8", 443))]

    await PushSubscription.all().update(endpoint="https://inside.example.org/push/x")
    monkeypatch.setattr("socket.getaddrinfo", resolve)
    await tell(house, cast.rosa)
    await send_due_pushes(house.app)
    assert asked == ["inside.example.org"]
    assert await PushSubscription.all().count() == 0


async def test_one_service_that_is_away_does_not_keep_the_others(
    house: House, cast: Cast, pushes: PushService, subscribed: Subscribe
):
    await subscribed(cast.rosa)
    amir = await subscribed(cast.amir)
    row = await PushSubscription.get(person_id=cast.rosa.id)
    await PushSubscription.filter(id=row.id).update(p256dh="B" + "A" * 86)
    await tell(house, cast.rosa)
    await tell(house, cast.amir)
    await send_due_pushes(house.app)
    assert len(pushes.to(amir)) == 1
    assert (await OutboxPush.get(subscription_id=row.id)).sent_at is None
