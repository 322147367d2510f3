"""A force's CSV as it comes: the good lines are kept, the bad ones named by line and reason."""

import pytest

from neighbourhoods.postcode_csv import PostcodeRow, read_postcodes
from neighbourhoods.rows import BadRow

HEADER = "postcode,latitude,longitude,neighbourhood_id\n"
GOOD = "CF10 1AA,51.4791,-3.17809,W1\n"
LAST = "cf101ab,51.47864,-3.1779,\n"


def read(text: str) -> tuple[list[PostcodeRow], list[BadRow]]:
    rows = list(read_postcodes(text))
    return [r for r in rows if isinstance(r, PostcodeRow)], [r for r in rows if isinstance(r, BadRow)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("CF10,51.4,-3.1,W1", "'CF10' is not a full UK postcode"),
        (",51.4,-3.1,W1", "the postcode is missing"),
        ("CF10 1AD,north,-3.1,W1", "the latitude 'north' is not a number"),
        ("CF10 1AD,5_1.4,-3.1,W1", "the latitude '5_1.4' is not a number"),
        ("CF10 1AD,,-3.1,W1", "the latitude is missing"),
        ("CF10 1AD,51.4", "the longitude is missing"),
        ("CF10 1AD", "the latitude is missing"),
        ("CF10 1AD,nan,-3.1,W1", "is not a latitude"),
        ("CF10 1AD,51.4,inf,W1", "is not a latitude"),
        ("CF10 1AD,99.999999,0,W1", "is not a latitude"),
        ("CF10 1AD,51.4,-181,W1", "is not a latitude"),
        ("CF10 1AA,51.4,-3.1,W1", "CF10 1AA stands on line 2 already"),
        ("cf1 01aa,51.4791,-3.17809,W1", "CF10 1AA stands on line 2 already"),
        ('"CF10 1AD,51.4,-3.1,W1', "a quotation mark is not closed"),
        ('CF10 1AD,51.4,-3.1,"W1"x"', "a quotation mark"),
        ("CF10 1AD\x00,51.4,-3.1,W1", "is not a full UK postcode"),
        ("x" * 200_000 + ",51.4,-3.1,W1", "quotation mark is not closed, or"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(line: str, reason: str) -> None:
    good, [bad] = read(HEADER + GOOD + line + "\n" + LAST)
    assert [row.postcode for row in good] == ["CF101AA", "CF101AB"]
    assert (bad.line, reason in bad.reason) == (3, True), bad.reason


def test_columns_are_found_by_name_and_others_are_ignored() -> None:
    text = ' Longitude ,quality,POSTCODE,"latitude"\n-3.17809,"a, b",CF10 1AA,51.4791\n'
    assert read(text) == ([PostcodeRow(2, "CF101AA", 51.4791, -3.17809, None)], [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    text = (HEADER + GOOD + "\n" + "   \n" + "nonsense,1,1,\n" + LAST).replace("\n", end)
    good, [bad] = read(text)
    assert [row.line for row in good] == [2, 6]
    assert bad.line == 5


@pytest.mark.parametrize("text", ["", "\n\n", "CF10 1AA,51.4,-3.1\nCF10 1AB,51.4,-3.1\n", "postcode;latitude\n"])
def test_a_file_without_its_header_says_what_is_missing_once(text: str) -> None:
    good, [bad] = read(text)
    assert good == []
    assert "must name" in bad.reason
    assert bad.line == 1


def test_a_file_of_only_a_header_is_fine() -> None:
    assert read(HEADER) == ([], [])
