"""What reaches a device of who follows a topic: an officer's answer, and nothing that was taken down before it left."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from forums.following.telling.teller import TELLER
from foundation.settings import Settings
from foundation.vapid import Vapid, new_private
from notices.models import OutboxPush
from notices.push.sender import send_due_pushes
from tests.cast import Cast
from tests.forums.following.acts import follow
from tests.forums.talk import Talk
from tests.house import House
from tests.running.push_service import PushedBrowser, PushService, running_push_service

ANSWER = "A lamp comes on Monday"


@pytest.fixture
async def pushes() -> AsyncIterator[PushService]:
    async with running_push_service() as service:
        yield service


@pytest.fixture
def settings(settings: Settings, pushes: PushService) -> Settings:
    vapid = Vapid(new_private(), "mailto:it@force.example")
    return replace(settings, vapid=vapid, push_origins=(pushes.origin,))


@pytest.fixture
async def olgas(house: House, cast: Cast, pushes: PushService) -> PushedBrowser:
    """A browser of Olga's that is pushed to."""
    browser = pushes.browser()
    answer = await house.caller(cast.olga).post("/push/subscriptions", browser.subscription)
    assert answer.status == 201, answer.text
    return browser


async def test_olgas_device_is_told_once_that_ada_answered(
    house: House, cast: Cast, talk: Talk, pushes: PushService, olgas: PushedBrowser
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}")
    await talk.reply(cast.amir, topic, "It is still dark")
    answer = await talk.reply(cast.ada, topic, ANSWER, official=True)
    for _again in range(2):
        await house.app[TELLER].tell()
        await send_due_pushes(house.app)
    [received] = pushes.received
    shown = olgas.read(received)
    assert shown["title"] == "An officer answered in a topic that you follow"
    assert shown["path"] == f"/topics/{topic}/replies/{answer.id}"
    assert ANSWER not in shown["body"], "a device shows it locked, to whoever holds it"


async def test_nothing_reaches_her_device_of_an_answer_that_was_taken_down_before_it_left(
    house: House, cast: Cast, talk: Talk, pushes: PushService, olgas: PushedBrowser
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}")
    answer = await talk.reply(cast.ada, topic, ANSWER, official=True)
    await house.app[TELLER].tell()
    assert await OutboxPush.filter(sent_at=None).count() == 1
    await talk.flag(cast.gwen, "reply", answer.id)
    await talk.decide(cast.mo, answer.id, "hide")
    await send_due_pushes(house.app)
    assert pushes.to(olgas) == []
