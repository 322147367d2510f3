"""What is shown when the vote is closed: groups where there are some, what bridges them first, small figures never."""

import numpy as np
import pytest

from priorities.models import Phase
from priorities.opinions.models import Opinion, OpinionGroups, Statement
from tests.cast import Cast
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.test_grouping import LIKE, NOT, people


async def test_two_camps_are_shown_and_what_bridges_them_comes_first(asking: Asking, cast: Cast, house: House):
    chance = np.random.default_rng(2)
    camps = people([*LIKE, *NOT, 0.95], 40, chance) + people([*NOT, *LIKE, 0.95], 30, chance)
    await asking.crowd(camps)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    found = (await asking.results()).json
    assert found["people"] == 70
    assert found["why"] == ""
    assert [(group["name"], group["size"]) for group in found["groups"]] == [("A", 40), ("B", 30)]
    assert found["statements"][0]["text"] == "Statement number 12"
    assert sum(found["statements"][0]["said"].values()) == 70
    assert [sum(said.values()) for said in found["statements"][0]["by_group"]] == [40, 30]
    assert {mark["agrees"] for mark in found["groups"][0]["marks"]} <= {True, False}
    assert found["groups"][0]["marks"]
    page = await house.caller(None).send("GET", f"/rounds/{asking.id}/opinions")
    assert "70 people said what they think. Their opinions fall into 2 groups." in page.text
    assert page.text.count("bl-opinions__circle--") == 2


async def test_where_all_agree_there_are_no_groups(asking: Asking):
    await asking.crowd([[1, 1, 1, 1, -1]] * 60)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    found = (await asking.results()).json
    assert (found["people"], found["why"], found["groups"]) == (60, "alike", [])
    assert found["statements"][-1]["text"] == "Statement number 4"


async def test_few_people_have_no_groups_and_small_figures_are_not_told(asking: Asking, house: House):
    await asking.crowd([[1, 9]] * 5 + [[-1, 1]] * 5 + [[9, 1]] * 4)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    found = (await asking.results()).json
    assert (found["people"], found["why"], found["groups"]) == (14, "few", [])
    said = {each["text"]: each["said"] for each in found["statements"]}
    assert said == {"Statement number 0": {"agree": 5, "disagree": 5, "pass": 0}, "Statement number 1": None}
    assert [each["bridge"] for each in found["statements"]] == [0.5, None], "(9 + 1) / (9 + 2) would tell who said what"
    page = await house.caller(None).send("GET", f"/rounds/{asking.id}/opinions")
    assert "Fewer than ten people said what they think of this" in page.text


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ([40, 30], [True, True]),
        ([40, 3, 30], [True, False, False]),
        ([40, 3, 4, 30], [True, False, False, False]),
        ([40, 6, 7, 30], [True, False, False, True]),
        ([12, 0], [False, False]),
    ],
)
async def test_a_small_group_is_not_what_is_left_of_the_total(asking: Asking, sizes: list[int], told: list[bool]):
    await asking.crowd([[1, 1]] * sum(sizes))
    await asking.poll.move_to(asking.id, Phase.AGREE)
    asked, other = asking.statements
    groups = [
        {"size": 20, "place": [0, 0], "marks": [],
         "said": {asked: {"agree": size, "disagree": 0, "pass": 0}, other: {"agree": 20, "disagree": 0, "pass": 0}}}
        for size in sizes
    ]  # fmt: skip
    whole = {"people": sum(sizes), "why": "", "groups": groups}
    await OpinionGroups.filter(id=asking.id).update(found=whole)
    [found] = [each for each in (await asking.results()).json["statements"] if each["id"] == asked]
    assert [each is not None for each in found["by_group"]] == told
    assert found["bridge"] == round(found["bridge"], 2)
    hidden = [size for size, shown in zip(sizes, told, strict=True) if not shown]
    assert not hidden or (len(hidden) > 1 and sum(hidden) >= 10)


async def test_groups_are_found_once_and_marks_lead_to_nobody(asking: Asking, cast: Cast):
    await asking.put("More lamps, please")
    await asking.say(cast.amir, "agree")
    before = set(await Opinion.all().values_list("mark", flat=True))
    await asking.poll.move_to(asking.id, Phase.AGREE)
    await asking.poll.house.run_jobs()
    assert await OpinionGroups.all().count() == 1
    assert before.isdisjoint(await Opinion.all().values_list("mark", flat=True))


async def test_a_statement_that_is_taken_down_later_is_gone_from_the_results(asking: Asking):
    await asking.crowd([[1, 1]] * 12)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    await Statement.filter(id=asking.statements[0]).update(state="hidden")
    assert [each["text"] for each in (await asking.results()).json["statements"]] == ["Statement number 1"]
