"""What is published in cells has none that is so small that it tells of somebody."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from priorities.closing.days import day_cells, silent_cells
from priorities.closing.tiers import FEWEST, tier_labels

FIRST = date(2026, 11, 20)
_DAYS = st.dictionaries(st.integers(0, 30), st.integers(1, 40), max_size=12)
_TIERS = st.dictionaries(st.sampled_from(["email", "postcode", "confirmed", "paper"]), st.integers(1, 40))


def test_a_tier_of_nine_goes_with_the_next_smallest() -> None:
    assert tier_labels({"email": 50, "postcode": 9, "confirmed": 20}) == {
        "email": "email",
        "postcode": "postcode+confirmed",
        "confirmed": "postcode+confirmed",
    }
    assert tier_labels({"email": 10, "postcode": 10}) == {"email": "email", "postcode": "postcode"}
    assert set(tier_labels({"confirmed": 2, "email": 3, "postcode": 4}).values()) == {"email+postcode+confirmed"}
    assert tier_labels({"email": 2}) == {"email": "email"}
    assert tier_labels({}) == {}


@given(_TIERS)
def test_no_published_tier_is_small_unless_all_are_together(ballots: dict[str, int]) -> None:
    labels = tier_labels(ballots)
    sizes = Counter[str]()
    for tier, many in ballots.items():
        sizes[labels[tier]] += many
        assert tier in labels[tier].split("+")
    assert len(sizes) <= 1 or min(sizes.values()) >= FEWEST


def test_days_under_ten_go_with_the_next_ones() -> None:
    voted = {FIRST: 4, FIRST + timedelta(days=1): 7, FIRST + timedelta(days=4): 12, FIRST + timedelta(days=5): 3}
    assert day_cells(voted) == [
        {"from": "2026-11-20", "to": "2026-11-21", "voted": 11},
        {"from": "2026-11-24", "to": "2026-11-25", "voted": 15},
    ]
    assert day_cells({FIRST: 3}) == [{"from": "2026-11-20", "to": "2026-11-20", "voted": 3}]
    assert day_cells({}) == []


@given(_DAYS)
def test_no_day_is_lost_and_none_small_but_alone(counted: dict[int, int]) -> None:
    voted = {FIRST + timedelta(days=day): many for day, many in counted.items()}
    cells = day_cells(voted)
    assert sum(cell["voted"] for cell in cells) == sum(voted.values())
    assert len(cells) <= 1 or min(cell["voted"] for cell in cells) >= 10
    assert [cell["from"] for cell in cells] == sorted(cell["from"] for cell in cells)


def test_a_cell_in_which_nearly_nobody_or_nearly_everybody_voted_is_not_shown() -> None:
    cells = [
        {"label": "a", "could": 40, "voted": 9},
        {"label": "b", "could": 40, "voted": 31},
        {"label": "c", "could": 40, "voted": 30},
        {"label": "d", "could": 12, "voted": 10},
    ]
    assert [cell["label"] for cell in silent_cells(cells)] == ["c"]
