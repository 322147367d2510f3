"""A proposal that was taken down is gone behind every door of priorities, while people vote and after the close too."""

import re
from datetime import timedelta

import pytest

import priorities.feature
from foundation import clock
from foundation.database import atomic
from foundation.models import SearchEntry
from foundation.permissions import Viewer
from priorities.acting.models import Priority
from priorities.closing.published import digest_of, signed_digest
from priorities.models import Phase
from priorities.option_rows import taken_down
from priorities.phases import ORDER
from priorities.proposals.finding import found_again
from priorities.titles_service import titles_of
from server.searching import api as searching_api
from server.searching import pages as searching_pages
from tests.cast import HOME, Cast, Member
from tests.priorities.acting.agreed import did
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas

NAME = "quaggatremlett"
IDEAS = ("Speeding on Whitchurch Road", "Bikes stolen at the station")
ROUTES = [
    route
    for routes in (
        *priorities.feature.FEATURE.pages,
        *(api.routes for api in priorities.feature.FEATURE.apis),
        searching_pages.pages,
        searching_api.api.routes,
    )
    for route in routes
    if route.method == "GET"
]
_PART = re.compile(r"{(\w+)}")
_AFTER = {"neighbourhoods": HOME, "forces": "south-wales"}


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def limits() -> bool:
    return False


def addresses(ids: dict[str, str]) -> list[str]:
    """Every route's, with what its parts can name of one round and one proposal."""
    found = []
    for route in ROUTES:
        path = route.path
        for part in _PART.findall(path):
            after = path.split(f"/{{{part}}}")[0].rsplit("/", 1)[-1]
            path = path.replace(f"{{{part}}}", {**_AFTER, **ids}.get(after, "small" if part == "size" else "0" * 16), 1)
        found.append(path + {"search": "?q=evening", "similar": f"?title=Mrs {NAME}"}.get(path.rsplit("/", 1)[-1], ""))
    return found


async def told(poll: Poll, who: Member | None, ids: dict[str, str]) -> list[str]:
    """The doors at which somebody reads the name."""
    found = []
    for path in addresses(ids):
        async with poll.house.caller(who)._session.get(path, allow_redirects=False) as answer:
            body = await answer.read()
            assert answer.status < 500, path
        if NAME.encode() in body.lower():
            found.append(path)
    return found


async def named(poll: Poll, phase: Phase) -> dict[str, str]:
    """A round that came to a phase with a proposal that names her, adopted where the round has come to that."""
    round_id = await poll.begin(Phase.GATHER, ideas=IDEAS)
    ids = {
        "rounds": round_id,
        "proposals": await poll.proposal(round_id, title=f"Mrs {NAME}", what=f"{NAME} each evening."),
    }
    for each in ORDER[ORDER.index(Phase.VOTE) : ORDER.index(phase) + 1]:
        await poll.move_to(round_id, each)
        if each is Phase.VOTE:
            assert (await poll.cast_ballot(poll.cast.amir, round_id, [ids["proposals"]])).status == 200
        elif each is Phase.AGREE and phase is not Phase.AGREE:
            ids["priorities"] = await adopted(poll, ids)
    await atomic(lambda: found_again(""))
    return ids


async def adopted(poll: Poll, ids: dict[str, str]) -> str:
    """What the panel makes of it, with an action: the id of the priority."""
    ada = poll.house.caller(poll.cast.ada)
    assert (await ada.put(f"/rounds/{ids['rounds']}/panel/members/{poll.cast.ada.id}")).status == 204
    until = (clock.now() + timedelta(days=3)).date().isoformat()
    promised = {"id": ids["proposals"], "owner_role": "team", "promise": "We look at it.", "next_update": until}
    agreement = {"options": [promised], "reason": "This one alone."}
    answer = await ada.post(f"/rounds/{ids['rounds']}/agreement", agreement)
    assert answer.status == 200, answer.text
    priority = await Priority.get(option_id=ids["proposals"])
    await did(priority.id, poll.cast.ada.id)
    return str(priority.id)


