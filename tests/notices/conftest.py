"""A push service that the settings name, and a mail server."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from foundation.settings import Settings
from foundation.vapid import Vapid, new_private
from tests.cast import Member
from tests.clients import JSON
from tests.house import House
from tests.running.push_service import PushedBrowser, PushService, running_push_service
from tests.running.smtp import Postbox

Subscribe = Callable[..., Awaitable[PushedBrowser]]


@pytest.fixture
async def pushes() -> AsyncIterator[PushService]:
    async with running_push_service() as service:
        yield service


@pytest.fixture
def settings(settings: Settings, pushes: PushService, postbox: Postbox) -> Settings:
    """With keys for web push, a push service of the force's own, and a server that mails leave by."""
    return replace(
        settings,
        vapid=Vapid(new_private(), "mailto:it@force.example"),
        push_origins=(pushes.origin,),
        smtp_url=f"smtp://127.0.0.1:{postbox.port}",
    )


@pytest.fixture
async def subscribed(house: House, pushes: PushService) -> Subscribe:
    """A browser of one of the cast that is pushed to."""

    async def subscribe(member: Member) -> PushedBrowser:
        browser = pushes.browser()
        answer = await house.caller(member).post("/push/subscriptions", browser.subscription)
        assert answer.status == 201, answer.text
        return browser

    return subscribe


async def unread(house: House, member: Member) -> JSON:
    """One's notices by the JSON call."""
    answer = await house.caller(member).get("/notices")
    assert answer.status == 200, answer.text
    return dict(answer.json)
