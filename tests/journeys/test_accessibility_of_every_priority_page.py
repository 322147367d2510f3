"""axe looks at each page that priorities have: a new one that is not listed here fails, and so does one that is gone.

And at what it becomes: a round in each phase, a result of each method, and forms that come back with what is wrong.
"""

import pytest
from playwright.async_api import expect

from priorities.feature import FEATURE
from priorities.models import Method, Phase
from priorities.proposals.merging.service import merge
from priorities.proposals.refusing.service import refuse
from priorities.proposals.supporting.service import support
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.priorities.acting.agreed import agree, did
from tests.priorities.agreeing.sitting import sit
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close

pytestmark = pytest.mark.browser
Doors = list[tuple[str, Member | None]]
NO_PAGES = (".png", ".svg", ".csv", ".txt", ".webp")
"""How routes end that give pictures and files."""


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


async def every_page(poll: Poll, cast: Cast) -> dict[str, tuple[str, Member | None]]:
    """By the path of its route: an address, and who looks at it."""
    app = poll.house.app
    # First, as time passes until then.
    reviewed = await poll.begin(Phase.REVIEW)
    await poll.house.run_jobs()
    gather, vote = await poll.begin(Phase.GATHER, ()), await poll.begin(Phase.VOTE, opinions=True)
    sitting = await sit(poll.house, cast, poll)
    counted = sitting.round_id
    idea, put, into, refused = [
        await poll.proposal(gather, title=title)
        for title in ("Bikes in the park", "Bikes at the station", "Bikes stolen at the station", "Parking")
    ]
    await support(app, cast.amir.viewer, put)
    await merge(app, cast.ada.viewer, put, into, "Both are about bikes at the station.")
    await refuse(app, cast.ada.viewer, refused, "The council decides about parking.")
    priority = await agree()
    action = await did(priority, cast.ada.id)
    return {
        "/actions/{id}": (f"/actions/{action}", None),
        "/actions/{id}/edit": (f"/actions/{action}/edit", cast.ada),
        "/forces/{id}/you-said-we-did": ("/forces/south-wales/you-said-we-did", None),
        "/neighbourhoods/{id}/priorities": (f"/neighbourhoods/{HOME}/priorities", None),
        "/neighbourhoods/{id}/round-templates": (f"/neighbourhoods/{HOME}/round-templates", cast.ada),
        "/neighbourhoods/{id}/you-said-we-did": (f"/neighbourhoods/{HOME}/you-said-we-did", None),
        "/neighbourhoods/{id}/you-said-we-did/poster": (f"/neighbourhoods/{HOME}/you-said-we-did/poster", None),
        "/priorities": ("/priorities", None),
        "/priorities/how-it-works": ("/priorities/how-it-works", None),
        "/priorities/{id}": (f"/priorities/{priority}", cast.rosa),
        "/priorities/{id}/actions/new": (f"/priorities/{priority}/actions/new", cast.ada),
        "/priorities/{id}/keep": (f"/priorities/{priority}/keep", cast.ada),
        "/proposals/{id}": (f"/proposals/{idea}", cast.amir),
        "/proposals/{id}/decide": (f"/proposals/{idea}/decide", cast.mo),
        "/proposals/{id}/edit": (f"/proposals/{idea}/edit", cast.rosa),
        "/proposals/{id}/evidence": (f"/proposals/{idea}/evidence", cast.ada),
        "/proposals/{id}/merge": (f"/proposals/{idea}/merge", cast.ada),
        "/proposals/{id}/move-support": (f"/proposals/{put}/move-support", cast.amir),
        "/proposals/{id}/refusal": (f"/proposals/{refused}/refusal", cast.rosa),
        "/proposals/{id}/refuse": (f"/proposals/{idea}/refuse", cast.ada),
        "/proposals/{id}/revisions": (f"/proposals/{idea}/revisions", cast.mo),
        "/proposals/{id}/withdraw": (f"/proposals/{idea}/withdraw", cast.rosa),
        "/rounds/new": (f"/rounds/new?neighbourhood={HOME}", cast.ada),
        "/rounds/{id}": (f"/rounds/{gather}", cast.rosa),
        "/rounds/{id}/letters": (f"/rounds/{vote}/letters", cast.ada),
        "/rounds/{id}/manage": (f"/rounds/{gather}/manage", cast.ada),
        "/rounds/{id}/opinions": (f"/rounds/{vote}/opinions", cast.rosa),
        "/rounds/{id}/panel": (f"/rounds/{counted}/panel", cast.ada),
        "/rounds/{id}/panel/agree": (f"/rounds/{counted}/panel/agree?option={sitting.options[0]}", cast.ada),
        "/rounds/{id}/proposals/new": (f"/rounds/{gather}/proposals/new", cast.rosa),
        "/rounds/{id}/receipts": (f"/rounds/{reviewed}/receipts", None),
        "/rounds/{id}/refused": (f"/rounds/{gather}/refused", None),
        "/rounds/{id}/results": (f"/rounds/{counted}/results", None),
        "/rounds/{id}/review": (f"/rounds/{reviewed}/review", cast.rosa),
        "/rounds/{id}/slips": (f"/rounds/{vote}/slips", cast.ada),
        "/rounds/{id}/slips/issue": (f"/rounds/{vote}/slips/issue", cast.ada),
        "/rounds/{id}/slips/read": (f"/rounds/{vote}/slips/read", cast.ada),
        "/rounds/{id}/slips/return": (f"/rounds/{vote}/slips/return", cast.ada),
        "/rounds/{id}/slips/spoil": (f"/rounds/{vote}/slips/spoil", cast.ada),
        "/rounds/{id}/vote": (f"/rounds/{vote}/vote", cast.rosa),
        "/rounds/{id}/words": (f"/rounds/{gather}/words", cast.mo),
    }


