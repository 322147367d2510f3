"""A newcomer finds a topic, joins, replies, and is told of the officer's answer; and a merge breaks nobody's link."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from tests.accounts.residents.signing_up import PASSWORD
from tests.cast import Cast
from tests.forums.following.acts import evening, text_of
from tests.forums.talk import Talk
from tests.house import House
from tests.journeys.coming_back import signed_in_again
from tests.journeys.conftest import Browse
from tests.journeys.looking import fits
from tests.running.smtp import Postbox

pytestmark = pytest.mark.browser
TITLE, WORDS = "Street light out by the school", "It has been dark at the gate for a week"
SIAN, ANSWER = "sian@example.org", "The council mends it on Friday"
LINK = re.compile(r"(?:https?://[^/\s]+)?(/(?:sign-up|topics)/\S+)")
ATOM = "{http://www.w3.org/2005/Atom}"
BEGINNING, LONG = "Which of them are dark?", 102
"""How the topic begins that the other one is merged into, and its numbers: with 101 replies more than a page shows."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def limits() -> bool:
    """Much is said in the long topic."""
    return False


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}")


def link_in_last_mail(postbox: Postbox, to: str | None = SIAN) -> str:
    """The first link to a page of ours in the last mail that arrived for somebody."""
    mail = [mail for mail in postbox.mails if mail["To"] == to][-1]
    found = LINK.search(text_of(mail))
    assert found, text_of(mail)
    return found[1]


async def find(page: Page, words: str, title: str) -> str:
    """Search by the menu of the first page, on a phone, and open the result of that title; gives its address."""
    await page.goto("/")
    await page.get_by_role("link", name="Search", exact=True).click()
    await page.get_by_role("searchbox").fill(words)
    await page.get_by_role("searchbox").press("Enter")
    result = page.get_by_role("link", name=title).first
    path = str(await result.get_attribute("href"))
    await result.click()
    await expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    return path


async def join(page: Page, house: House, postbox: Postbox) -> None:
    """Sign up from the topic's page, by the link that comes by mail and leads back there."""
    await page.get_by_role("region", name="Take part").get_by_role("button", name="Sign up").click()
    await page.get_by_label("E-mail address").fill(SIAN)
    await page.get_by_label("Your name").fill("Siân Rees")
    await page.get_by_label("First name and initial").check()
    await page.get_by_label("18 or over").check()
    await page.get_by_role("button", name="Send me the link").click()
    await expect(page.get_by_role("heading", name="Check your e-mail")).to_be_visible()
    await house.run_jobs()
    await page.goto(link_in_last_mail(postbox))
    await page.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    await page.get_by_label("Your postcode").fill("CF10 1AA")
    await page.get_by_role("button", name="Confirm and sign in").click()
    await expect(page.get_by_label("Your words")).to_be_visible()


async def write(page: Page, words: str, *, official: bool = False) -> str:
    """Reply on the topic's page; gives the permalink that stands beside what was posted."""
    await page.get_by_label("Your words").fill(words)
    if official:
        await page.get_by_label("This is the official answer of the police").check()
    await page.get_by_role("button", name="Post the reply").click()
    posted = page.locator("article", has_text=words)
    await expect(posted).to_have_count(1)
    return str(await posted.locator("[data-permalink]").get_attribute("href"))


async def entries(house: House, topic: str) -> dict[str, str]:
    """The address of each entry of the feed that a topic's page names, by the words in it."""
    answer = await house.caller().get(f"{topic}/feed.atom")
    assert answer.status == 200, answer.text
    feed = ElementTree.fromstring(answer.text.encode())
    found = {}
    for entry in feed.iter(f"{ATOM}entry"):
        link, words = entry.find(f"{ATOM}link"), entry.findtext(f"{ATOM}content")
        assert link is not None
        found[re.sub("<[^>]*>", "", words or "").strip()] = link.attrib["href"]
    return found


