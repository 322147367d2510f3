"""Being told something: the mark in the head, reminders without scripts, a device that shows what comes."""

from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from priorities.models import Phase
from tests.cast import HOME, Cast
from tests.forums.talk import Talk
from tests.house import House
from tests.journeys.conftest import Browse
from tests.notices.telling import tell
from tests.priorities.acting.agreed import agree
from tests.priorities.poll import IDEAS, Poll
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def test_rosa_sees_and_hears_at_once_that_there_is_something_new(house: House, cast: Cast, browse: Browse):
    rosa = await browse(cast.rosa)
    async with _listening(rosa):
        await rosa.goto("/notices")
        await expect(rosa.get_by_text("Nothing yet.")).to_be_visible()
    await tell(house, cast.rosa)
    await expect(rosa.locator("[data-unread-live]")).to_have_text("Notices, not read: 1")
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
    await expect(rosa.locator(".bl-notice")).to_have_count(1)
    await rosa.get_by_role("button", name="Go there").click()
    await expect(rosa).to_have_url(f"{house.url}/rules")
    await expect(rosa.get_by_role("link", name="Notices", exact=True)).to_be_visible()


async def test_an_answer_that_is_late_takes_nothing_back_that_came_meanwhile(house: House, cast: Cast, browse: Browse):
    """What came before the page listened is asked for once it does; Rosa is told while that answer is on its way."""
    rosa = await browse(cast.rosa)

    async def answer_late(route: Route) -> None:
        answer = await route.fetch()
        await tell(house, cast.rosa)
        await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
        await route.fulfill(response=answer)

    await rosa.route("**/api/v1/notices/unread", answer_late)
    async with _listening(rosa) as late:
        await rosa.goto("/rules")
    await (await late.value).finished()
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()


def _listening(page: Page) -> AbstractAsyncContextManager[Any]:
    """Ends as soon as the page that is opened in it listens: it asks then what came before."""
    return page.expect_response("**/api/v1/notices/unread")


def _sockets_of(page: Page) -> list[str]:
    """The addresses of all that it opens from now on."""
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    return sockets


async def test_in_a_room_the_mark_needs_no_second_connection(house: House, cast: Cast, room: Room, browse: Browse):
    rosa = await browse(cast.rosa)
    sockets = _sockets_of(rosa)
    await rosa.goto(f"/surgeries/{room.id}")
    await expect(rosa.get_by_label("Your message or question")).to_be_enabled()
    await tell(house, cast.rosa)
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
    assert len(sockets) == 1


async def test_a_page_of_priorities_needs_no_second_connection(house: House, cast: Cast, browse: Browse) -> None:
    gather, priority = await Poll(house, cast).begin(Phase.GATHER), await agree()
    place = f"/neighbourhoods/{HOME}"
    paths = (f"/rounds/{gather}", f"/priorities/{priority}", f"{place}/you-said-we-did", f"{place}/priorities", place)
    for unread, path in enumerate(paths, 1):
        rosa = await browse(cast.rosa)
        sockets = _sockets_of(rosa)
        async with _listening(rosa):
            await rosa.goto(path)
        await tell(house, cast.rosa, key=path)
        await expect(rosa.get_by_role("link", name=f"Notices, not read: {unread}")).to_be_visible()
        assert len(sockets) == 1, path


async def test_rosa_is_told_while_she_writes_a_topic(talk: Talk, house: House, cast: Cast, browse: Browse) -> None:
    """A page with a list, that nobody else keeps a connection for."""
    rosa = await browse(cast.rosa)
    async with _listening(rosa):
        await rosa.goto(f"/topics/new?forum={(await talk.forum())['id']}")
        await expect(rosa.get_by_role("heading", name="Start a topic")).to_be_visible()
    await tell(house, cast.rosa)
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()


async def test_rosa_is_told_while_she_copies_her_receipt(house: House, cast: Cast, browse: Browse) -> None:
    """A page of a round that is not drawn anew."""
    rosa = await browse(cast.rosa)
    round_id = await Poll(house, cast).begin(Phase.VOTE)
    async with _listening(rosa):
        await rosa.goto(f"/rounds/{round_id}/vote")
        await rosa.get_by_label(IDEAS[0]).check()
    async with _listening(rosa):
        await rosa.get_by_role("button", name="Cast the ballot").click()
        await expect(rosa.get_by_role("heading", name="Your ballot is cast")).to_be_visible()
    await tell(house, cast.rosa)
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()


async def test_gwen_is_reminded_without_scripts(scheduled: Room, cast: Cast, browse: Browse):
    gwen = await browse(cast.gwen, scripts=False, width=360)
    await gwen.goto(f"/surgeries/{scheduled.id}")
    await gwen.get_by_role("button", name="Remind me").click()
    await expect(gwen.get_by_role("heading", name="You will be reminded")).to_be_visible()
    await expect(gwen.get_by_text("we can’t send you an email")).to_be_visible()
    await gwen.get_by_role("button", name="Do not remind me of this date").click()
    await expect(gwen.get_by_role("button", name="Remind me")).to_be_visible()
