"""What is too long is refused with a sentence that is true, and nothing that somebody wrote is cut off unsaid."""

from collections.abc import Callable

import pytest

from foundation.errors import Invalid
from foundation.lengths import check_line, check_lines

MOST = 10
Check = Callable[[str, int, str], str]
both = pytest.mark.parametrize("check", [check_line, check_lines])


@both
def test_as_many_characters_are_kept_as_the_sentence_says(check: Check) -> None:
    assert check("x" * MOST, MOST, "title") == "x" * MOST
    with pytest.raises(Invalid) as refused:
        check("x" * (MOST + 1), MOST, "title")
    assert str(refused.value.message) == "This is too long: use at most 10 characters."
    assert [each.field for each in refused.value.fields] == ["title"]


@both
def test_what_cannot_be_seen_is_not_counted(check: Check) -> None:
    assert check("\u200b" * MOST + "x" * MOST + "  ", MOST, "title") == "x" * MOST


@both
def test_words_behind_much_that_cannot_be_seen_are_not_lost(check: Check) -> None:
    with pytest.raises(Invalid):
        check("The gate" + "\u200b" * 8 * MOST + " is broken", 2 * MOST, "title")


def test_a_line_is_one_line_and_others_keep_theirs() -> None:
    assert check_line("a \n b", MOST, "title") == "a b"
    assert check_lines("a\r\nb", MOST, "about") == "a\nb"
