"""The arithmetic of waiting."""

from hypothesis import given
from hypothesis import strategies as st

from rooms.queue.estimates import FEWEST, Wait, expected_wait

LENGTHS = st.lists(st.floats(30, 4 * 3600), min_size=FEWEST, max_size=30)


@given(st.integers(0, 100), st.integers(0, 5), st.integers(1, 5), LENGTHS)
def test_a_range_is_in_order_in_steps_of_five_and_never_empty(ahead, busy, officers, lengths):
    wait = expected_wait(ahead, busy, officers, lengths)
    assert wait is not None
    assert 0 <= wait.low <= wait.high
    assert wait.high >= 5
    assert wait.low % 5 == wait.high % 5 == 0


@given(st.integers(0, 50), LENGTHS)
def test_nobody_waits_less_behind_more_people(ahead, lengths):
    nearer, further = expected_wait(ahead, 1, 1, lengths), expected_wait(ahead + 1, 1, 1, lengths)
    assert nearer is not None
    assert further is not None
    assert (nearer.low, nearer.high) <= (further.low, further.high)


def test_too_few_talks_make_no_range():
    assert expected_wait(3, 1, 1, [600.0, 700.0]) is None


def test_three_ahead_while_one_talks():
    assert expected_wait(3, 1, 1, [600.0] * 5) == Wait(30, 40)
