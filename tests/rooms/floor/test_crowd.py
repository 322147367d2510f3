"""Thirty people a floor; nobody stands on anybody; who is walking turns at a tile, not between two."""

import pytest

from foundation.errors import Invalid, NotAllowed
from rooms.floor.crowd import LASTS, Crowd, come_in, drop_gone, go_out, renew, walk
from rooms.floor.plans import load_plans
from rooms.floor.walks import SPEED

PLAN = load_plans(None).usual
NOW = 1000.0


def crowd_of(count: int) -> Crowd:
    crowd: Crowd = {}
    for number in range(count):
        assert come_in(crowd, PLAN, f"p{number}", f"tab{number}", NOW)
    return crowd


def test_the_thirty_first_comes_onto_the_second_floor():
    crowd = crowd_of(61)
    floors = [walker.floor for walker in crowd.values()]
    assert [floors.count(floor) for floor in (1, 2, 3)] == [30, 30, 1]


def test_whoever_comes_takes_the_place_of_who_left():
    crowd = crowd_of(31)
    go_out(crowd, "p4")
    come_in(crowd, PLAN, "late", "tab", NOW)
    assert crowd["late"].floor == 1


def test_nobody_stands_on_anybody_and_nobody_in_the_furniture():
    crowd = crowd_of(30)
    ends = [walker.end for walker in crowd.values()]
    assert len(set(ends)) == 30
    assert all(PLAN.grid.is_free(tile) for tile in ends)


def test_two_tabs_are_one_person_until_the_last_is_closed():
    crowd = crowd_of(1)
    assert not come_in(crowd, PLAN, "p0", "second", NOW)
    assert go_out(crowd, "p0", "tab0") is None
    assert go_out(crowd, "p0", "second") is not None
    assert crowd == {}


def test_a_walk_to_where_somebody_stands_ends_beside_them():
    crowd = crowd_of(2)
    there = crowd["p1"].end
    walk(crowd, PLAN, "p0", there, NOW)
    assert crowd["p0"].end != there


def test_who_turns_round_does_so_at_the_next_tile():
    crowd = crowd_of(1)
    start = crowd["p0"].end
    walk(crowd, PLAN, "p0", (start[0] + 6, start[1] + 2), NOW)
    before = crowd["p0"].at
    walked = walk(crowd, PLAN, "p0", start, NOW + 1.1 / SPEED)
    assert walked.path[0] != start
    assert walked.at > NOW + 1.1 / SPEED
    assert before == NOW


@pytest.mark.parametrize(
    "path",
    [
        [(0, 0), (0, 1)],  # not from where they are
        [(1, 2), (3, 2)],  # a jump
        [(1, 2), (1, 2)],  # no step
        [(1, 2), (2, 2), (3, 2), (4, 2), (5, 2), (5, 1), (5, 0)],  # through the desk
        [(1, 2), (0, 2), (-1, 2)],  # out of the room
    ],
)
def test_a_forged_path_is_refused_and_changes_nothing(path: list):
    crowd = crowd_of(1)
    assert crowd["p0"].path == [(1, 2)], "the path is to begin where they stand"
    with pytest.raises(Invalid):
        walk(crowd, PLAN, "p0", path, NOW)
    assert crowd["p0"].path == [(1, 2)]


def test_a_path_of_ones_own_is_walked_when_every_step_is_one():
    crowd = crowd_of(1)
    assert walk(crowd, PLAN, "p0", [(1, 2), (1, 3), (2, 3)], NOW).end == (2, 3)


def test_a_path_cannot_begin_where_one_will_only_be():
    """The end of the walk before is seconds away: nobody is there yet."""
    crowd = crowd_of(1)
    walk(crowd, PLAN, "p0", (1, 7), NOW)
    with pytest.raises(Invalid):
        walk(crowd, PLAN, "p0", [(1, 7), (2, 7)], NOW + 0.1)
    walk(crowd, PLAN, "p0", [(1, 7), (2, 7)], NOW + 60)


def test_who_is_not_on_the_floor_does_not_walk():
    with pytest.raises(NotAllowed):
        walk({}, PLAN, "p0", (1, 2), NOW)


def test_people_of_a_process_that_died_are_gone_after_a_while():
    crowd = crowd_of(2)
    assert renew(crowd, {"p0"}, NOW + LASTS / 2) == []
    assert [walker.person for walker in renew(crowd, {"p0"}, NOW + LASTS + 1)] == ["p1"]
    drop_gone(crowd, NOW + 10 * LASTS)
    assert crowd == {}
