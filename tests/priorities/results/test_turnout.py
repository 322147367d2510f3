"""Who voted, and when: on the page, as data, for spreadsheets and as a picture, never of fewer than ten."""

import csv
import json
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import aiohttp
import pytest
from PIL import Image

from accounts.models import Person
from foundation import clock
from foundation.ids import random_id
from foundation.permissions import Role
from priorities.ballots.models import Ballot, Receipt, Voted
from priorities.closing.models import Close
from priorities.models import Phase
from priorities.results.days import day_cells_of
from tests.cast import ELSEWHERE, HOME, Cast, Member, add_member
from tests.contract.description import Description
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close, silent

SAID = 25
"""How many of DAYS."""


@pytest.fixture(autouse=True)
async def _described(house: House) -> None:
    """Every answer is held against the description of the API."""
    house.check = Description((await house.caller().get("/openapi.json")).json).check


async def _table(house: House, path: str) -> list[dict[str, str]]:
    answer = await house.page(path)
    assert (answer.status, answer.headers["Content-Type"].partition(";")[0]) == (200, "text/csv")
    return list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("others", "wanted"),
    [(0, [False] * 2), (3, [False, True]), (9, [False, True]), (10, [False] * 2 + [True]), (40, [False] * 2 + [True])],
)
async def test_no_few_on_paper_are_left_over_when_days_are_taken_from_the_ballots(
    poll: Poll, house: House, others: int, wanted: list[bool]
) -> None:
    round_id, _options = await close(poll, [("email", (0,))] * (SAID + others))
    told = (await house.caller().get(f"/rounds/{round_id}/turnout")).json["days"]
    rows = await _table(house, f"/rounds/{round_id}/results/days.csv")
    drawn = ElementTree.fromstring((await house.page(f"/rounds/{round_id}/results/days.svg")).text)
    words = [each.text for each in drawn.iter() if each.text]
    page = (await house.page(f"/rounds/{round_id}/results")).text.partition('id="days"')[2].partition("<h2")[0]
    for cells in (told, rows):
        assert sum(int(cell["voted"]) for cell in cells) == SAID + others
        assert all(int(cell["voted"]) >= 10 for cell in cells)
    assert [cell["others"] for cell in told] == wanted
    for cell in told:
        assert str(cell["voted"]) in words
        assert f">{cell['voted']}<" in page
    assert ("on paper or by letter" in page.lower()) == (others > 0)


@pytest.mark.parametrize(
    ("days", "ballots", "voted"),
    [([], 4, [4]), ([6], 9, [9]), ([6], 30, [30]), ([12], 12, [12]), ([12], 40, [12, 28]), ([], 0, [])],
)
def test_who_is_told_of_in_all(days: list[int], ballots: int, voted: list[int]) -> None:
    cells: list[dict[str, Any]] = [{"from": "2026-11-02", "to": "2026-11-02", "voted": many} for many in days]
    assert [cell.voted for cell in day_cells_of(cells, ballots)] == voted


async def test_ages_and_rounds_can_be_taken_away(poll: Poll, house: House) -> None:
    first, _options = await close(poll, [("email", (0,))] * 12, title="=Autumn")
    second, _options = await close(poll, [("email", (0,))] * 4, quorum=20)
    await silent(second, ("18_or_over", 120, 12), ("16_or_17", 30, 13))
    told = (await house.caller().get(f"/rounds/{second}/turnout")).json
    assert told["by_age"] == [
        {"age": "16_or_17", "could": 30, "voted": 13},
        {"age": "18_or_over", "could": 120, "voted": 12},
    ]
    assert [(one["id"], one["ballots"], one["quorum"]) for one in told["rounds"]][1] == (second, 4, 20)
    ages = await _table(house, f"/rounds/{second}/results/silent.csv")
    assert [(row["age"], row["could"], row["voted"]) for row in ages] == [
        ("16_or_17", "30", "13"),
        ("18_or_over", "120", "12"),
    ]
    rounds = await _table(house, f"/rounds/{second}/results/trend.csv")
    assert [(row["round"], row["ballots"]) for row in rounds] == [(first, "12"), (second, "4")]
    assert rounds[0]["title"] == "'=Autumn", "no formula"
    drawn = ElementTree.fromstring((await house.page(f"/rounds/{second}/results/trend.svg")).text)
    words = ["".join(each.itertext()) for each in drawn]
    assert words.index("1. =Autumn") < words.index("12") < words.index("4")
    async with (
        aiohttp.ClientSession(house.url) as session,
        session.get(f"/rounds/{second}/results/trend.png") as answer,
    ):
        assert Image.open(BytesIO(await answer.read())).width == 1000


async def test_nobody_has_them_before_the_close(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    assert (await house.caller(cast.dee).get(f"/rounds/{round_id}/turnout")).status == 404
    for file in ("days.csv", "days.svg", "days.png", "silent.csv", "trend.csv", "trend.svg", "trend.png"):
        assert (await house.page(f"/rounds/{round_id}/results/{file}", cast.dee)).status == 404, file


async def _voted(round_id: str, option: str, voter: str, how: str, day: date) -> None:
    """What a cast writes."""
    await Voted.create(id=random_id(), round_id=round_id, voter=voter, how=how, day=day)
    await Receipt.create(id=random_id(), round_id=round_id, mark=random_id(), receipt=random_id())
    await Ballot.create(id=random_id(), round_id=round_id, mark=random_id(), tier="email", choices=json.dumps([option]))


async def _aged(name: str, **columns: Any) -> str:
    member = Member(name, Role.RESIDENT, None, (HOME,))
    await add_member(member)
    await Person.filter(id=member.id).update(age_band="18_or_over", **{"neighbourhood_id": HOME, **columns})
    return member.id


async def test_the_close_keeps_days_and_ages_of_who_voted_with_an_account(poll: Poll, house: House, cast: Cast) -> None:
    """Of 23 who could, eleven voted; one moved away, one is suspended, and one’s account is of no tier that votes."""
    round_id = await poll.begin(Phase.VOTE, tiers="postcode,confirmed")
    [option, *_others] = await poll.options(round_id)
    today, given = clock.now().date(), clock.now()
    people = [await _aged(f"Neighbour{number} Jones", postcode_given_at=given) for number in range(23)]
    for place, person in enumerate(people[:11]):
        await _voted(round_id, option, person, "account", today + timedelta(days=place // 10))
    away = await _aged("Away Jones", neighbourhood_id=ELSEWHERE, postcode_given_at=given)
    banned = await _aged("Banned Jones", suspended_at=given, postcode_given_at=given)
    await _aged("Untold Jones", postcode_given_at=None)
    for person in (away, banned):
        await _voted(round_id, option, person, "account", today + timedelta(days=1))
    for number in range(3):
        await _voted(round_id, option, f"roll:{number}", "slip", today)
    await poll.move_to(round_id, Phase.AGREE)
    kept = (await Close.get(id=round_id)).days
    assert kept == [{"from": today.isoformat(), "to": (today + timedelta(days=1)).isoformat(), "voted": 13}]
    told = (await house.caller().get(f"/rounds/{round_id}/turnout")).json
    assert [(day["voted"], day["others"]) for day in told["days"]] == [(16, True)]
    assert told["by_age"] == [{"age": "18_or_over", "could": 23, "voted": 11}]
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "11 of 23" in page
    assert "By area" not in page
