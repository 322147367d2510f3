"""Which item comes first."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.items.kinds import RANK, Kind
from moderation.items.priority import priority

KINDS = st.sampled_from(list(Kind))
WEIGHTS = st.integers(0, 100_000)
REACHES = st.integers(0, 1_000_000)


@given(KINDS, KINDS, WEIGHTS, WEIGHTS, REACHES, REACHES, st.booleans(), st.booleans())
def test_no_number_of_flags_or_readers_brings_a_lesser_kind_before_a_worse_one(
    worse: Kind, lesser: Kind, few: int, many: int, alone: int, crowd: int, live: bool, over: bool
):
    if RANK[worse] >= RANK[lesser]:
        return
    first = priority(worse, weight=few, reach=alone, live=live)
    assert first < priority(lesser, weight=many, reach=crowd, live=over)


@given(KINDS, WEIGHTS, REACHES, st.booleans())
def test_more_flags_more_readers_and_a_room_that_is_open_are_never_less_urgent(
    kind: Kind, weight: int, reach: int, live: bool
):
    now = priority(kind, weight=weight, reach=reach, live=live)
    assert 0 <= priority(kind, weight=weight + 100, reach=reach, live=live) <= now
    assert priority(kind, weight=weight, reach=reach * 2 + 1, live=live) <= now
    assert priority(kind, weight=weight, reach=reach, live=True) <= now


def test_among_equals_it_counts_how_many_flagged_and_read_it():
    quiet = priority(Kind.ABUSE, weight=100, reach=0, live=False)
    assert priority(Kind.ABUSE, weight=200, reach=0, live=False) < quiet
    assert priority(Kind.ABUSE, weight=100, reach=30, live=False) < quiet
    assert priority(Kind.ABUSE, weight=100, reach=0, live=True) < quiet
