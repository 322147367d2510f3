"""Receipts: random, shown once, and easy to type. A receipt proves that a ballot was counted, and nothing of it."""

import hmac
from typing import Final

from foundation.ids import letters_of, random_letters

_LENGTH: Final = 16
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ALIKE: Final = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None, "\t": None})
_GROUP: Final = 4


def new_receipt() -> str:
    """A new receipt: 80 random bits in 16 characters, none of them easily taken for another."""
    return random_letters(_LENGTH)


def receipt_of_form(key: str, voter: str, form: str, choices: str) -> str:
    """The receipt of a ballot that one form sends: the same for the same choices, however often it is sent.

    So a page that is loaded again, or a client that heard no answer, kills no receipt. `form` is drawn with each form.
    Under the round’s key (hexadecimal), which is destroyed at the close: it tells nobody of voter or choices.
    """
    said = f"receipt of\n{voter}\n{form}\n{choices}".encode()
    return letters_of(hmac.digest(bytes.fromhex(key), said, "sha256"), _LENGTH)


def shown_receipt(receipt: str) -> str:
    """As people read and copy it: `abcd-efgh-jkmn-pqrs`."""
    return "-".join(receipt[start : start + _GROUP] for start in range(0, len(receipt), _GROUP))


def typed_receipt(text: str) -> str:
    """The receipt that somebody typed, in capitals or with spaces and dashes; empty for what can be none."""
    found = text.strip().lower().translate(_ALIKE)
    return found if len(found) == _LENGTH and set(found) <= set(_ALPHABET) else ""
