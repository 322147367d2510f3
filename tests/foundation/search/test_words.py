"""What people type into a box to search with: whatever it is, it is words, and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.search.words import read_words


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("Street lamps", ['"street"', '"lamps"'], []),
        ('"street lamps" school', ['"street lamps"', '"school"'], []),
        ("“street lamps”", ['"street lamps"'], []),
        ("bikes -motorbikes", ['"bikes"'], ['"motorbikes"']),
        ('bikes -"quad bikes"', ['"bikes"'], ['"quad bikes"']),
        ("anti-social behaviour", ['"anti social"', '"behaviour"'], []),
        ("what about the bins", ['"bins"'], []),
        ("to be or not to be", ['"not"'], []),
        ("the", ['"the"'], []),
        ('"to be"', ['"to be"'], []),
        ("Tŷ Ffynnon", ['"ty"', '"ffynnon"'], []),
        ('"unbalanced quote', ['"unbalanced"', '"quote"'], []),
        ("lamp lamp lamp", ['"lamp"'], []),
        ("A470 999", ['"a470"', '"999"'], []),
    ],
    ids=str,
)
def test_rosa_searches_for_what_she_means(typed: str, wanted: list[str], unwanted: list[str]) -> None:
    words = read_words(typed)
    assert [str(term) for term in words.wanted] == wanted
    assert [str(term) for term in words.unwanted] == unwanted


@pytest.mark.parametrize("typed", ["", "   ", '""', "-", "- - -", "***", "😀🎉", '"-"', "-parking", "\x00", "()"])
def test_where_no_word_is_wanted_nothing_is_asked_for(typed: str) -> None:
    assert not read_words(typed)


@given(st.text(max_size=400))
def test_whatever_is_typed_only_letters_and_digits_reach_a_database(typed: str) -> None:
    words = read_words(typed)
    for term in (*words.wanted, *words.unwanted):
        assert all(word.isalnum() for word in term.words)
    assert len(words.wanted) <= 12
    assert all(len(term.words) <= 12 for term in words.wanted)
