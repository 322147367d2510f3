"""Names that people choose: kept as they are meant, and refused where they could pass for an officer or staff."""

import re
import unicodedata

from accounts.names import store as name_store
from accounts.names.alphabets import are_of_names
from accounts.names.reserved import is_reserved, says_rank
from accounts.names.skeletons import Looks, name_skeleton
from foundation.cleaning import clean_text
from foundation.errors import Invalid
from foundation.folding import Plain
from foundation.language import _
from foundation.permissions import Role
from neighbourhoods.atlas import current_atlas

SHORTEST, LONGEST = 2, 40
"""Characters, after trimming."""

_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ue000-\uf8ff]")
_SPACES = re.compile(r" {2,}")
# With the dots that Tibetan, Chinese, Japanese and Catalan names have inside, and Hebrew's apostrophes.
_PUNCTUATION = frozenset("'’‘ʼ-‐‑–.,་·・׳״")
# Without the marks that enclose a letter (Me): a letter in a circle or a shield is a badge.
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc"})
_MOST_MARKS = re.compile(r"\w[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3,}")
# Marks that are small letters, stars and frames above a letter, and one that stands on a space: a sign beside the name.
_SIGNS_OF_MARKS = re.compile(
    r"[\u0363-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|(?:^|\s)[\u0300-\u036f]"
)

_NUMBER = re.compile(r"[0-9]{3,}")
_NO_LETTER = re.compile(r"[\W\d_]+")


async def check_name(name: str, but: str | None = None) -> str:
    """The name, trimmed, as it is kept; raises Invalid where it is refused.

    Refused: no letters, hidden characters, symbols (they could look like a badge), ranks, police, forces, staff of
    this site, and what reads like the name of an officer of any force (Unicode's lookalikes folded), or is that of
    other staff. `but` is the id of who chooses: one's own name is nobody else's.
    """
    kept = check_spelling(name)
    if is_reserved(kept, (await current_atlas()).force_names):
        raise _refused(_("That name has a word that is kept for the police and for staff. Please choose another."))
    await check_unlike_staff(kept, but)
    return kept


async def check_unlike_staff(name: str, but: str | None = None) -> None:
    """Raises Invalid for a name that can be taken for one of staff, or of who waits to be staff, but for one's own.

    To be asked again in the transaction that sets the name: an officer of that name may have come meanwhile.
    """
    looks = Looks(name)
    for staff in await name_store.staff_named(looks.parts):
        if staff["role"] == Role.OFFICER and looks.like_officer(staff["name"]):
            raise _refused(_("That name looks like a police officer’s. Please choose another, or add a middle name."))
        if staff["id"] != but and looks.like_staff(staff["name"]):
            raise _refused(_("Somebody who works here has that name. Please add an initial or a second name."))
    await _check_no_officers_number(Plain(name).text)


async def _check_no_officers_number(plain: str) -> None:
    """`Ada 4127`: a collar number, and a part of the name of whose it is. (Without it 1987 is a year.)"""
    numbers = _NUMBER.findall(plain)
    words = {name_skeleton(word) for word in _NO_LETTER.split(plain)}
    for officer in await name_store.officers_numbered(numbers) if numbers else ():
        if not words.isdisjoint(map(name_skeleton, officer.split())):
            raise _refused(_("That name looks like a police officer’s. Please choose another, or add a middle name."))


def check_officers_name(name: str) -> str:
    """An officer's name as it is kept, without the rank, which the badge says; raises Invalid."""
    kept = check_spelling(name)
    if says_rank(kept):
        raise _refused(_("Leave the rank out of the name: the badge shows it beside the name."))
    return kept


def check_spelling(name: str) -> str:
    """The name in NFKC with single spaces; raises Invalid for what is no name at all."""
    if _HIDDEN.search(name) or any(unicodedata.category(each) in ("Cc", "Cs") for each in name.strip()):
        raise _refused(_("That name has characters that can’t be seen. Please type it again."))
    kept = _SPACES.sub(" ", clean_text(unicodedata.normalize("NFKC", name)))
    if not SHORTEST <= len(kept) <= LONGEST:
        raise _refused(_("A name has between %(least)s and %(most)s characters.", least=SHORTEST, most=LONGEST))
    if not all(_may_stand(each) for each in kept) or _MOST_MARKS.search(kept) or _SIGNS_OF_MARKS.search(kept):
        raise _refused(_("A name has letters, digits, spaces, hyphens, apostrophes, commas and full stops only."))
    if not any(each.isalpha() for each in kept):
        raise _refused(_("A name needs letters."))
    if not are_of_names(kept):
        raise _refused(_("Please write each word of the name in one alphabet, without signs."))
    return kept


def _may_stand(character: str) -> bool:
    return unicodedata.category(character) in _LETTERS or character.isdecimal() or character in _PUNCTUATION | {" "}


def _refused(sentence: str) -> Invalid:
    return Invalid.at("name", sentence)
