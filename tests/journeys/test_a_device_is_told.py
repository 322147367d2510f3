"""A device that shows what it is told: by Chromium itself, for its headless shell has no notifications."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from foundation.vapid import Vapid, new_private
from notices.push.sender import send_due_pushes
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.notices.telling import tell
from tests.running.browser import running_chromium
from tests.running.push_service import PushedBrowser, PushService, running_push_service

pytestmark = [pytest.mark.browser, pytest.mark.desktop]


@pytest.fixture(scope="module")
def chromium() -> Iterator[str]:
    with running_chromium(desktop=True) as address:
        yield address


@pytest.fixture
async def pushes() -> AsyncIterator[PushService]:
    async with running_push_service() as service:
        yield service


@pytest.fixture
def settings(settings: Settings, pushes: PushService) -> Settings:
    vapid = Vapid(new_private(), "mailto:it@force.example")
    return replace(settings, vapid=vapid, push_origins=(pushes.origin,))


async def test_rosas_device_is_told_and_shows_it(house: House, cast: Cast, browse: Browse, pushes: PushService):
    rosa = await browse(cast.rosa)
    device = pushes.browser()
    await rosa.context.grant_permissions(["notifications"], origin=house.url)
    await _with_push_service(rosa, device)
    await rosa.goto("/notices/choices")
    await rosa.get_by_role("button", name="Tell me on this device").click()
    await expect(rosa.get_by_role("button", name="Stop telling it")).to_be_visible()
    await expect(rosa.get_by_role("button", name="Tell me on this device")).to_be_hidden()
    await tell(house, cast.rosa, path="/surgeries")
    await send_due_pushes(house.app)
    [received] = pushes.to(device)
    assert await _shown(rosa, device.read(received)) == ["Your question was answered"]
    await rosa.get_by_role("button", name="Stop telling it").click()
    await expect(rosa.get_by_role("button", name="Tell me on this device")).to_be_visible()
    await tell(house, cast.rosa, key="second")
    await send_due_pushes(house.app)
    assert len(pushes.received) == 1


async def _with_push_service(page: Page, device: PushedBrowser) -> None:
    """The browser's maker's push service is not to be reached from a test: ours stands in for what it would give."""
    given = json.dumps(device.subscription)
    await page.add_init_script(
        f"""
        const given = {given};
        const known = {{ ...given, toJSON: () => given, unsubscribe: async () => localStorage.removeItem("push") }};
        PushManager.prototype.subscribe = async () => (localStorage.setItem("push", "yes"), known);
        PushManager.prototype.getSubscription = async () => (localStorage.getItem("push") ? known : null);
        """
    )


async def _shown(page: Page, message: object) -> list[str]:
    """What the worker shows when the browser hands it this message."""
    devtools = await page.context.new_cdp_session(page)
    registered: list[str] = []
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registered.extend(each["registrationId"] for each in event["registrations"]),
    )
    await devtools.send("ServiceWorker.enable")
    while not registered:
        await page.wait_for_timeout(50)
    origin = await page.evaluate("location.origin")
    await devtools.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": registered[0], "data": json.dumps(message)},
    )
    await page.wait_for_function(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length > 0"
    )
    bodies = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((each) => each.body)"
    return list(await page.evaluate(bodies))
