"""What is kept of what people write."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.cleaning import MARKS, clean_text

TRICKY = st.text(
    alphabet="aé \t\r\n\u200d\u200b\u202e\u2066\ufe0f\u0301\u0303👩🏽🏴❤"
    "\U000e0067\U000e0062\U000e007f\U000e0077\u1100\u1161\ud800\x00"
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  hello \n", "hello"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c\x9bd\x7f", "abcd"),
        ("tab\there", "tab\there"),
        ("evil\u202egnp.exe\u202c", "evilgnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
        ("cafe\u0301", "café"),
        ("\u3164\u2800", ""),
        ("\u200b\u200d", ""),
        ("lone\ud800half", "lonehalf"),
        ("hid\U000e0041\U000e0042den", "hidden"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("👩🏽\u200d🚒", "👩🏽\u200d🚒"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("no\u200djoiner", "nojoiner"),
        (
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        ),
        ("🏴\U000e0067\U000e0062", "🏴"),
        ("Llŷn, tŷ, café", "Llŷn, tŷ, café"),
    ],
)
def test_what_is_seen_is_kept_and_the_rest_goes(written: str, kept: str) -> None:
    assert clean_text(written) == kept


def test_marks_do_not_climb_over_the_next_line() -> None:
    cleaned = clean_text("o" + "\u0335\u0336\u0337\u0338\u0321" * 2000)
    assert cleaned[0] == "o"
    assert len(cleaned) == 1 + MARKS


@given(st.text() | TRICKY)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text() | TRICKY)
def test_a_clean_text_can_be_stored_sent_and_seen(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert all(unicodedata.category(each) != "Cc" or each in "\n\t" for each in cleaned)
    assert all(each not in cleaned for each in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


@given(st.characters(codec="utf-8"))
def test_a_joiner_alone_never_stays(character: str) -> None:
    assert "\u200d" not in clean_text(f"{character}\u200d")


def test_a_million_unseen_characters_are_gone_at_once() -> None:
    assert clean_text("\u200d" * 1_000_000 + "a") == "a"
