"""On a small phone nothing is too wide, with letters twice as large neither, and what stands alone is easy to press."""

import pytest
from playwright.async_api import Page, Route

from tests.cast import HOME, Cast
from tests.forums.conftest import limits as limits
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import fits

pytestmark = pytest.mark.browser
PHONE = 360
_ALONE = """() => [...document.querySelectorAll("main :is(a, button, summary, select, input:not([type=hidden]))")]
  .filter((each) => each.checkVisibility() && !each.closest(".govuk-checkboxes__item, .govuk-radios__item"))
  .filter((each) => !(each.matches("a") && getComputedStyle(each).display === "inline" && each.closest("p, li")))
  .map((each) => [each.textContent.trim() || each.name, each.getBoundingClientRect().height])
  .filter(([, height]) => height < 43.5)"""


async def _pages(talk: Talk, cast: Cast) -> list[str]:
    topic = (await talk.topic(cast.rosa)).topic_id
    first = (await talk.reply(cast.ada, topic, "The council mends it on Monday", official=True)).id
    own = (await talk.reply(cast.rosa, topic, "Thank you", reply_to=first)).id
    await talk.reply(cast.rosa, topic, "You are a spastic")
    searches = [f"/search?q={asked}" for asked in ("lamp&kind=topic", "zeppelin", "-lamp", "zeppelin&kind=reply")]
    told = ["/notices/pace", "/following", "/unread"]
    pages = [f"/neighbourhoods/{HOME}/forum", f"/topics/{topic}", f"/topics/{topic}/reply?to={first}"]
    return [*pages, f"/replies/{own}/edit", f"/replies/{own}/withdraw", *searches, *told]


async def _enlarge(page: Page) -> None:
    async def twice(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(response=answer, body=f"{await answer.text()}\nhtml {{ font-size: 200% !important }}")

    await page.route("**/bluelamp*.css*", twice)


async def test_letters_may_be_twice_as_large(browse: Browse, talk: Talk, cast: Cast) -> None:
    page = await browse(cast.rosa, width=PHONE)
    await _enlarge(page)
    for path in await _pages(talk, cast):
        await page.goto(path)
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        assert await page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        await fits(page, path)


async def test_what_stands_alone_is_as_high_as_a_thumb(browse: Browse, talk: Talk, cast: Cast) -> None:
    page = await browse(cast.rosa, width=PHONE)
    for path in await _pages(talk, cast):
        await page.goto(path)
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        assert await page.evaluate(_ALONE) == [], path


async def test_a_badge_stands_beside_its_name_on_a_desk(browse: Browse, talk: Talk, cast: Cast) -> None:
    await talk.topic(cast.ada, "The lamp by the school is mended, and the one at the gate as well")
    page = await browse(width=1280)
    await page.goto(f"/neighbourhoods/{HOME}/forum")
    line = page.locator(".bl-topic__who")
    tops = [await line.locator(each).bounding_box() for each in (".bl-person__name", ".bl-badge")]
    name, badge = (box for box in tops if box)
    assert abs(name["y"] + name["height"] / 2 - badge["y"] - badge["height"] / 2) < 6, "one under the other"
