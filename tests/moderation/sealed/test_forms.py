"""A sealed term is found however it is disguised, and ordinary words are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.sealed.digests import Digests, HashedTerm, digest_of
from moderation.sealed.forms import looks, plain_form, words_of
from moderation.sealed.keys import SealingKey

KEY = SealingKey("a-key-that-stands-in-no-database-at-all")


def hashed(term: str, case: str = "case", force: str = "south-wales") -> HashedTerm:
    words = words_of(term)
    form = plain_form(words)
    return HashedTerm(case, force, digest_of(KEY, form, looks(form)), len(words))


def found(text: str, *terms: str) -> bool:
    return bool(Digests(KEY, map(hashed, terms)).cases_in(text, "south-wales"))


@pytest.mark.parametrize(
    "text",
    [
        "I saw John Smith there", "john smith", "JOHN SMITH!", "John   Smith", "John\nSmith", "John-Smith",
        "John Smith’s car", "John Smith's car", "the John Smiths", "#JohnSmith", "@john_smith", "J o h n S m i t h",
        "J.o.h.n. S.m.i.t.h", "J0hn Sm1th", "Jоhn Smіth", "Joh\u200bn Sm\u00adith", "Jöhn Smith", "Johnnnn Smith",
        "John Srnith", "𝐉𝐨𝐡𝐧 𝐒𝐦𝐢𝐭𝐡", "JohnSmith", "so it was John Smith, I think", "Ｊｏｈｎ Ｓｍｉｔｈ",
    ],
)  # fmt: skip
def test_a_disguise_is_seen_through(text: str) -> None:
    assert found(text, "John Smith")


@pytest.mark.parametrize(
    "text",
    [
        "Blod-wen Pugh", "Blod-\nwen Pugh", "Blod.wen Pugh", "Blod wen Pugh", "Blod**wen** Pugh", "Blod|wen Pugh",
        "blodwen.pugh@example.org", "blodwen@pugh", "instagram.com/blodwen_pugh_01", "blodwen%20pugh",
        "#JusticeForBlodwenPugh", "#justiceforblodwenpugh", "@blodwenpugh99", "blodwenpugh1998", "BlodwenPughAgain",
        "Blodwen Pugh2", "8lodwen Pugh", "B!odwen Pugh", "B|odwen Pu9h", "Bl*dwen Pugh", "Pugh, Blodwen",
        "B l o d w e n Pugh", "I saw B l o d w e n Pugh", "Blodwen P u g h", "the Blodwen Pughes",
        "a " * 250 + "b l o d w e n p u g h",
    ],
)  # fmt: skip
def test_a_name_is_seen_however_it_is_glued_split_or_spelt(text: str) -> None:
    assert found(text, "Blodwen Pugh")


@pytest.mark.parametrize(
    ("term", "text"),
    [("O’Brien", "Sean O Brien"), ("McDonald", "Mc Donald’s"), ("Jones", "the Joneses"), ("Heol y Bryn", "Heol-y-Bryn"),
     ("Llanfairpwll", "Llanfair-pwll")],
)  # fmt: skip
def test_a_name_that_people_write_in_two_ways_is_seen_in_both(term: str, text: str) -> None:
    assert found(text, term)


@pytest.mark.parametrize(
    ("term", "text"), [("Amy", "am y bws"), ("Dani", "da ni’n mynd"), ("Ifan", "i fan hyn"), ("Adam", "a dam good one")]
)
def test_two_everyday_words_are_no_short_name(term: str, text: str) -> None:
    assert not found(text, term)


@pytest.mark.parametrize(
    "text", ["John and Smith", "Smith John", "Johnson Smithers", "John", "Smith", "", "   ", "jo hn sm ith street"]
)
def test_other_words_are_not_taken_for_it(text: str) -> None:
    assert not found(text, "John Smith")


@pytest.mark.parametrize(
    ("term", "text"),
    [("Ali", "all of them"), ("Ali", "all 7 of them"), ("Lee", "let me see"), ("Anne", "an example")],
)
def test_a_short_name_does_not_hold_everyday_words(term: str, text: str) -> None:
    assert not found(text, term)
    assert found(f"It was {term}.", term)


def test_terms_of_one_to_three_words_stand_side_by_side() -> None:
    terms = ("Blodwen", "Heol y Bryn", "Ysgol Bryn")
    assert all(found(f"Near {term}, they say", *terms) for term in terms)
    assert not found("Heol y Graig and Ysgol Gwent", *terms)


def test_only_the_cases_of_the_force_are_found() -> None:
    digests = Digests(KEY, [hashed("Blodwen", "ours"), hashed("Blodwen", "theirs", "gwent")])
    assert digests.cases_in("Blodwen", "south-wales") == ["ours"]
    assert digests.cases_in("Blodwen") == ["ours", "theirs"]
    assert digests.cases_in("Blodwen", "dyfed") == []


def test_with_another_key_nothing_is_found() -> None:
    assert Digests(SealingKey("another-key-of-more-than-32-bytes!"), [hashed("Blodwen")]).cases_in("Blodwen") == []


def test_nothing_of_a_term_stands_in_what_is_kept() -> None:
    kept = hashed("Blodwen Pugh")
    assert len(kept.digest) == 64
    assert set(kept.digest) <= set("0123456789abcdef")
    assert kept.digest != hashed("Blodwen Puw").digest


@given(st.text(max_size=300))
def test_in_any_text_of_other_words_no_term_is_found(text: str) -> None:
    assert not found(text, "John Smith", "Heol y Bryn")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.text(max_size=60))
def test_a_term_is_found_between_any_words(before: str, after: str) -> None:
    assert found(f"{before} . Blodwen Pugh . {after}", "Blodwen Pugh")


def test_the_time_grows_with_the_text_and_not_faster() -> None:
    digests = Digests(KEY, map(hashed, ("John Smith", "Heol y Bryn", "Blodwen")))

    def seconds(text: str) -> float:
        began = time.thread_time()
        digests.cases_in(text, "south-wales")
        return time.thread_time() - began

    for text in ("a b c d e f g ", "The bins on Richmond Road were late ", "John " * 3):
        short, long = (min(seconds(text * many) for _ in range(3)) for many in (40, 400))
        assert long < 30 * short + 0.01
