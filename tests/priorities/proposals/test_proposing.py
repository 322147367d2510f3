"""Who lives in a neighbourhood proposes what its police should work on: once, coarsely placed, while there is time."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from foundation import clock
from foundation.ids import new_id
from moderation.newcomers import FIRST_DAY
from priorities.excluding.models import PriorityRestriction
from priorities.models import Phase, Proposal
from priorities.proposals import newcomers
from priorities.proposals.words import LONGEST_TITLE
from tests.cast import HOME, Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import ABUSE, CORNERS, TITLE, Ideas


async def test_rosa_proposes_and_everybody_reads_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id, where="Lowther Road", when="School days", affected="Children")
    read = (await ideas.read(None, made["id"])).json
    assert read["where"] == {"name": "Lowther Road", "latitude": None, "longitude": None, "area": None}
    assert (read["title"], read["when"], read["author"]["name"]) == (TITLE, "School days", "Rosa Jones")
    assert read["affected"] == "Children"
    page = (await poll.house.page(f"/proposals/{made['id']}")).text
    for words in ("Lowther Road", "School days", "Children"):
        assert words in page, "who is affected, and when, is read by everybody"
    assert "<em>eight</em>" in read["html"]
    assert (read["supporters"], read["supported"]) == (1, False), "who proposes it supports it"
    assert await ideas.listed(None, round_id) == [TITLE]
    assert await ideas.found("gate") == [made["id"]]


async def test_sent_twice_it_is_one(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id, client_id = await poll.begin(ideas=()), str(uuid4())
    answers = await asyncio.gather(*(ideas.send(cast.rosa, round_id, client_id=client_id) for _each in range(5)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.json["id"] for answer in answers}) == 1
    assert await Proposal.all().count() == 1


async def test_a_retry_is_answered_the_same_when_the_round_has_gone_on(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id, client_id = await poll.begin(ideas=()), str(uuid4())
    first = await ideas.send(cast.rosa, round_id, client_id=client_id)
    await poll.move_to(round_id, Phase.SHAPE)
    again = await ideas.send(cast.rosa, round_id, client_id=client_id)
    assert (again.status, again.json["id"]) == (201, first.json["id"])


@pytest.mark.parametrize("phase", [Phase.SHAPE, Phase.VOTE, Phase.ACT, Phase.DONE])
async def test_a_round_takes_none_later(ideas: Ideas, poll: Poll, cast: Cast, phase: Phase) -> None:
    answer = await ideas.send(cast.rosa, await poll.begin(phase))
    assert (answer.status, answer.json["phase"]) == (409, phase)


async def test_a_title_has_as_many_characters_as_the_sentence_says(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    longer = await ideas.send(cast.rosa, round_id, title="g" * (LONGEST_TITLE + 1))
    assert (longer.status, longer.json["detail"]) == (422, f"This is too long: use at most {LONGEST_TITLE} characters.")
    assert (await ideas.send(cast.rosa, round_id, title="g" * LONGEST_TITLE)).status == 201


async def test_outsiders_propose_nothing(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    for who, status in ((cast.olga, 403), (cast.gwen, 403), (cast.nia, 403), (cast.max, 403), (None, 401)):
        assert (await ideas.send(who, round_id)).status == status, who
    assert await Proposal.all().count() == 0


async def test_an_officer_who_serves_there_proposes_under_their_badge(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.ada, await poll.begin(ideas=()))
    assert made["author"]["officer"]["number"] == "4127"
    assert made["supporters"] == 0, "who does not live there supports nothing"


async def test_all_that_is_wrong_is_said_at_once(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    answer = await ideas.send(
        cast.rosa, await poll.begin(), title=" ", what="", where="12 Lowther Road", when="x" * 201, speaks_for="y" * 121
    )
    assert answer.status == 422
    assert {each["field"] for each in answer.json["errors"]} == {"title", "what", "place_name", "times", "speaks_for"}


@pytest.mark.parametrize("title", ["Official answer: no", "Verified officer"])
async def test_no_title_passes_for_a_mark_of_ours(ideas: Ideas, poll: Poll, cast: Cast, title: str) -> None:
    assert (await ideas.send(cast.rosa, await poll.begin(), title=title)).status == 422


async def test_a_place_is_kept_coarse(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    exact = [[x + 0.00041, y + 0.00041] for x, y in CORNERS]
    made = await ideas.made(cast.rosa, round_id, where={"area": {"type": "Polygon", "coordinates": [exact]}})
    assert made["where"]["area"]["coordinates"] == [CORNERS]
    point = await ideas.made(cast.amir, round_id, where={"latitude": 51.481234, "longitude": -3.17123})
    assert (point["where"]["latitude"], point["where"]["longitude"]) == (51.481, -3.171)


async def test_an_area_smaller_than_what_is_kept_becomes_a_point(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    x, y = CORNERS[0]
    house = [[x, y], [x + 0.0001, y], [x + 0.0001, y + 0.0001], [x, y]]
    made = await ideas.made(
        cast.rosa, await poll.begin(ideas=()), where={"area": {"type": "Polygon", "coordinates": [house]}}
    )
    assert made["where"]["area"] is None
    assert made["where"]["latitude"] == y


@pytest.mark.parametrize(
    "area",
    [
        {},
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": 5},
        {"type": "Polygon", "coordinates": [[[-3.1, 51.4], [-3.2, 51.4], [-3.1, 51.4]]]},
        {"type": "Polygon", "coordinates": [[["a", "b"]] * 4]},
        {"type": "Polygon", "coordinates": [[[-3.1, 51.4], [-3.2, 51.5], [-3.1, 51.5], [-3.2, 51.4], [-3.1, 51.4]]]},
        {"type": "Polygon", "coordinates": [[[100, 10], [101, 10], [101, 11], [100, 10]]]},
        {
            "type": "Polygon",
            "coordinates": [[[-3.18 + n / 1e5, 51.48 + n * n / 1e7] for n in range(99)] + [[-3.18, 51.48]]],
        },
    ],
)
async def test_what_is_no_area_here_is_refused(ideas: Ideas, poll: Poll, cast: Cast, area: dict[str, Any]) -> None:
    answer = await ideas.send(cast.rosa, await poll.begin(), where={"area": area})
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "area"), answer.text


async def test_abuse_waits_and_only_its_author_and_staff_read_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    proposal = await ideas.held(cast.rosa, round_id)
    for who, status in (
        (cast.rosa, 200),
        (cast.ada, 200),
        (cast.mo, 200),
        (cast.amir, 404),
        (cast.nia, 404),
        (None, 404),
    ):
        assert (await ideas.read(who, proposal)).status == status, who
        assert (ABUSE in (await poll.house.page(f"/proposals/{proposal}", who)).text) == (status == 200), who
    assert await ideas.listed(None, round_id) == await ideas.listed(cast.amir, round_id) == []
    assert await ideas.found("spastic") == []
    assert (await poll.house.caller(cast.amir).put(f"/proposals/{proposal}/support")).status == 404


@pytest.mark.parametrize("name", ["what", "title", "when", "affected", "speaks_for", "where"])
async def test_abuse_is_seen_in_every_field(ideas: Ideas, poll: Poll, cast: Cast, name: str) -> None:
    assert (await ideas.send(cast.rosa, await poll.begin(), **{name: ABUSE})).status == 202


@pytest.mark.parametrize("limits", [True])
async def test_a_first_day_has_its_measure(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    for number in range(newcomers.PROPOSALS):
        await poll.proposal(round_id, cast.amir, title=f"Idea {number}")
    answer = await ideas.send(cast.amir, round_id)
    assert (answer.status, int(answer.headers["Retry-After"]) > 3600) == (429, True)
    clock.move(FIRST_DAY)
    await newcomers.check_first_day(cast.amir.viewer, "Words", frozenset())


async def test_who_is_kept_out_writes_nothing_and_hears_why(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    await PriorityRestriction.create(
        id=new_id(), neighbourhood_id=HOME, person_id=cast.rosa.id, kind="silence", reason="Names", by_id=cast.mo.id,
        decision_id=new_id(), created_at=clock.now(),
    )  # fmt: skip
    answer = await ideas.send(cast.rosa, round_id)
    assert (answer.status, "Names" in answer.text) == (403, True)
    assert (await ideas.send(cast.amir, round_id)).status == 201
