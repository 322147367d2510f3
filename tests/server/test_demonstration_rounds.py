"""The rounds of priorities of the demonstration: one that people vote in, whenever it runs, and one that is done."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from foundation import clock
from foundation.settings import Settings
from server.demo import demonstration_app, prepare
from tests.clients import JSON
from tests.house import House
from tests.running.server_process import run

PASSWORD = "bluelamp-demo"
ROUNDS = "/neighbourhoods/GM02/rounds"


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
async def demonstration(settings: Settings) -> AsyncIterator[House]:
    """The demonstration as its first start makes it, served."""
    async with started(settings) as house:
        yield house


@asynccontextmanager
async def started(settings: Settings) -> AsyncIterator[House]:
    """A start of it: made or brought up to now, then served."""
    await prepare(settings)
    async with served(settings) as house:
        yield house


@asynccontextmanager
async def served(settings: Settings, make: Callable[[Settings], web.Application] | None = None) -> AsyncIterator[House]:
    """What was made, served."""
    house = House(settings, make)
    await house.open()
    try:
        yield house
    finally:
        await house.close()


async def the_round(house: House, phase: str) -> JSON:
    """The one round of Rosa’s neighbourhood that is in a phase."""
    [found] = [each for each in (await house.caller().get(ROUNDS)).json["items"] if each["phase"] == phase]
    return dict((await house.caller().get(f"/rounds/{found['id']}")).json)


async def rosa_and_amir_vote(house: House) -> None:
    open_one = await the_round(house, "vote")
    assert open_one["turnout"] is None
    assert len(open_one["options"]) >= 4
    for name in ("rosa", "amir"):
        signed_in = await house.caller().post("/session", {"email": f"{name}@example.org", "password": PASSWORD})
        person = house.caller(token=signed_in.json["token"])
        choices = [option["id"] for option in open_one["options"][:3]]
        for _again in range(2):
            cast = await person.put(f"/rounds/{open_one['id']}/ballot", {"choices": choices})
            assert cast.status == 200, cast.text
            assert cast.json["receipt"]


async def test_rosa_and_amir_may_vote_in_one_also_a_month_later_in_what_was_kept(settings: Settings) -> None:
    async with started(settings) as house:
        await rosa_and_amir_vote(house)
        before = await the_round(house, "vote")
    clock.move(timedelta(days=30))
    async with started(settings) as house:
        await rosa_and_amir_vote(house)
        assert (await the_round(house, "vote"))["id"] != before["id"]
        await house.run_jobs()
        # What they chose a month before was counted meanwhile.
        counted = await house.caller().get(f"/rounds/{before['id']}/results")
        assert counted.json["ballots"] == 26
        clock.move(timedelta(days=400))
    async with started(settings) as house:
        await rosa_and_amir_vote(house)


async def test_while_it_runs_the_next_vote_opens_and_nobody_else_is_taken_into_its_past(settings: Settings) -> None:
    await prepare(settings)
    async with served(settings, demonstration_app) as house:
        before = await the_round(house, "vote")
        clock.move(timedelta(days=15))
        now = clock.now()
        seen = asyncio.create_task(times())
        await house.run_jobs()
        seen.cancel()
        assert min(await seen) >= now
        after = await the_round(house, "vote")
        assert after["id"] != before["id"]
        titles = {option["title"] for option in after["options"]}
        assert titles == {option["title"] for option in before["options"]} - {"Motorbikes in the park at night"}
        await rosa_and_amir_vote(house)
        await house.run_jobs()
        assert (await the_round(house, "vote"))["id"] == after["id"]


async def times() -> list[datetime]:
    """What others on the same loop take for the time, until this is cancelled."""
    seen: list[datetime] = []
    with suppress(asyncio.CancelledError):
        while True:
            seen.append(clock.now())
            await asyncio.sleep(0)
    return seen


async def test_a_start_that_finds_the_vote_open_leaves_it(settings: Settings) -> None:
    async with started(settings) as house:
        before = (await house.caller().get(ROUNDS)).json["items"]
    async with started(settings) as house:
        assert (await house.caller().get(ROUNDS)).json["items"] == before


async def test_the_one_that_is_done_is_counted_again_by_a_stranger(
    demonstration: House, settings: Settings, tmp_path: Path
) -> None:
    nobody, round_id = demonstration.caller(), (await the_round(demonstration, "done"))["id"]
    results = (await nobody.get(f"/rounds/{round_id}/results")).json
    assert results["ballots"] == 48
    assert results["quorum_met"]
    assert elected(results["plain"]) != elected(results["equal_shares"]), "nothing to see between the two counts"
    published = (await nobody.get(f"/rounds/{round_id}/ballots")).text
    receipt = json.loads(published)["receipts"][0]
    assert (await nobody.get(f"/rounds/{round_id}/receipts/{receipt}")).json == {"counted": True}
    for name, text in (("ballots.json", published), ("results.json", json.dumps(results))):
        (tmp_path / name).write_text(text)
    recounted = run("recount", "ballots.json", "--results", "results.json", settings=settings, folder=tmp_path)
    assert recounted.returncode == 0, recounted.stdout + recounted.stderr


async def test_what_became_of_it_can_be_read_at_every_door(demonstration: House) -> None:
    nobody = demonstration.caller()
    priorities = (await nobody.get("/neighbourhoods/GM02/priorities")).json["items"]
    statuses = sorted(each["status"] for each in priorities)
    assert statuses == ["met", "met", "unmet"]
    for each in priorities:
        assert each["owner"]
        assert each["action"]
    page = (await nobody.page("/neighbourhoods/GM02/you-said-we-did")).text
    poster = (await nobody.page("/neighbourhoods/GM02/you-said-we-did/poster")).text
    for seen in ("Cars too fast past the school in Castle Street", "Motorbikes in the park at night"):
        assert seen in page
        assert seen in poster
    [school] = [each for each in priorities if "lollipop lady" in each["issue"]]
    words = (await nobody.page(f"/priorities/{school['id']}")).text
    for seen in ("Cars over 20 in an hour", "212", "64", "A round sign by a road", "Glanmor Council"):
        assert seen in words, seen


async def test_what_was_not_met_goes_on_and_two_proposals_were_put_together(demonstration: House) -> None:
    options = {option["title"] for option in (await the_round(demonstration, "vote"))["options"]}
    assert "Motorbikes in the park at night" in options
    assert "Loud cars round Market Square after midnight" in options
    assert "Racing at night round Market Square" not in options


def elected(counted: list[JSON]) -> set[str]:
    """The options that take a place."""
    return {one["id"] for one in counted if one["elected"]}
