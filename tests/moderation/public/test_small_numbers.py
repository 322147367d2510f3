"""Nobody can work out a small number from what is told."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from moderation.public.small_numbers import FEW, told, told_parts

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), max_size=6)


@given(st.integers(0, 100))
def test_one_to_four_are_few_and_the_rest_is_told(count: int) -> None:
    assert told(count) == ("<5" if count in (1, 2, 3, 4) else count)


@given(COUNTS)
def test_no_small_count_is_told_and_none_is_told_wrong(parts: dict[str, int]) -> None:
    for name, shown in told_parts(parts).items():
        count = parts[name]
        assert shown in {0: (0,)}.get(count, (count, "withheld") if count >= FEW else ("<5", "withheld"))


@given(COUNTS)
def test_no_small_count_follows_from_the_total_and_the_others(parts: dict[str, int]) -> None:
    """Who knows the total tries everything that the hidden counts could be."""
    shown = told_parts(parts)
    if sum(parts.values()) < FEW:
        return  # The total is told no better.
    hidden = [name for name, count in shown.items() if isinstance(count, str)]
    total = sum(parts[name] for name in hidden)
    # Where one is told as fewer than five, those withheld beside it are not.
    least = FEW if "<5" in shown.values() else 1
    ranges = [range(1, FEW) if shown[name] == "<5" else range(least, total + 1) for name in hidden]
    ways = [found for found in product(*ranges) if sum(found) == total]
    assert not hidden or len(ways) > 1
