"""axe finds nothing to complain of where forums are found, read and kept."""

from typing import Any

import pytest

from forums.places.service import forum_of_force, forum_of_neighbourhood, section_named, staff_forum
from foundation import clock
from tests.cast import HOME, Cast, Member
from tests.forums.places.rows import add_topic
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look

pytestmark = pytest.mark.browser
LOCAL = f"/neighbourhoods/{HOME}/forum"


@pytest.fixture
async def forum(house: House, cast: Cast) -> dict[str, object]:
    """Topics of every kind, and more than fit on a page."""
    found, now = await forum_of_neighbourhood(HOME), clock.now()
    long = "Speeding between the school and the bridge: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    for number, column in enumerate(("pinned_at", "answered_at", "solved_at", "locked_at", "slowed_at")):
        columns: dict[str, Any] = {column: now, "place_name": "Mill Row"}
        await add_topic(found, cast.ada, long, minutes=number, replies=number, **columns)
    for number in range(30):
        await add_topic(found, cast.rosa, minutes=10 + number)
    await add_topic(await forum_of_force("south-wales"), cast.ada, "A new police station")
    return found


@pytest.mark.parametrize("device", DEVICES)
async def test_forums_and_their_sections(
    browse: Browse, cast: Cast, forum: dict[str, object], axe: str, device: str
) -> None:
    staff = await staff_forum("south-wales")
    doors: list[tuple[str, Member | None]] = [(path, None) for path in ("/forums", LOCAL, f"{LOCAL}/events", "/")]
    doors += [("/forums", cast.rosa), (LOCAL, cast.rosa), (f"{LOCAL}/notices", cast.rosa), ("/forums?q=atlantis", None)]
    doors += [("/forums", cast.dee), (LOCAL, cast.dee), (f"/forums/{staff['id']}", cast.ada)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_administrators_pages(
    browse: Browse, cast: Cast, forum: dict[str, object], axe: str, device: str
) -> None:
    section = await section_named(forum, "traffic")
    paths = (
        "/admin/sections",
        "/admin/sections/new",
        f"/admin/sections/{section['id']}",
        f"/forums/{forum['id']}/mode",
    )
    assert await look(browse, axe, [(path, cast.dee) for path in paths], device) == {}