async def merge(page: Page, topic: str, into: str) -> None:
    """By the address of the other one, pasted into the page on which topics are arranged."""
    await page.goto(topic)
    await page.get_by_role("link", name="Pin, move, merge, split, lock or archive").click()
    await page.get_by_label("Merge it into another topic").fill(into)
    await page.get_by_role("button", name="Merge").click()
    await expect(page).to_have_url(f"{into}?done=merge")


async def opens(page: Page, into: str, link: str, words: str) -> None:
    """An old link leads to the topic that it is in by now, and to the words that it always led to."""
    await page.goto(link)
    assert page.url.startswith(into), link
    reply = re.search("/replies/([a-z0-9]+)", link)
    place = page.locator(f"#r-{reply[1]}" if reply else "#topic")
    await expect(place, link).to_contain_text(words)
    await expect(place, link).to_be_in_viewport()


async def jumps(page: Page, into: str, link: str, words: str) -> None:
    """A mail's link to what is new leads there where it is by now, beneath the line."""
    assert link.endswith("?unread"), link
    await page.goto(link)
    assert page.url.startswith(into), page.url
    await expect(page.locator("article:target")).to_contain_text(words)
    await expect(page.locator("article:target")).to_be_in_viewport()
    await expect(page.get_by_text("New since you last read")).to_be_visible()


async def test_a_newcomer_joins_and_is_told_and_a_merge_breaks_no_link(
    house: House, cast: Cast, browse: Browse, postbox: Postbox
) -> None:
    talk = Talk(house, cast)
    topic = f"/topics/{(await talk.topic(cast.rosa, TITLE, WORDS)).topic_id}"
    other = f"/topics/{(await talk.topic(cast.amir, 'Lamps of our street', BEGINNING)).topic_id}"
    for number in range(2, LONG + 1):
        await talk.reply(cast.amir, other.rpartition("/")[2], f"Number {number} of our street is dark")
    sian, ada, mo, rosa = await browse(width=360), await browse(cast.ada), await browse(), await browse(cast.rosa)
    await rosa.goto(f"{other}?last")
    await expect(rosa.get_by_text(f"Number {LONG} of our street")).to_be_visible()

    found = await find(sian, "school lights", TITLE)
    await expect(sian.get_by_text(WORDS)).to_be_visible()
    await fits(sian, "the topic")
    await join(sian, house, postbox)
    mine = await write(sian, "I fell there yesterday")
    await fits(sian, "the topic, signed in")

    await ada.goto(topic)
    await expect(ada.get_by_text("I fell there yesterday")).to_be_visible()
    official = await write(ada, ANSWER, official=True)
    await evening(house)
    digest = link_in_last_mail(postbox)
    await sian.goto(digest)
    await expect(sian).to_have_url(re.compile(f"{topic}.*#r-{official.rpartition('/')[2]}$"))
    await expect(sian.locator("article:target")).to_contain_text(ANSWER)
    await expect(sian.locator("article:target")).to_be_in_viewport()
    await expect(sian.get_by_text("New since you last read")).to_be_visible()

    feed = await entries(house, topic)
    await signed_in_again(mo, house.url, cast.mo)
    await merge(mo, topic, f"{house.url}{other}")
    olga = await browse(width=360, scripts=False)
    # The topic itself is longer than a page, and is read from its beginning; the answer stands on top of it.
    links = [(topic, BEGINNING), (found, BEGINNING), (digest, ANSWER)]
    links += [(mine, "I fell there yesterday"), (official, ANSWER)]
    links += [(link, words) for words, link in feed.items()]
    after = await entries(house, topic)
    assert {"I fell there yesterday", ANSWER} <= set(after), "who reads the old feed goes on reading"
    links += [(link, words) for words, link in after.items() if words in feed]
    for reader in (sian, olga):
        for link, words in links:
            await opens(reader, f"{house.url}{other}", link, words)
    await signed_in_again(rosa, house.url, cast.rosa)
    await jumps(rosa, f"{house.url}{other}", link_in_last_mail(postbox, cast.rosa.email), "I fell there yesterday")
    assert other in await find(olga, "dark gate", "Lamps of our street")
