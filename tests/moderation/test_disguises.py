"""What people do to a listed word so that a list does not see it, and what a list does not see in other words."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.items.kinds import Kind
from moderation.screening import kinds_of, links, screen
from moderation.screening_rules.reading import Reading

WORDS = st.sampled_from(["wanker", "bellend", "scumbag", "dickheads"])
UNSEEN = st.text(alphabet="\u200b\u200c\u200d\u2060\u00ad\ufeff\u0301\u0336\u20dd'’", max_size=3)
NASTY = st.text(alphabet="aAiIlLoO0147 $@.,;!?'’-\n\u200b\u202e\u0301Åﬁß𝔞а٣🇼\U000e0041\ud800NAMEjohn smith")
ANY = st.text() | NASTY


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """A listed word with unseen characters between its letters, in any case, of any width."""
    word = draw(WORDS)
    forms = [draw(st.sampled_from([letter, letter.upper(), chr(ord(letter) + 0xFEE0)])) for letter in word]
    return "".join(letter + draw(UNSEEN) for letter in forms)


@given(disguised(), st.text(alphabet=" \n.,;!?", min_size=1, max_size=3), st.text(max_size=20))
def test_no_unseen_character_mark_or_case_hides_a_listed_word(word: str, gap: str, before: str) -> None:
    text = before + gap + word
    hits = [hit for hit in screen(text).hits if hit.kind is Kind.ABUSE]
    assert hits
    assert any((hit.start or 0) <= len(before + gap) < (hit.end or 0) for hit in hits)


@given(ANY)
def test_any_text_is_read_and_everything_that_is_found_lies_in_it(text: str) -> None:
    verdict = screen(text)
    assert all(hit.start is not None and hit.end is not None for hit in verdict.hits)
    assert all(0 <= (hit.start or 0) < (hit.end or 0) <= len(text) for hit in verdict.hits)
    assert all(0 <= start < end <= len(text) for _domain, (start, end) in links(text))
    assert set(kinds_of(verdict)) == {hit.kind for hit in verdict.hits}


@given(ANY)
def test_the_words_of_a_text_stand_where_they_were_written(text: str) -> None:
    reading = Reading(text)
    assert len(reading.tokens) == len(reading.keys)
    places = [reading.place(at) for at in range(len(reading.tokens))]
    assert [start for start, _end in places] == sorted(start for start, _end in places)
    assert all(0 <= start <= end <= len(text) for start, end in places)


@given(ANY)
def test_a_text_that_was_folded_is_found_guilty_of_the_same_words(text: str) -> None:
    """Folding is done after one step: what is found in the plain form is what was found in the text."""
    once = Reading(text)
    assert Reading(once.text).tokens == once.tokens
