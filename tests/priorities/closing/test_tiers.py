"""Who is known how well, apart in the result: under ten never alone, at no door, nor in what is kept."""

import csv
import io
import json
from collections import Counter
from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from foundation.permissions import Role
from priorities.ballots.models import Ballot
from priorities.models import Phase
from tests.cast import HOME, Member, add_member
from tests.priorities.pages import words_of
from tests.priorities.poll import Poll

VOTERS = {"email": 12, "postcode": 9, "confirmed": 11}
COLUMNS = {"email": (), "postcode": ("postcode_given_at",), "confirmed": ("postcode_given_at", "confirmed_at")}
TOGETHER = "postcode+confirmed"


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def _voted(poll: Poll, round_id: str, options: list[str]) -> None:
    """Each tier votes for an option of its own."""
    before = clock.now() - timedelta(days=30)
    for place, (tier, many) in enumerate(VOTERS.items()):
        for number in range(many):
            person = Member(f"{chr(65 + number)}voter{tier} Jones", Role.RESIDENT, None, (HOME,))
            await add_member(person)
            await Person.filter(id=person.id).update(**dict.fromkeys(COLUMNS[tier], before))
            answer = await poll.cast_ballot(person, round_id, [options[place]])
            assert answer.status == 200, answer.text


async def test_nine_of_a_tier_are_nowhere_alone(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    await _voted(poll, round_id, options)
    assert Counter(ballot.tier for ballot in await Ballot.all()) == VOTERS, "cast as what they are"
    await poll.move_to(round_id, Phase.AGREE)
    reader = poll.house.caller()
    result = (await reader.get(f"/rounds/{round_id}/results")).json
    by_tier = {
        label: (tier["ballots"], {one["id"]: one["votes"] for one in tier["votes"]})
        for label, tier in result["by_tier"].items()
    }
    nobody = dict.fromkeys(options, 0)
    assert by_tier == {
        "email": (12, nobody | {options[0]: 12}),
        TOGETHER: (20, nobody | {options[1]: 9, options[2]: 11}),
    }
    published = Counter({"email": 12, TOGETHER: 20})
    file = json.loads((await reader.get(f"/rounds/{round_id}/ballots")).text)
    assert Counter(ballot["tier"] for ballot in file["ballots"]) == published
    assert Counter(ballot.tier for ballot in await Ballot.all()) == published, "kept as it was published"
    sheet = csv.DictReader(io.StringIO((await poll.house.page(f"/rounds/{round_id}/results.csv")).text))
    columns = {name for name in sheet.fieldnames or () if any(tier in name for tier in VOTERS)}
    assert columns == {"votes_email", f"votes_{TOGETHER}"}
    assert "Postcode + Confirmed" in words_of((await poll.house.page(f"/rounds/{round_id}/results")).text)
