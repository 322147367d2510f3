"""Finding a topic from the box at the head of a page, on a desk and on a phone, also by axe's measure."""

import pytest

from tests.cast import HOME, Cast, Member
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture(autouse=True)
async def topic(talk: Talk, cast: Cast) -> str:
    """A topic with an answer, and a reply without a space."""
    said = await talk.topic(
        cast.rosa, "Speeding by the school", "Every morning they race past the gate, and nobody stops them."
    )
    await talk.reply(cast.ada, said.topic_id, "We shall measure the speeding", official=True)
    await talk.reply(
        cast.amir,
        said.topic_id,
        "They were speeding past " + "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2,
    )
    return str(said.topic_id)


async def test_olga_finds_a_topic_from_the_first_page(browse: Browse, topic: str) -> None:
    page = await browse()
    await page.goto("/")
    await page.get_by_role("searchbox").fill("school speeding")
    await page.get_by_role("searchbox").press("Enter")
    await page.get_by_role("link", name="Speeding by the school").first.click()
    assert page.url.endswith(f"/topics/{topic}")


@pytest.mark.parametrize("device", DEVICES)
async def test_the_page_of_searching(browse: Browse, cast: Cast, axe: str, device: str) -> None:
    paths = ("/search", "/search?q=-x", "/search?q=zebra", "/search?q=speeding")
    doors: list[tuple[str, Member | None]] = [(path, None) for path in paths]
    narrowed = f"/search?q=speeding&neighbourhood={HOME}&kind=topic"
    doors += [("/search?q=speeding", cast.ada), (narrowed, cast.rosa), ("/search?q=a&since=x", cast.rosa)]
    assert await look(browse, axe, doors, device) == {}
