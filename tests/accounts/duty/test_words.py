"""The list of words, and what of somebody's typing counts."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.duty.code_words import WORDS, read_words, unknown_words, words_of
from accounts.duty.codes import code_of, key_of
from foundation.errors import Invalid
from foundation.settings import Settings

SETTINGS = Settings(database_url="sqlite://x", secret_key="s" * 40)


def test_there_are_enough_words_and_each_can_be_read_over_a_bad_line() -> None:
    assert len(WORDS) == len(set(WORDS)) == 2048
    assert [word for word in WORDS if not re.fullmatch("[a-z]{4,7}", word)] == []
    assert [pair for pair in itertools.pairwise(sorted(WORDS)) if pair[1].startswith(pair[0])] == []


def test_no_two_words_are_one_letter_apart() -> None:
    """Whoever hears or types one letter wrong gets a no, and never another officer."""
    seen: dict[str, str] = {}
    alike = []
    for word in WORDS:
        for place in range(len(word)):
            blank = f"{word[:place]}_{word[place + 1 :]}"
            if blank in seen:
                alike.append((seen[blank], word))
            seen[blank] = word
    shorter = {word[:place] + word[place + 1 :]: word for word in WORDS for place in range(len(word))}
    alike += [(word, shorter[word]) for word in WORDS if word in shorter]
    assert alike == []


@pytest.mark.parametrize(
    "word", ["gun", "knife", "kill", "police", "death", "crime", "prison", "blood", "colour", "color"]
)
def test_nobody_has_to_read_out_an_unhappy_word(word: str) -> None:
    assert word not in WORDS


@pytest.mark.parametrize(
    "typed",
    ["amber kettle river", "Amber, Kettle, River.", " AMBER-KETTLE-RIVER ", "amber\tkettle\nriver",
     "âmber kettle rïver",
     "“amber kettle river”", "amber · kettle · river", "amber\u00a0kettle\u2013river", "\uff41mber kettle river",
     "am\u00adber kettle\u200b river"],
)  # fmt: skip
def test_rosa_may_type_the_words_as_she_heard_them(typed: str) -> None:
    assert read_words(typed) == "amber kettle river"


@pytest.mark.parametrize(
    "typed", ["", "   ", "amber", "amber kettle", "amber kettle river lamp", "amber kettle 7", "... --- ...", "x" * 300,
              "amber kettle " + "r" * 300, "\x00", "😀 😀 😀"],
)  # fmt: skip
def test_what_is_not_three_words_is_told_so(typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_words(typed)
    assert refused.value.fields[0].field == "code"


def test_a_slip_is_named_without_helping_anybody_who_guesses() -> None:
    assert unknown_words("amber kettel " + WORDS[0]) == ["kettel"]


@given(st.text(max_size=300))
def test_no_typing_breaks_the_reading(typed: str) -> None:
    try:
        words = read_words(typed)
    except Invalid:
        return
    assert len(words.split(" ")) == 3


@given(st.binary(min_size=32, max_size=32))
def test_every_digest_stands_for_three_words_of_the_list(digest: bytes) -> None:
    assert all(word in WORDS for word in words_of(digest).split(" "))


def test_the_words_follow_from_the_secret_the_officer_the_shift_and_the_attempt() -> None:
    first = code_of(SETTINGS, "officer", "shift", 0)
    assert first == code_of(SETTINGS, "officer", "shift", 0)
    elsewhere = Settings(database_url="sqlite://x", secret_key="t" * 40)
    others = [
        code_of(SETTINGS, "officer", "shift", 1), code_of(SETTINGS, "officer", "other", 0),
        code_of(SETTINGS, "other", "shift", 0), code_of(elsewhere, "officer", "shift", 0),
    ]  # fmt: skip
    assert len({first.words, *(other.words for other in others)}) == 5
    assert key_of(elsewhere, first.words) != first.key, "whoever reads the database can't try words against it"
