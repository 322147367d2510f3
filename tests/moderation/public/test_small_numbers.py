"""Nobody can work out a small number from what is told."""

from collections import Counter

from hypothesis import example, given
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
@example(dict.fromkeys("abcde", 1))
@example(dict.fromkeys("abcde", 1) | {"f": 0})
def test_no_small_count_follows_from_the_total_and_the_others(parts: dict[str, int]) -> None:
    """Who knows the total tries everything that the hidden counts could be."""
    shown = told_parts(parts)
    assert set(shown) == set(parts) or set(parts.values()) <= {0, 1}, "all are named, or it would tell that each is one"
    if sum(parts.values()) < FEW:
        return  # The total is told no better.
    hidden = [name for name, count in shown.items() if isinstance(count, str)]
    total = sum(parts[name] for name in hidden)
    # Where one is told as fewer than five, those withheld beside it are not.
    least = FEW if "<5" in shown.values() else 1
    ranges = [range(1, FEW) if shown[name] == "<5" else range(least, total + 1) for name in hidden]
    assert not hidden or _ways(ranges, total) > 1


def _ways(ranges: list[range], total: int) -> int:
    """In how many ways one number of each range can be taken so that they add up to the total."""
    sums = Counter({0: 1})
    for choices in ranges:
        longer: Counter[int] = Counter()
        for so_far, ways in sums.items():
            longer.update({so_far + choice: ways for choice in choices})
        sums = longer
    return sums[total]
