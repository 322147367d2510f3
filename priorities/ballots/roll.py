"""Who has voted without an account: by name and address, as a mark that says neither, while the vote is open."""

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from accounts.names.skeletons import name_skeleton
from foundation.errors import FieldError, Invalid
from foundation.language import _
from neighbourhoods.postcodes import find_postcode

_LONGEST_NAME = 60
LONGEST_HOUSE = 60
_KEY_SHOWN = 8
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Neighbour:
    """Somebody as they are asked for at the door: `house` is its number or name, `postcode` is normalised."""

    name: str
    house: str
    postcode: str


def neighbour_of(name: str, house: str, postcode: str) -> Neighbour:
    """From what was typed. Raises Invalid with every field that is wrong."""
    named, housed, found = _line(name), _line(house), find_postcode(postcode)
    wrong = []
    if not 2 <= len(named) <= _LONGEST_NAME or not name_skeleton(named):
        wrong.append(FieldError("name", _("Enter their first name and surname, up to 60 characters.")))
    if len(housed) > LONGEST_HOUSE or not _WORDS.search(housed):
        wrong.append(FieldError("house", _("Enter the number or the name of the house, up to 60 characters.")))
    if found is None:
        wrong.append(FieldError("postcode", _("Enter a full UK postcode, like CF10 1AA.")))
    if wrong or found is None:
        raise Invalid(
            _("Name, house and postcode are needed: without them nobody can be told from others."), fields=wrong
        )
    return Neighbour(named, housed, found)


def roll_mark(key: str, neighbour: Neighbour) -> str:
    """What `Voted.voter` has of them under the round's key (hexadecimal). However it is spelled, it is the same."""
    house = " ".join(_WORDS.findall(neighbour.house.casefold()))
    said = f"roll|{name_skeleton(neighbour.name)}|{neighbour.postcode}|{house}"
    return key_prefix(key) + hmac.digest(bytes.fromhex(key), said.encode(), "sha256").hex()


def key_prefix(key: str) -> str:
    """What all marks under this key begin with: those under one that a restored backup has lost can be told apart."""
    return f"roll:{sha256(key.encode()).hexdigest()[:_KEY_SHOWN]}:"


def letter_id(key: str, mark: str) -> str:
    """The id of the code that went to whom a mark stands for: only who has the key finds one by the other."""
    return hmac.digest(bytes.fromhex(key), f"letter|{mark}".encode(), "sha256").hex()[:26]


def _line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
