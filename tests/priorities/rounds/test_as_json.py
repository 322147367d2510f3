"""Rounds as clients read, begin and follow them."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from foundation import clock
from priorities.models import Phase, Proposal, ProposalState, Round
from priorities.phases import ORDER
from priorities.rounds.models import RoundTemplate
from priorities.rounds.plans import DATES
from tests.cast import HOME, Cast
from tests.house import House
from tests.priorities.poll import IDEAS, WEEK, Poll

OF_HOME = f"/neighbourhoods/{HOME}/rounds"


def dates(first: timedelta = timedelta(days=1)) -> dict[str, str]:
    """Of a round whose phases last a week each."""
    return {name: clock.rfc3339(clock.now() + first + place * WEEK) for place, name in enumerate(DATES)}


def new_round(**more: Any) -> dict[str, Any]:
    return {"title": "Spring priorities", "dates": dates(), **more}


async def test_a_round_in_its_vote_is_as_the_contract_says(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    shown = (await poll.house.caller().get(f"/rounds/{round_id}")).json
    row = await poll.row(round_id)
    assert (shown["id"], shown["neighbourhood"]) == (round_id, HOME)
    assert (shown["phase"], shown["method"], shown["pick"], shown["turnout"]) == ("vote", "approval", 3, None)
    assert shown["opens_at"] == clock.rfc3339(row["vote_at"])
    assert shown["closes_at"] == clock.rfc3339(row["agree_at"])
    assert [option["title"] for option in shown["options"]] == list(IDEAS)
    assert len(row["seed"]) == 64
    assert row["seed"] not in str(shown)


@pytest.mark.parametrize("phase", ORDER)
async def test_each_phase_is_named(poll: Poll, phase: Phase) -> None:
    round_id = await poll.begin(phase)
    assert (await poll.house.caller().get(f"/rounds/{round_id}")).json["phase"] == phase


async def test_before_the_vote_there_are_no_options(poll: Poll) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    assert (await poll.house.caller().get(f"/rounds/{round_id}")).json["options"] == []


async def test_the_words_of_a_hidden_option_are_not_served(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    hidden = (await poll.options(round_id))[0]
    await Proposal.filter(id=hidden).update(state=ProposalState.HIDDEN)
    shown = (await poll.house.caller().get(f"/rounds/{round_id}")).json["options"]
    assert [option["hidden"] for option in shown] == [True, False, False, False]
    assert shown[0]["title"] == "", "a client says in its own words that it is not shown"
    assert IDEAS[0] not in str(shown)


async def test_the_list_has_the_newest_first_and_none_that_has_not_begun(poll: Poll) -> None:
    old, new = await poll.begin(Phase.DONE), await poll.begin(Phase.GATHER)
    planned = (await poll.house.caller(poll.cast.ada).post(OF_HOME, new_round())).json["id"]
    listed = (await poll.house.caller(poll.cast.ada).get(OF_HOME)).json
    assert [each["id"] for each in listed["items"]] == [new, old]
    assert listed["next"] is None
    assert (await poll.house.caller().get(f"/rounds/{planned}")).status == 404
    assert (await poll.house.caller(poll.cast.ada).get(f"/rounds/{planned}")).json["phase"] == "scheduled"


async def test_the_list_comes_by_pages(poll: Poll) -> None:
    rounds = [await poll.begin(phase, ideas=()) for phase in (Phase.DONE, Phase.REVIEW, Phase.GATHER)]
    first = (await poll.house.caller().get(OF_HOME, params={"limit": "2"})).json
    assert [each["id"] for each in first["items"]] == [rounds[2], rounds[1]]
    second = (await poll.house.caller().get(OF_HOME, params={"limit": "2", "cursor": first["next"]})).json
    assert [each["id"] for each in second["items"]] == [rounds[0]]
    assert second["next"] is None
    assert (await poll.house.caller().get(OF_HOME, params={"cursor": "nothing"})).status == 422
    assert (await poll.house.caller().get("/neighbourhoods/nowhere/rounds")).status == 404


async def test_ada_begins_a_round_that_the_clock_moves(house: House, cast: Cast, poll: Poll) -> None:
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(method="ranking", pick=5, tiers=["confirmed"]))
    assert answer.status == 201, answer.text
    made = answer.json
    assert (made["phase"], made["method"], made["advice"], made["tiers"]) == (
        "scheduled", "ranking", "plain", ["confirmed"],
    )  # fmt: skip
    assert (await poll.move_to(made["id"], Phase.GATHER))["phase"] == Phase.GATHER


async def test_a_round_that_is_sent_twice_is_one(house: House, cast: Cast) -> None:
    """Also where both come at once, and one that repeats would come again twice for ever."""
    body = new_round(client_id=str(uuid4()), months=3)
    answers = await asyncio.gather(*(house.caller(cast.ada).post(OF_HOME, body) for _time in range(5)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.json["id"] for answer in answers}) == 1
    assert await Round.all().count() == await RoundTemplate.all().count() == 1
    assert (await house.caller(cast.huw).post(OF_HOME, body)).json["id"] != answers[0].json["id"]


@pytest.mark.parametrize("member", ["rosa", "gwen", "mo", "nia", "max"])
async def test_others_can_t_begin_one(house: House, cast: Cast, member: str) -> None:
    assert (await house.caller(getattr(cast, member)).post(OF_HOME, new_round())).status == 403
    assert (await house.caller().post(OF_HOME, new_round())).status == 401


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": "\u200b "}, "title"),
        ({"about": "x" * 1001}, "about"),
        ({"pick": 0}, "pick"),
        ({"places": 11}, "places"),
        ({"tiers": []}, "tiers"),
    ],
)
async def test_what_is_wrong_is_named(house: House, cast: Cast, more: dict[str, Any], field: str) -> None:
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(**more))
    assert answer.status == 422
    assert [each["field"] for each in answer.json["errors"]] == [field]


async def test_dates_must_follow_each_other(house: House, cast: Cast) -> None:
    wrong = dates() | {"vote_at": dates()["shape_at"]}
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(dates=wrong))
    assert [each["field"] for each in answer.json["errors"]] == ["vote_at"]
    past = dates(timedelta(days=-3))
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(dates=past))
    assert [each["field"] for each in answer.json["errors"]] == ["gather_at"]
    far = dates(timedelta(days=800))
    assert (await house.caller(cast.ada).post(OF_HOME, new_round(dates=far))).status == 422
