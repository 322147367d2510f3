"""What stands around a match: the right piece of a text, marked where it matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.search.asked import Piece
from foundation.search.excerpts import excerpt, pieces, places, unmarked

_FAR = "word " * 200


def _text(parts: list[Piece]) -> str:
    return "".join(part.text for part in parts)


def test_the_marks_stand_where_the_words_are() -> None:
    marked = "A \x02lamp\x03 by the \x02school\x03"
    assert places(marked) == [(2, 6), (14, 20)]
    assert pieces(unmarked(marked), places(marked)) == [
        Piece("A "), Piece("lamp", marked=True), Piece(" by the "), Piece("school", marked=True)
    ]  # fmt: skip


def test_of_a_long_text_the_part_with_the_match_is_shown_by_whole_words() -> None:
    text = f"{_FAR}the lamp is dark {_FAR}"
    shown = excerpt(text, [(text.index("lamp"), text.index("lamp") + 4)])
    assert Piece("lamp", marked=True) in shown
    assert _text(shown).startswith("… word")
    assert _text(shown).endswith("word …")
    assert len(_text(shown)) < 300


def test_a_text_without_a_match_is_shown_from_its_beginning() -> None:
    assert _text(excerpt("Short words", [])) == "Short words"
    assert _text(excerpt(_FAR, [])).startswith("word word")


@pytest.mark.parametrize("length", [0, 1, 239, 240, 241, 5000])
def test_a_word_without_an_end_is_cut(length: int) -> None:
    shown = excerpt("x" * length, [(max(0, length - 1), length)])
    assert len(_text(shown)) <= 245


@given(st.text(max_size=600), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600)), max_size=5))
def test_an_excerpt_is_a_part_of_its_text(text: str, marks: list[tuple[int, int]]) -> None:
    kept = sorted((first, last) for first, last in marks if first < last <= len(text))
    shown = _text(excerpt(text, kept))
    assert shown.removeprefix("… ").removesuffix(" …") in text or shown in text
