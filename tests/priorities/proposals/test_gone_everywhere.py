"""A proposal that was taken down is gone behind every door of priorities, while people vote and after the close too."""

import re

import pytest

import priorities.feature
from foundation.database import atomic
from priorities.models import Phase
from priorities.proposals.finding import found_again
from server.searching import api as searching_api
from server.searching import pages as searching_pages
from tests.cast import HOME, Cast, Member
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


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.VOTE, Phase.AGREE])
async def test_nobody_outside_of_the_staff_reads_it(ideas: Ideas, poll: Poll, cast: Cast, phase: Phase) -> None:
    round_id = await poll.begin(Phase.VOTE if phase == Phase.AGREE else phase, ideas=(*IDEAS, f"Mrs {NAME}"))
    proposal = (await poll.options(round_id))[-1]
    ids = {"rounds": round_id, "proposals": proposal}
    await atomic(lambda: found_again(""))
    read = set(await told(poll, cast.amir, ids))
    assert {f"/proposals/{proposal}", "/search?q=evening"} <= read, "it must be read to be taken down"
    assert (await ideas.in_place(cast.ada, proposal, "hide")).status == 204
    if phase == Phase.AGREE:
        await poll.move_to(round_id, Phase.AGREE)
    for who in (cast.amir, cast.olga, cast.nia, cast.max, None):
        assert await told(poll, who, ids) == [], who
