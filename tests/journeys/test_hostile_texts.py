"""Two thousand hostile texts on the pages of a forum: no script of theirs runs, and every page stays whole."""

from datetime import timedelta
from functools import partial

import pytest
from playwright.async_api import Page

from forums import finding
from forums.models import PostState, Reply, Topic
from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.text import check_text, render_text
from tests.cast import Cast
from tests.forums.hostile_texts import MANY, hostile_texts
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse

pytestmark = [pytest.mark.browser, pytest.mark.node]
_TITLES = 150
_PAGE = 100
_LOOK = """
() => {
  const ours = (url) => new URL(url, location.href).origin === location.origin;
  const wrong = [];
  const main = document.querySelector("main");
  if (window.__ran) wrong.push("a script ran");
  for (const script of document.scripts) if (!script.src || !ours(script.src)) wrong.push("script " + script.outerHTML);
  for (const each of document.querySelectorAll("iframe, object, embed, base, meta[http-equiv], main style, main link"))
    wrong.push(each.outerHTML);
  for (const each of document.querySelectorAll("*"))
    for (const name of each.getAttributeNames()) if (/^on|^style$|^srcdoc$/.test(name)) wrong.push(each.outerHTML);
  for (const link of document.querySelectorAll("main a[href]"))
    // What no browser can read as an address has no scheme, and leads nowhere.
    if (!["http:", "https:", "mailto:"].includes(link.protocol) && !/^https?:[/][/]/.test(link.getAttribute("href")))
      wrong.push(link.outerHTML);
  for (const each of document.querySelectorAll("img, source, video")) if (!ours(each.src)) wrong.push(each.outerHTML);
  if (!document.querySelector("footer") || main.contains(document.querySelector("footer"))) wrong.push("no footer");
  return wrong.slice(0, 5);
}
"""
_LAYOUT = """
() => {
  const wrong = [], root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const over = (each) => each.getBoundingClientRect().right > root.clientWidth + 1;
    const wide = [...document.querySelectorAll("main *")].filter(over);
    wrong.push("wider than the screen: " + (wide.at(-1)?.outerHTML ?? "").slice(0, 300));
  }
  const replies = [...document.querySelectorAll("#replies > article")];
  let below = 0;
  for (const reply of replies) {
    const box = reply.getBoundingClientRect(), body = reply.querySelector("[data-body]").getBoundingClientRect();
    if (box.top < below - 1) wrong.push("over the one before: " + reply.id);
    if (body.right > box.right + 1 || body.bottom > box.bottom + 1) wrong.push("out of its frame: " + reply.id);
    if (!reply.querySelector(".bl-person__name")?.textContent) wrong.push("nobody's: " + reply.id);
    below = box.bottom;
  }
  return wrong.slice(0, 5);
}
"""


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def written(talk: Talk, cast: Cast) -> str:
    """A topic with all of the texts in it, as they would be stored; its id."""
    topic = str((await talk.topic(cast.rosa, "Hostile")).topic_id)
    rows: list[Reply] = []
    for text in hostile_texts():
        try:
            body = check_text(text)
        except Invalid:  # nothing is left of it
            body = "Nothing is left of this one."
        rows.append(_reply(topic, cast, len(rows) + 2, body))
    await Reply.bulk_create(rows, batch_size=200)
    await Topic.filter(id=topic).update(last_number=len(rows) + 1, replies=len(rows), version=99)
    await atomic(lambda: finding.topic_changed(topic))
    return topic


def _reply(topic: str, cast: Cast, number: int, body: str) -> Reply:
    id_ = new_id()
    return Reply(
        id=id_, topic_id=topic, force_id="south-wales", number=number, author_id=cast.amir.id, client_id=id_, body=body,
        html=render_text(body), state=PostState.PUBLISHED, created_at=clock.now() - timedelta(minutes=1),
    )  # fmt: skip


async def check(page: Page, path: str) -> None:
    """Open a page, and look at it as wide as a desk and as narrow as a phone."""
    answer = await page.goto(path)
    assert answer is not None
    assert answer.status == 200, path
    assert await page.evaluate(_LOOK) == [], path
    for width in (1280, 360):
        await page.set_viewport_size({"width": width, "height": 900})
        assert await page.evaluate(_LAYOUT) == [], (path, width)


async def test_two_thousand_hostile_texts_run_nothing_and_break_nothing(
    written: str, browse: Browse, cast: Cast
) -> None:
    page, dialogs = await browse(), []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    seen = 0
    for after in range(0, MANY, _PAGE):
        await check(page, f"/topics/{written}?after={after}")
        seen += await page.locator("#replies > article").count()
    assert seen >= MANY - 1, "all of them must be on a page for this to mean anything"
    assert dialogs == []


async def test_hostile_titles_break_no_list_and_no_search(talk: Talk, browse: Browse, cast: Cast) -> None:
    texts = [cleaned_line(text)[:120] for text in hostile_texts()]
    for title in [each for each in texts if each.strip()][-_TITLES:]:
        topic = str((await talk.topic(cast.rosa, "Something")).topic_id)
        await Topic.filter(id=topic).update(title=title, version=2)
        await atomic(partial(finding.topic_changed, topic))
    page = await browse()
    forum = "/neighbourhoods/cathays/forum"
    for path in (
        forum,
        f"{forum}/general",
        "/search?q=look",
        "/search?q=alert",
        "/search?q=script",
        f"/topics/{topic}",
    ):
        await check(page, path)


async def test_hostile_texts_are_found_as_words(written: str, browse: Browse) -> None:
    page = await browse()
    for words in ("script", "alert", "javascript", "%3Cscript%3E", "look+-alert", "%22onerror"):
        await check(page, f"/search?q={words}")
