"""Folding: a disguised word or name is read as people read it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.confusables import CONFUSABLES
from foundation.folding import Plain, fold_words, skeleton

NASTY = st.text(alphabet="aAiIlL10rnvV $@'’_-\n\u200b\u202e\u0301\u20ddÅﬁß𝔞ａаРΑ①٣🇼🅰\U000e0041\ud800")
ANY = st.text() | NASTY


@pytest.mark.parametrize(
    "disguised",
    [
        "wanker",
        "WANKER",
        "wаnkеr",
        "ｗａｎｋｅｒ",
        "𝔴𝔞𝔫𝔨𝔢𝔯",
        "ⓦⓐⓝⓚⓔⓡ",
        "w\u200ban\u00adker",
        "wáñkër",
        "w4nk3r",
        "🇼🇦🇳🇰🇪🇷",
        "ԝanker",
    ],
)
def test_a_word_is_read_through_its_disguise(disguised: str) -> None:
    assert [token.folded for token in fold_words(disguised)] == ["wanker"]


@pytest.mark.parametrize("written", ["A470", "M4", "A55", "CF10", "999", "21st", "6pm", "50mph", "X59"])
def test_a_number_stays_a_number(written: str) -> None:
    assert [token.folded for token in fold_words(written)] == [written.lower()]


def test_tokens_point_into_the_text_as_it_was_written() -> None:
    text = "Oh, ﬁne\u0301 — he\u200b’s ｇｏｎｅ!"
    assert [(text[token.start : token.end], token.folded) for token in fold_words(text)] == [
        ("Oh", "oh"),
        ("ﬁne", "fine"),
        ("he\u200b’s", "hes"),
        ("ｇｏｎｅ", "gone"),
    ]


@pytest.mark.parametrize(
    ("name", "lookalike"),
    [
        ("PC Ada Okafor", "РС Аdа 0kаfоr"),
        ("Sgt Huw Hughes", "sgt  huw\u200b hughes"),
        ("Will Morgan", "WiII Morgan"),
        ("Sam Morgan", "Sarn rnorgan"),
        ("Bluelamp", "B1ue1amp"),
        ("Siân", "Sian"),
    ],
)
def test_names_that_can_be_taken_for_each_other_have_one_skeleton(name: str, lookalike: str) -> None:
    assert skeleton(name) == skeleton(lookalike)


@pytest.mark.parametrize(("one", "other"), [("Rosa", "Rose"), ("Huw", "Hugh"), ("Ada", "Adam"), ("Amir", "Emir")])
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(ANY)
def test_the_skeleton_of_a_skeleton_is_itself(name: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)


@given(ANY)
def test_folding_folded_words_changes_nothing(text: str) -> None:
    folded = [token.folded for token in fold_words(text)]
    assert [token.folded for token in fold_words(" ".join(folded))] == folded


@given(ANY)
def test_tokens_lie_in_the_text_in_their_order(text: str) -> None:
    """Two can share a place: ¼ is read as 1 and 4."""
    tokens = fold_words(text)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert [token.end for token in tokens] == sorted(token.end for token in tokens)
    assert all(0 <= token.start < token.end <= len(text) and token.folded for token in tokens)


@given(ANY, st.integers(1, 300))
def test_each_plain_character_leads_back_to_the_one_that_it_comes_from(text: str, times: int) -> None:
    """However a text is taken apart to fold it, it is folded as its characters are, one by one."""
    text = text[:40] * times
    one_by_one = [(at, plain) for at, character in enumerate(text) for plain in Plain(character).text]
    plain = Plain(text)
    assert plain.text == "".join(character for _at, character in one_by_one)
    assert [plain.span(at, at + 1) for at in range(len(plain.text))] == [(at, at + 1) for at, _plain in one_by_one]


@given(ANY)
def test_words_without_their_places_are_those_with_them(text: str) -> None:
    assert Plain(text).folded == [token.folded for token in fold_words(text)]


@given(ANY)
def test_case_and_unseen_characters_change_no_skeleton(name: str) -> None:
    assert skeleton("\u200b".join(name)) == skeleton(name)
    assert skeleton(name.casefold()) == skeleton(name.casefold().casefold())


@given(ANY)
def test_plain_text_is_plain_already_when_it_is_made_again(text: str) -> None:
    assert Plain(Plain(text).text).text == Plain(text).text


@pytest.mark.parametrize(
    "block",
    [range(0x20, 0x3000), range(0xA600, 0xAC00), range(0x1D400, 0x1D800)],
    ids=["letters", "more", "mathematical"],
)
def test_every_letter_is_as_plain_as_it_gets(block: range) -> None:
    """Ʌ is the capital of ʌ, which looks like v: one step is not enough."""
    plain = {letter: Plain(letter).text for letter in map(chr, block)}
    assert {letter for letter, once in plain.items() if Plain(once).text != once} == set()
    assert plain.get("Ʌ", "v") == "v"


def test_every_lookalike_of_the_table_is_one_letter_that_becomes_latin() -> None:
    for letter, latin in CONFUSABLES.items():
        assert len(letter) == 1
        assert latin.isascii()
        assert latin.isalpha()
        assert latin.islower()
        assert not letter.isascii()
        assert unicodedata.category(letter)[0] in "LS", letter