async def test_every_page_that_priorities_have(browse: Browse, poll: Poll, house: House, cast: Cast, axe: str) -> None:
    """On a phone: a desk in the dark, and what each says when something is wrong, have tests beside the features."""
    pages = await every_page(poll, cast)
    routes = {route.path for part in FEATURE.pages for route in part if route.method == "GET"}
    assert {route for route in routes if not route.endswith(NO_PAGES)} == pages.keys()
    for address, member in pages.values():
        assert (await house.page(address, member)).status == 200, address
    assert await look(browse, axe, list(pages.values()), "phone") == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_a_round_in_each_phase(browse: Browse, poll: Poll, cast: Cast, axe: str, device: str) -> None:
    called_off = await poll.begin(Phase.GATHER)
    reason = {"reason": "The station is being rebuilt."}
    answer = await poll.house.caller(cast.ada).post(f"/rounds/{called_off}/cancel", reason)
    assert answer.status in (200, 204), answer.text
    round_id = await poll.begin(Phase.GATHER)
    readers = (None, cast.rosa, cast.ada)
    assert await look(browse, axe, [(f"/rounds/{called_off}", who) for who in readers], device) == {}
    for phase in (Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE, Phase.ACT, Phase.REVIEW, Phase.DONE):
        assert (await poll.move_to(round_id, phase))["phase"] == phase
        assert await look(browse, axe, [(f"/rounds/{round_id}", who) for who in readers], device) == {}, phase


@pytest.mark.parametrize("device", DEVICES)
async def test_results_of_each_method_and_of_none(browse: Browse, poll: Poll, axe: str, device: str) -> None:
    given = {Method.APPROVAL: (0, 1), Method.POINTS: ((0, 7), (1, 3)), Method.RANKING: (1, 0)}
    rounds = [(await close(poll, [("email", one)] * 12, method=method))[0] for method, one in given.items()]
    rounds.append((await close(poll, []))[0])
    assert await look(browse, axe, [(f"/rounds/{each}/results", None) for each in rounds], device) == {}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("method", Method)
async def test_a_ballot_that_is_refused(
    browse: Browse, poll: Poll, cast: Cast, axe: str, device: str, method: Method
) -> None:
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/rounds/{await poll.begin(Phase.VOTE, method=method)}/vote")
    await page.get_by_role("button", name="Cast the ballot").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    assert await violations(page, axe) == []
    await fits(page, method)


@pytest.mark.parametrize("device", DEVICES)
async def test_forms_that_come_back_with_what_is_wrong(
    browse: Browse, poll: Poll, cast: Cast, axe: str, device: str
) -> None:
    gather, vote = await poll.begin(Phase.GATHER, ()), await poll.begin(Phase.VOTE)
    idea = await poll.proposal(gather)
    forms = {
        f"/rounds/{gather}/proposals/new": ("Send the proposal", cast.rosa),
        f"/rounds/new?neighbourhood={HOME}": ("Begin the round", cast.ada),
        f"/proposals/{idea}/refuse": ("Refuse it", cast.ada),
        f"/priorities/{await agree()}/actions/new": ("Post it", cast.ada),
        f"/rounds/{vote}/slips/issue": ("Give them this slip", cast.ada),
        f"/rounds/{vote}/slips/read": ("Keep it", cast.ada),
    }
    for path, (button, member) in forms.items():
        page = await browse(member, **DEVICES[device])
        await page.goto(path)
        await page.evaluate("for (const form of document.forms) form.noValidate = true")
        await page.get_by_role("button", name=button, exact=True).first.click()
        await expect(page.get_by_text("There is a problem")).to_be_visible()
        assert await violations(page, axe) == [], path
        await fits(page, path)
