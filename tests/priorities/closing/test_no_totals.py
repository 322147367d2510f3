"""Before the close nobody sees how the vote goes: nothing that anybody can ask for changes as ballots are cast."""

import re

import pytest

from foundation.permissions import Role
from priorities.models import Phase
from tests.cast import HOME, Cast, Member, add_member
from tests.clients import BASE
from tests.priorities.poll import Poll

PAGES = (
    "/rounds/{id}",
    "/rounds/{id}/vote",
    "/rounds/{id}/receipts",
    "/rounds/{id}/receipts.txt",
    "/rounds/{id}/results",
    "/rounds/{id}/results.csv",
    "/rounds/{id}/manage",
    "/rounds/{id}/panel",
    "/rounds/{id}/slips",
    "/rounds/{id}/letters",
    "/neighbourhoods/cathays",
    "/neighbourhoods/cathays/priorities",
    "/neighbourhoods/cathays/you-said-we-did",
    "/proposals/{option}",
)
CALLS = (
    "/rounds/{id}",
    "/rounds/{id}/results",
    "/rounds/{id}/ballots",
    "/rounds/{id}/close",
    "/rounds/{id}/slips",
    "/rounds/{id}/letters",
    "/rounds/{id}/proposals",
    "/neighbourhoods/cathays/rounds",
    "/neighbourhoods/cathays/priorities",
    "/proposals/{option}",
)
_CHANGES = re.compile(r'(name="csrf_token" value|name="csrf-token" content|name="client_id" value)="[^"]*"')


@pytest.fixture
def limits() -> bool:
    return False


async def test_no_answer_changes_while_people_vote(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    people = [Member(f"{letter}voter Jones", Role.RESIDENT, None, (HOME,)) for letter in "ABCDEFGHIJKL"]
    for person in people:
        await add_member(person)

    async def seen() -> dict[tuple[str, str], str]:
        found = {}
        for member in (None, cast.amir, cast.olga, cast.ada, cast.mo, cast.dee):
            for path in (*PAGES, *(BASE + call for call in CALLS)):
                asked = path.format(id=round_id, option=options[0])
                answer = await poll.house.caller(member).send("GET", asked)
                shown = _CHANGES.sub("", answer.text)
                found[(asked, member.name if member else "nobody")] = f"{answer.status} {_etag(answer.headers)} {shown}"
        return found

    before = await seen()
    assert len({said.split()[0] for said in before.values()}) > 1, "some doors are open, others are not"
    assert [said for (path, who), said in before.items() if who == "Dee Rees" and said.startswith("200")]
    for number, person in enumerate(people):
        assert (await poll.cast_ballot(person, round_id, options[: 1 + number % 3])).status == 200
    after = await seen()
    assert [door for door in before if before[door] != after[door]] == []


async def test_the_round_says_how_many_voted_only_afterwards(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    during = (await poll.house.caller(cast.dee).get(f"/rounds/{round_id}")).json
    assert during["turnout"] is None
    await poll.move_to(round_id, Phase.AGREE)
    assert (await poll.house.caller().get(f"/rounds/{round_id}")).json["turnout"] == 1


def _etag(headers: dict[str, str]) -> str:
    return str(headers.get("ETag", ""))
