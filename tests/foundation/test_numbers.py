"""What is typed where a number belongs never fails, whatever it is."""

import pytest

from foundation.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), ("123456789", 123456789)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1.5", "²", "٣", "1" * 10, "1" * 5000])
def test_what_is_no_number_of_ours_is_none(text: str) -> None:
    assert whole_number(text) is None
