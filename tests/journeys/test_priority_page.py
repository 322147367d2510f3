"""A priority’s page and “You said, we did” in a browser: for everybody, and as things are taken down."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from foundation import clock
from moderation.content import Tell
from priorities.acting.models import Priority, Status
from priorities.acting.moderating.content import fetch_actions
from priorities.acting.moderating.moderated import Actions
from priorities.models import Phase
from priorities.reviewing.models import ReviewEnd
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.priorities.acting.agreed import FIRST, agree, did
from tests.priorities.acting.deciding import decided
from tests.priorities.agreeing.sitting import sit
from tests.priorities.poll import Poll
from tests.priorities.reviewing.test_reviewing import voted_in

pytestmark = pytest.mark.browser
SAID = f"/neighbourhoods/{HOME}/you-said-we-did"


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


async def _all_of_it(poll: Poll) -> list[tuple[str, Member | None]]:
    """Priorities at each step: the pages of each, and who looks at them."""
    cast, today = poll.cast, clock.now().date()
    round_id = await poll.begin(Phase.ACT)
    await voted_in(round_id, cast.rosa)
    option, *_more = await poll.options(round_id)
    figures = [{"label": "Cars over 35 mph in an hour", "before": "41", "after": "12"}]
    late = await agree(owner_id=cast.huw.id, next_update_on=today - timedelta(days=4))
    action = await did(late, cast.ada.id, figures=figures)
    await did(late, cast.huw.id, body="New lamps.", partner="Cardiff Council", done_on=today - timedelta(days=9))
    ended = {
        Status.MET: {"fixed": 14, "better": 22, "same": 9, "worse": 1},
        Status.UNMET: dict.fromkeys(("fixed", "better", "same", "worse"), 3),
    }
    for status, said in ended.items():
        one = await agree(status=status, title=f"Litter, {status}", round_id=round_id, option_id=status)
        await ReviewEnd.create(id=one, figures=said, met=status is Status.MET, at=clock.now())
    asked = await agree(round_id=round_id, option_id=option)
    await poll.move_to(round_id, Phase.REVIEW)
    closed = await agree(status=Status.CLOSED, title="Bins", closed_why="They were emptied.", promise="")
    public = [
        f"/priorities/{closed}",
        f"/priorities/{late}",
        f"/priorities/{asked}",
        f"/rounds/{round_id}/review",
        SAID,
        f"{SAID}/poster",
    ]
    forms = [
        f"/priorities/{late}",
        f"/priorities/{late}/actions/new",
        f"/priorities/{late}/keep",
        f"/actions/{action}/edit",
    ]
    return [
        *[(path, None) for path in (*public, "/forces/south-wales/you-said-we-did")],
        *[(path, cast.rosa) for path in public[:4]],
        (f"/priorities/{late}", cast.ada),
        *[(path, cast.ada) for path in forms],
    ]


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_and_nobody_scrolls_sideways(browse: Browse, poll: Poll, axe: str, device: str) -> None:
    assert await look(browse, axe, await _all_of_it(poll), device) == {}


@pytest.mark.parametrize("path", ["priority", "said"])
async def test_what_is_hidden_leaves_an_open_page_within_a_second(
    browse: Browse, house: House, cast: Cast, path: str
) -> None:
    priority = await agree()
    action = await did(priority, cast.ada.id)
    page = await browse(cast.rosa, width=360)
    await page.goto(f"/priorities/{priority}" if path == "priority" else SAID)
    await expect(page.get_by_text(FIRST)).to_be_visible()
    await page.wait_for_timeout(1000)  # until it listens
    content = (await fetch_actions([action]))[action]

    async def nothing_else() -> list[Tell]:
        return []

    await Actions().hide(house.app, content, "It names somebody.", nothing_else)
    await expect(page.get_by_text(FIRST)).to_have_count(0, timeout=1000)
    await expect(page.get_by_text("This is not shown here any more.")).to_be_visible()


@pytest.mark.parametrize("path", ["priority", "round", "panel"])
async def test_what_a_priority_promised_leaves_open_pages_when_it_is_taken_down(
    browse: Browse, house: House, poll: Poll, cast: Cast, path: str
) -> None:
    sitting = await sit(house, cast, poll)
    assert (await sitting.agree(0, reason="Mrs Tremlett asked.")).status == 200
    [priority] = await Priority.filter(round_id=sitting.round_id).values_list("id", flat=True)
    page = await browse(cast.rosa, width=360)
    paths = {"priority": f"/priorities/{priority}", "round": f"/rounds/{sitting.round_id}"}
    await page.goto(paths.get(path, f"/rounds/{sitting.round_id}/panel"))
    said = page.locator("#main-content")
    await expect(said).to_contain_text("We patrol there every evening.")
    await page.wait_for_timeout(1000)  # until it listens
    await decided(house, cast, str(priority), "hide")
    await expect(said).not_to_contain_text("We patrol there every evening.")
    await expect(said).not_to_contain_text("Tremlett")
    await expect(said).to_contain_text("A priority that moderators took down")


async def test_rosa_says_that_it_is_fixed(browse: Browse, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.ACT)
    await voted_in(round_id, cast.rosa)
    priority = await agree(round_id=round_id, option_id=(await poll.options(round_id))[0])
    await poll.move_to(round_id, Phase.REVIEW)
    page = await browse(cast.rosa, width=360)
    await page.goto(f"/priorities/{priority}")
    await page.get_by_label("It is fixed").check()
    await page.get_by_role("button", name="Give my answer").click()
    await expect(page.get_by_text("Your answer is kept.")).to_be_visible()
    await expect(page.get_by_label("It is fixed")).to_be_checked()
