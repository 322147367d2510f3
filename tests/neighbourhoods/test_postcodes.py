"""Any spelling of a postcode is the same postcode, and nothing else is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.errors import Invalid
from neighbourhoods.postcodes import check_postcode, display_postcode, find_postcode

# One of each shape of BS 7666, and the one that is none of them.
REAL = ["M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "CF10 1AA", "GIR 0AA"]
NOISE = st.text(alphabet=" \t\u00a0\u2009\u200b\ufeff-.", max_size=3)


@pytest.mark.parametrize("typed", ["cf101aa", "CF10 1AA", "Cf10  1aa", " cF10-1aA\n", "ＣＦ１０　１ＡＡ", "c f101a a"])
def test_rosa_types_her_postcode_as_she_likes(typed: str) -> None:
    assert check_postcode(typed) == "CF101AA"


@pytest.mark.parametrize("postcode", REAL)
def test_every_shape_of_postcode_is_taken_and_shown_as_people_write_it(postcode: str) -> None:
    assert display_postcode(check_postcode(postcode.lower().replace(" ", ""))) == postcode


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "CF10", "CF10 1A", "CF10 1AAA", "CF100 1AA", "1AA CF10", "CF10 AAA", "Cathays", "CF10 1CA", "CF10 1AO",
        "QF10 1AA", "CI10 1AA", "C1I 1AA", "EC1C 1BB", "CF١٠ 1AA", "CF10 1AA; DROP TABLE", "É1 1AA", "CF10\x001AA",
        "9" * 5000,
    ],
)  # fmt: skip
def test_amir_is_told_when_what_he_typed_is_no_postcode(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_postcode(typed)
    assert refusal.value.status == 422
    assert [wrong.field for wrong in refusal.value.fields] == ["postcode"]


@given(st.sampled_from(REAL), st.lists(NOISE, min_size=9, max_size=9), st.lists(st.booleans(), min_size=8, max_size=8))
def test_noise_and_case_never_change_which_postcode_it_is(postcode: str, noise: list[str], upper: list[bool]) -> None:
    letters = [c.upper() if up else c.lower() for c, up in zip(postcode, upper, strict=False)]
    typed = noise[8] + "".join(c + between for c, between in zip(letters, noise, strict=False))
    assert find_postcode(typed) == postcode.replace(" ", "")


@given(st.text(max_size=60))
def test_any_text_at_all_is_a_postcode_or_is_not(typed: str) -> None:
    found = find_postcode(typed)
    assert found is None or find_postcode(display_postcode(found)) == found
