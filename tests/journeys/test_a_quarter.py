"""A quarter in three browsers: from an idea that Rosa has to neighbours who say that it is fixed.

Rosa is on a phone, Amir’s browser runs no scripts, Ada is at a desk. Everything is done by people on pages, nothing by
rows; time is moved from one phase to the next, and the jobs do what the clock says.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from priorities.models import Phase, Round
from tests.cast import HOME, Cast, Member, add_member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import fits
from tests.priorities.poll import Poll
from tests.running.server_process import run

pytestmark = pytest.mark.browser
IDEA, OTHER, THIRD = "Lamps out in Salisbury Road", "Bikes stolen at the station", "Litter by the shops"
PROMISE = "We ask the council for each lamp within a day, and walk there until it is lit."
DONE = "All nine lamps are lit again. We looked at each after dark."
STANDS = {
    Phase.GATHER: "Everybody here can propose what the police should work on, until",
    Phase.SHAPE: "Proposals are being put together and made clear; the vote opens",
    Phase.VOTE: "The vote is open until",
    Phase.AGREE: "The vote has been counted; the panel agrees on the priorities by",
    Phase.ACT: "The police are working on what was agreed",
    Phase.REVIEW: "Neighbours say whether it got better, until",
    Phase.DONE: "This round ended on",
}
"""How the sentence begins that says where a round stands."""


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


@pytest.fixture
async def neighbours(cast: Cast) -> list[Member]:
    """Three more who live there: a review of fewer than five people decides nothing."""
    people = [Member(name, cast.rosa.role, None, (HOME,)) for name in ("Jane Doe", "Bilal Aziz", "Carys Rees")]
    for each in people:
        await add_member(each)
    return people


class Quarter:
    """The browsers of the three, and the round that Ada begins."""

    def __init__(self, poll: Poll, rosa: Page, amir: Page, ada: Page) -> None:
        self.poll, self.rosa, self.amir, self.ada, self.id = poll, rosa, amir, ada, ""

    @property
    def path(self) -> str:
        return f"/rounds/{self.id}"

    async def comes_to(self, phase: Phase) -> None:
        """Time passes until a phase begins: Rosa’s open page says so by itself, Amir reads it when he looks."""
        async with self.rosa.expect_websocket():
            await self.rosa.goto(self.path)
        await self.rosa.wait_for_timeout(400)
        await self.poll.move_to(self.id, phase)
        await expect(self.rosa.locator("#main-content")).to_contain_text(STANDS[phase])
        await fits(self.rosa, phase)
        await self.amir.goto(self.path)
        await expect(self.amir.locator("#main-content")).to_contain_text(STANDS[phase])

    async def press(self, page: Page, button: str) -> None:
        await page.get_by_role("button", name=button, exact=True).click()


async def begun(quarter: Quarter) -> None:
    """Ada begins the round from the page of the neighbourhood, with the dates that are offered."""
    ada = quarter.ada
    await ada.goto(f"/rounds/new?neighbourhood={HOME}")
    await ada.get_by_label("What is it called?").fill("Winter priorities")
    await ada.get_by_label("How many ballots make the result more than advisory").fill("3")
    await quarter.press(ada, "Begin the round")
    await expect(ada.get_by_role("heading", name="Winter priorities").first).to_be_visible()
    quarter.id = str((await Round.get(title="Winter priorities")).id)
    # Nobody but its staff reads of it before its first day.
    await quarter.poll.move_to(quarter.id, Phase.GATHER)
    for page in (quarter.rosa, quarter.amir):
        await page.goto(quarter.path)
        await expect(page.locator("#main-content")).to_contain_text(STANDS[Phase.GATHER])


async def proposed(quarter: Quarter, page: Page, title: str) -> str:
    """Somebody proposes something: its path."""
    await page.goto(f"{quarter.path}/proposals/new")
    await page.get_by_label("What should the police work on?").fill(title)
    await page.get_by_label("What happens?").fill("It has been so for weeks, and people go round by the main road.")
    await quarter.press(page, "Send the proposal")
    if await page.get_by_role("button", name="Send it as it is").count():
        await quarter.press(page, "Send it as it is")
    await expect(page.get_by_role("heading", name=title)).to_be_visible()
    return re.sub(r".*(/proposals/\w+).*", r"\1", page.url)


async def voted(quarter: Quarter, page: Page, *titles: str) -> str:
    """Somebody votes for these: the receipt."""
    await page.goto(f"{quarter.path}/vote")
    for title in titles:
        await page.get_by_role("checkbox", name=title).check()
    await quarter.press(page, "Cast the ballot")
    await expect(page.get_by_role("heading", name="Your ballot is cast")).to_be_visible()
    return await page.get_by_label("Your receipt, to copy").input_value()


async def a_slip_is_counted(quarter: Quarter, huw: Page, *titles: str) -> None:
    """Ada prints one and gives it to somebody without an account; she and Huw type it in, each for themselves."""
    ada = quarter.ada
    await ada.goto(f"{quarter.path}/slips")
    await ada.get_by_label("How many slips").fill("1")
    await quarter.press(ada, "Make the slips")
    await expect(ada.locator(".slip")).to_have_count(1)
    await ada.goto(f"{quarter.path}/slips/issue")
    await ada.get_by_label("First name and surname").fill("Sam Roe")
    await ada.get_by_label("Number or name of the house").fill("14")
    await ada.get_by_label("Postcode").fill("CF10 1AA")
    await quarter.press(ada, "Give them this slip")
    await expect(ada.get_by_text("You can hand the slip over.")).to_be_visible()
    for page, said in ((ada, "Now somebody else types the same slip in."), (huw, "that slip is counted.")):
        await page.goto(f"{quarter.path}/slips/read")
        await page.get_by_label("Number of the slip").fill("1")
        for title in titles:
            await page.get_by_label(re.compile(title)).check()
        await quarter.press(page, "Keep it")
        await expect(page.get_by_text(said)).to_be_visible()


async def agreed(quarter: Quarter) -> str:
    """Ada goes on the panel and adopts what the vote advises first, while Rosa looks on: the priority’s path."""
    ada, rosa = quarter.ada, quarter.rosa
    await ada.goto(f"{quarter.path}/panel")
    await rosa.goto(f"{quarter.path}/panel")
    await expect(rosa.get_by_text("Nothing is agreed yet.")).to_be_visible()
    await ada.locator(".panel-name").filter(has_text="Ada Okafor").get_by_role("button").click()
    await ada.get_by_label(THIRD).uncheck()
    await quarter.press(ada, "Go on")
    for each in range(2):
        await ada.get_by_label("What does the team promise to do?").nth(each).fill(PROMISE)
    await ada.get_by_label("Why does the panel depart from the vote?").fill("Litter is what the council works on.")
    await quarter.press(ada, "Adopt, for everybody to see")
    await expect(rosa.get_by_text("Litter is what the council works on.")).to_be_visible()
    await ada.get_by_role("link", name=IDEA).first.click()
    await expect(ada.get_by_role("heading", name=IDEA)).to_be_visible()
    return re.sub(r".*(/priorities/\w+).*", r"\1", ada.url)


async def acted(quarter: Quarter, priority: str) -> None:
    """Ada says what was done, and Rosa’s open page shows it."""
    ada, rosa = quarter.ada, quarter.rosa
    await rosa.goto(priority)
    await expect(rosa.get_by_text("Nothing has been reported yet.")).to_be_visible()
    await ada.goto(f"{priority}/actions/new")
    await ada.get_by_label("What was done", exact=True).fill(DONE)
    figure = ada.get_by_role("group", name="Figure 1", exact=True)
    for label, value in (("What was counted", "Lamps that are dark"), ("Before", "9"), ("Now", "0")):
        await figure.get_by_label(label).fill(value)
    await quarter.press(ada, "Post it")
    await expect(ada.get_by_text(DONE)).to_be_visible()
    await rosa.reload()
    await expect(rosa.get_by_text(DONE)).to_be_visible()


async def judged(quarter: Quarter, priority: str, neighbours: list[Member]) -> None:
    """Rosa and Amir say on the page that it is fixed, their neighbours by the JSON call; Ada is not asked."""
    for page in (quarter.rosa, quarter.amir):
        await page.goto(priority)
        await page.get_by_label("It is fixed").check()
        await quarter.press(page, "Give my answer")
        await expect(page.get_by_text("Your answer is kept.")).to_be_visible()
    for each in neighbours:
        said = await quarter.poll.house.caller(each).put(f"{priority}/review", {"verdict": "fixed"})
        assert said.status in (200, 204), said.text
    await quarter.ada.goto(priority)
    await expect(quarter.ada.get_by_role("button", name="Give my answer")).to_have_count(0)


async def recounted(quarter: Quarter, settings: Settings, folder: Path) -> None:
    """A stranger fetches the published file and counts it again."""
    nobody = quarter.poll.house.caller()
    for name in ("ballots", "results"):
        answer = await nobody.get(f"{quarter.path}/{name}")
        assert answer.status == 200
        (folder / f"{name}.json").write_text(json.dumps(answer.json))
    assert json.loads((folder / "results.json").read_text())["ballots"] == 6
    done = run("recount", "ballots.json", "--results", "results.json", settings=settings, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


async def test_from_an_idea_to_a_confirmed_fixed(
    poll: Poll, browse: Browse, cast: Cast, neighbours: list[Member], settings: Settings, tmp_path: Path
) -> None:
    huw = await browse(cast.huw)
    quarter = Quarter(
        poll, await browse(cast.rosa, width=360), await browse(cast.amir, scripts=False), await browse(cast.ada)
    )
    await begun(quarter)
    idea = await proposed(quarter, quarter.rosa, IDEA)
    await proposed(quarter, quarter.amir, OTHER)
    await proposed(quarter, quarter.ada, THIRD)
    await quarter.amir.goto(idea)
    await quarter.amir.get_by_role("button", name="Support").click()
    await expect(quarter.amir.get_by_text("2 people support it").first).to_be_visible()
    await quarter.comes_to(Phase.SHAPE)
    await quarter.ada.goto(f"{idea}/evidence")
    await quarter.ada.get_by_label("What do you know about it?").fill("Nine lamps are dark since the storm.")
    await quarter.press(quarter.ada, "Show it on the proposal")
    await quarter.rosa.goto(idea)
    await expect(quarter.rosa.get_by_text("Nine lamps are dark since the storm.")).to_be_visible()
    await quarter.comes_to(Phase.VOTE)
    receipt = await voted(quarter, quarter.rosa, IDEA, THIRD)
    await voted(quarter, quarter.amir, IDEA, OTHER)
    options = await poll.options(quarter.id)
    for each in neighbours:
        assert (await poll.cast_ballot(each, quarter.id, options)).status == 200
    await a_slip_is_counted(quarter, huw, IDEA)
    assert (await poll.house.caller().get(f"{quarter.path}/results")).status == 404
    await quarter.comes_to(Phase.AGREE)
    await quarter.rosa.goto(f"{quarter.path}/receipts")
    await quarter.rosa.get_by_label("Look for your receipt").fill(receipt)
    await quarter.press(quarter.rosa, "Was it counted?")
    await expect(quarter.rosa.get_by_role("alert")).to_contain_text("Counted.")
    await recounted(quarter, settings, tmp_path)
    priority = await agreed(quarter)
    await quarter.comes_to(Phase.ACT)
    await acted(quarter, priority)
    await quarter.comes_to(Phase.REVIEW)
    await judged(quarter, priority, neighbours)
    await quarter.comes_to(Phase.DONE)
    await quarter.rosa.goto(priority)
    await expect(quarter.rosa.locator(".bl-priority-status--met").first).to_be_visible()
    await quarter.amir.goto(f"/neighbourhoods/{HOME}/you-said-we-did")
    await expect(quarter.amir.get_by_text(DONE)).to_be_visible()
    await quarter.ada.goto(f"/neighbourhoods/{HOME}/you-said-we-did/poster")
    await expect(quarter.ada.get_by_text(IDEA).first).to_be_visible()
    pdf = await quarter.ada.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
