"""Codes that are printed and typed in again: however somebody reads them, the same code comes of it."""

import pytest

from foundation.spoken_codes import SpokenCode

CODE = SpokenCode(length=6, group=4)


def test_a_new_code_is_printed_in_groups_and_read_again() -> None:
    codes = {CODE.new() for _each in range(50)}
    assert len(codes) == 50
    assert all([len(group) for group in code.split("-")] == [4, 2] for code in codes)
    assert {CODE.plain(code.lower()) for code in codes} == {code.replace("-", "") for code in codes}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("o1l-iab", "0111AB"),
        (" 7k q2-m x ", "7KQ2MX"),
        ("7KQ2M", None),
        ("7KQ2MXR", None),
        ("7KQ2MU", None),
        ("", None),
    ],
)
def test_what_looks_alike_is_read_alike_and_nothing_else(typed: str, read: str | None) -> None:
    assert CODE.plain(typed) == read
