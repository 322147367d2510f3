"""Devices with passkeys, on the house at the name of this machine."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from playwright.async_api import Browser, async_playwright, expect

from accounts.links import add_link
from foundation.database import atomic
from tests.accounts.factors.passkeys.devices import Device
from tests.cast import Cast, Member
from tests.house import House
from tests.running.browser import running_chromium

expect.set_options(timeout=10_000)
NewDevice = Callable[..., Awaitable[Device]]


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture(scope="module")
def chromium() -> Iterator[str]:
    with running_chromium() as address:
        yield address


@pytest.fixture
async def driven(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        yield await playwright.chromium.connect_over_cdp(chromium)


@pytest.fixture
async def device(driven: Browser, house: House) -> AsyncIterator[NewDevice]:
    """Switches a device on: `await device()` signed out, `await device(cast.ada)` signed in."""
    devices: list[Device] = []

    async def new(member: Member | None = None) -> Device:
        devices.append(await Device.switch_on(driven, house, member))
        return devices[-1]

    yield new
    for each in devices:
        await each.close()


@pytest.fixture
async def adas(device: NewDevice, cast: Cast, house: House) -> Device:
    """Ada's device, on which she has just set up a passkey behind her one-time link."""
    link = await atomic(lambda: add_link(cast.ada.id, "enrol"))
    hers = await device()
    await hers.page.goto(link.path)
    await hers.press("Set up a passkey")
    return hers
