"""Whatever is typed as a name: a name that is kept, or a refusal in a sentence, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.names.checking import check_name, check_spelling
from accounts.names.reserved import is_reserved
from accounts.names.skeletons import Looks, name_skeleton
from accounts.names.words import words_of
from foundation.errors import Invalid
from tests.cast import Cast

_LETTERS = st.text("AaDdOoKkFfRrNnMmVvWwCcLlIi018269 -.'’аОе\u0301\u200b\u20dd李レ", max_size=45)
ANY = st.text(max_size=60) | _LETTERS


@pytest.fixture(params=["sqlite"])
def dialect() -> str:
    """What is asked of the database is the same for any text."""
    return "sqlite"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY)
async def test_a_text_is_a_name_or_refused_in_a_sentence(database: object, cast: Cast, text: str) -> None:
    try:
        kept = await check_name(text)
    except Invalid as refusal:
        named = [wrong.field for wrong in refusal.fields]
    else:
        named = ["name"]
        assert await check_name(kept) == kept
    assert named == ["name"]


@given(ANY)
def test_a_name_looks_like_itself_however_it_is_written(text: str) -> None:
    looks = Looks(text)
    assert name_skeleton(text) in {whole[:400] for whole in looks.whole}
    assert looks.whole <= looks.parts | {""}
    assert Looks(text.replace(" ", "  ")).whole == looks.whole


@given(ANY)
def test_any_text_can_be_asked_for_reserved_words(text: str) -> None:
    assert is_reserved(text, frozenset({"South Wales Police", "Kent", ""})) in (True, False)
    assert all(word.looks or not word.looks for word in words_of(text))


@given(_LETTERS)
def test_what_is_kept_is_kept_again(text: str) -> None:
    try:
        kept = check_spelling(text)
    except Invalid:
        return
    assert check_spelling(kept) == kept
