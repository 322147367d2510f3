"""Groups are found where there are some, and none where there are not. Numbers by chance, the same in every run."""

import numpy as np
import pytest

from priorities.opinions.bridging import bridge, counted, marks
from priorities.opinions.grouping import Given, find_groups

LIKE, NOT, EVEN = [0.9] * 6, [0.1] * 6, [0.5] * 12


def people(chances: list[float], number: int, chance: np.random.Generator) -> list[list[int]]:
    rows: list[list[int]] = np.where(chance.random((number, len(chances))) < chances, 1, -1).tolist()
    return rows


def given(rows: list[list[int]]) -> list[Given]:
    return [list(enumerate(row)) for row in rows]


@pytest.mark.parametrize("seed", range(5))
def test_two_camps_are_two_groups(seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = people(LIKE + NOT, 60, chance) + people(NOT + LIKE, 40, chance)
    found = find_groups(given(rows), 12)
    assert [len(group) for group in found.members] == [60, 40]
    assert set(found.members[0]) == set(range(60))


def test_three_camps_are_three_groups_and_statements_that_all_like_bridge_them() -> None:
    chance = np.random.default_rng(1)
    camps = ([0.9] * 5 + [0.1] * 10, [0.1] * 5 + [0.9] * 5 + [0.1] * 5, [0.1] * 10 + [0.9] * 5)
    rows = [row for camp in camps for row in people([*camp, 0.95], 40, chance)]
    found = find_groups(given(rows), 16)
    assert len(found.members) == 3
    said = [{str(at): counted([rows[one][at] for one in group]) for at in range(16)} for group in found.members]
    by_bridge = sorted(range(16), key=lambda at: -bridge([group[str(at)] for group in said]))
    assert by_bridge[0] == 15
    first = found.members[0][0] // 40
    own = {int(mark["id"]) // 5 for mark in marks(said[0], said[1]) if mark["agrees"]}
    assert own == {first}


@pytest.mark.parametrize("seed", range(8))
def test_there_are_none_where_all_agree_or_each_thinks_for_themselves(seed: int) -> None:
    chance = np.random.default_rng(seed)
    assert find_groups(given([[1] * 12] * 80), 12).members == ()
    assert find_groups(given(people([0.9] * 12, 200, chance)), 12).members == ()
    assert find_groups(given(people(EVEN, 100, chance)), 12).members == ()
    one_that_splits = [row + [1] * 9 for row in people([0.5], 100, chance)]
    assert find_groups(given(one_that_splits), 10).members == ()


def test_under_fifty_people_there_are_none() -> None:
    chance = np.random.default_rng(0)
    rows = people(LIKE + NOT, 25, chance) + people(NOT + LIKE, 24, chance)
    assert find_groups(given(rows), 12).members == ()
    assert len(find_groups(given([*rows, rows[0]]), 12).members) == 2


def test_no_group_is_smaller_than_ten() -> None:
    chance = np.random.default_rng(0)
    rows = people(LIKE + NOT, 91, chance) + people(NOT + LIKE, 9, chance)
    assert all(len(group) >= 10 for group in find_groups(given(rows), 12).members)


def test_who_says_little_is_counted_by_what_they_say() -> None:
    """Half of all opinions are missing; who said fewer than seven things is in no group."""
    chance = np.random.default_rng(3)
    rows = people([0.9] * 15 + [0.1] * 15, 80, chance) + people([0.1] * 15 + [0.9] * 15, 80, chance)
    sparse = [[one for one in enumerate(row) if chance.random() < 0.5] for row in rows]
    sparse[0] = sparse[0][:6]
    found = find_groups(sparse, 30)
    assert len(found.members) == 2
    assert 0 not in {one for group in found.members for one in group}


def test_the_same_opinions_give_the_same_groups() -> None:
    chance = np.random.default_rng(4)
    rows = people(LIKE + NOT, 60, chance) + people(NOT + LIKE, 40, chance)
    assert find_groups(given(rows), 12) == find_groups(given(rows), 12)
