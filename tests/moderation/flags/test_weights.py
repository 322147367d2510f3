"""What a flag counts: by how often moderators agreed with whoever made it."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.flags.weights import GUEST, LEAST, NEW, weight_of

COUNTS = st.integers(0, 1000)


def test_who_is_new_counts_as_one_and_a_guest_as_half():
    assert (weight_of(0, 0), weight_of(0, 0, guest=True)) == (NEW, GUEST)


def test_the_examples_that_the_formula_is_explained_with():
    assert (weight_of(10, 0), weight_of(0, 4), weight_of(0, 20)) == (116, 55, 20)


@given(COUNTS, COUNTS, st.booleans())
def test_agreement_never_lowers_and_refusal_never_raises(upheld: int, refused: int, guest: bool):
    weight = weight_of(upheld, refused, guest=guest)
    assert weight_of(upheld + 1, refused, guest=guest) >= weight >= weight_of(upheld, refused + 1, guest=guest)
    assert LEAST <= weight <= 125


@given(COUNTS, COUNTS)
def test_a_guest_counts_as_anybody_after_four_that_moderators_agreed_with(upheld: int, refused: int):
    guest, resident = weight_of(upheld, refused, guest=True), weight_of(upheld, refused)
    assert guest <= resident
    assert (guest == resident) == (upheld >= 4 or resident == LEAST or guest == resident)
    assert weight_of(upheld, refused, muted=True) == LEAST