async def taken_out(ideas: Ideas, proposal: str, how: str) -> None:
    """Have Ada hide it, or Mo word it otherwise."""
    if how == "hide":
        assert (await ideas.in_place(ideas.cast.ada, proposal, "hide")).status == 204
        return
    assert (await ideas.flag(ideas.cast.amir, proposal)).status == 201
    decided = await ideas.decide(proposal, "edit", body="Trouble in the lane\n\nIt is loud there.")
    assert decided.status == 201, decided.text


@pytest.mark.parametrize("how", ["hide", "edit"])
@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.VOTE, Phase.AGREE, Phase.ACT, Phase.REVIEW])
async def test_nobody_outside_of_the_staff_reads_it(
    ideas: Ideas, poll: Poll, cast: Cast, phase: Phase, how: str
) -> None:
    ids = await named(poll, phase)
    read = set(await told(poll, cast.amir, ids))
    expected = {f"/proposals/{ids['proposals']}", "/search?q=evening"}
    if "priorities" in ids:
        there = f"/neighbourhoods/{HOME}/you-said-we-did"
        expected = {f"/priorities/{ids['priorities']}", there, f"{there}/poster", f"/api/v1{there}/feed.atom"}
    assert expected <= read, "it must be read to be taken down"
    await taken_out(ideas, ids["proposals"], how)
    for each in [phase, Phase.AGREE] if phase is Phase.VOTE else [phase]:
        await poll.move_to(ids["rounds"], each)
        for who in (cast.amir, cast.olga, cast.nia, cast.max, None):
            assert await told(poll, who, ids) == [], (each, who)


async def test_what_mo_words_otherwise_during_the_vote_is_voted_on_and_worked_on_in_those_words(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    ids = await named(poll, Phase.VOTE)
    await taken_out(ideas, ids["proposals"], "edit")
    await poll.move_to(ids["rounds"], Phase.AGREE)
    ids["priorities"] = await adopted(poll, ids)
    for path in (f"/rounds/{ids['rounds']}/results", f"/priorities/{ids['priorities']}"):
        assert "Trouble in the lane" in (await poll.house.page(path)).text, path
    file = (await poll.house.caller().get(f"/rounds/{ids['rounds']}/ballots")).json
    assert {"id": ids["proposals"], "title": "Trouble in the lane", "stands": True} in file["options"]
    assert digest_of(file) == signed_digest(file), "no title is signed"
    [row] = [each for each in file["ballots"] if ids["proposals"] in str(each)]
    assert row, "its vote is kept"


async def test_a_priority_whose_proposal_is_taken_down_says_so_and_says_it_again_when_that_comes_back(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    ids = await named(poll, Phase.ACT)
    path = f"/priorities/{ids['priorities']}"
    before = (await poll.house.caller().get(path)).json
    live = await poll.house.live(cast.amir)
    await live.ok("follow_priorities", priorities=[ids["priorities"]])
    await taken_out(ideas, ids["proposals"], "hide")
    assert await live.wait("priority_changed") == {"priority": ids["priorities"]}
    hidden = (await poll.house.caller().get(path)).json
    assert (hidden["title"], hidden["html"]) == (taken_down(), "")
    assert hidden["promise"] == "We look at it."
    assert hidden["version"] > before["version"], "open pages look again"
    assert await titles_of(Viewer(), [path]) == {}
    assert not await SearchEntry.filter(target_id=ids["priorities"]).exists()
    assert (await ideas.in_place(cast.ada, ids["proposals"], "restore")).status == 204
    shown = (await poll.house.caller().get(path)).json
    assert (shown["title"], shown["html"]) == (before["title"], before["html"])
    assert await titles_of(Viewer(), [path]) == {path: before["title"]}
    assert await SearchEntry.filter(target_id=ids["priorities"]).exists()
