"""The root of the receipts is RFC 6962's, made here a second time as that text defines it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from priorities.ballots.receipts import new_receipt, shown_receipt, typed_receipt
from priorities.closing.merkle import root_of


def _defined(leaves: list[str]) -> bytes:
    """MTH of section 2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0].encode()).digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + _defined(leaves[:half]) + _defined(leaves[half:])).digest()


@given(st.sets(st.text("0123456789abc", min_size=1, max_size=6), max_size=70))
def test_the_root_is_as_the_rfc_defines_it(receipts: set[str]) -> None:
    assert root_of(list(receipts)) == _defined(sorted(receipts)).hex()


def test_another_receipt_makes_another_root() -> None:
    assert len({root_of(each) for each in (["a", "b"], ["a", "c"], ["a"], ["a", "b", "c"], [])}) == 5


def test_a_receipt_is_read_as_people_write_it() -> None:
    receipt = new_receipt()
    assert receipt != new_receipt()
    assert typed_receipt(shown_receipt(receipt)) == receipt == typed_receipt(f" {receipt.upper()} ")
    assert typed_receipt("OIL0 1111-2222 3333") == "0110111122223333"
    for wrong in ("", "abc", "u" * 16, "é" * 16, receipt + "0"):
        assert typed_receipt(wrong) == ""
