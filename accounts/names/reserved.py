"""Names that only the server's own badge may say: ranks, the police, staff of this site.

Constable, Sergeant and Inspector are surnames too: they are a rank only where a name follows, or where nothing else
stands. Everything is compared as it looks, in every spelling that it may stand for, so that `P0lice`, `Poolice` and
`S.gt` in other letters are the same words.
"""

from functools import lru_cache

from accounts.names.reserved_words import (
    ABBREVIATED,
    ANYWHERE,
    BEFORE_RANKS,
    BESIDE_NUMBERS,
    CAPITALS,
    FIRST_LETTERS,
    FORCE_WORDS,
    NUMBERED,
    NUMBERS,
    POLICE_ANYWHERE,
    POLICE_ELSEWHERE,
    POLICE_WORDS,
    RANKS,
    SHORT_RANKS,
    SMALL_WORDS,
    SPLIT,
    TRUSTED_LETTERS,
    WHOLE,
    WORDS,
    place_in_welsh,
)
from accounts.names.skeletons import spellings
from accounts.names.words import Word, put_together, words_of
from foundation.folding import Plain, skeleton

_WITH_RANKS = RANKS | BEFORE_RANKS


def is_reserved(name: str, force_names: frozenset[str]) -> bool:
    """Whether a name says that its owner has a rank, is of the police or of a force, or runs this site."""
    if says_number(name) or any(says_rank(spelling) or says_staff(spelling) for spelling in spellings(name)):
        return True
    return names_force(name, force_names) or _says_police_elsewhere(name)


def is_polices(text: str, force_names: frozenset[str]) -> bool:
    """Whether what an organisation is called, or a post in one, could be taken for the police's."""
    if says_number(text) or any(says_rank(spelling) or _says_police(spelling) for spelling in spellings(text)):
        return True
    return names_force(text, force_names) or _says_police_elsewhere(text)


def says_rank(name: str) -> bool:
    """Whether a name says that its owner has a police rank."""
    words = words_of(name)
    if any(not SHORT_RANKS.isdisjoint(word.forms) for word in words) or _has_capitals(name, words):
        return True
    if any(word.looks in RANKS for word in words) and all(word.looks in _WITH_RANKS for word in words):
        return True
    if not SPLIT.isdisjoint(put_together(words)):
        return True
    return any(_stands_before_name(word, place, len(words)) for place, word in enumerate(words))


def says_staff(name: str) -> bool:
    """Whether a name says police, or somebody who runs this site."""
    if skeleton(name).replace(" ", "") in WHOLE or any(word in _letters(name) for word in ANYWHERE):
        return True
    return any(not WORDS.isdisjoint(word.forms) or word.looks.startswith(FIRST_LETTERS) for word in words_of(name))


def _says_police(text: str) -> bool:
    if any(word in _letters(text) for word in POLICE_ANYWHERE):
        return True
    words = words_of(text)
    return any(not POLICE_WORDS.isdisjoint(word.forms) or word.looks.startswith(TRUSTED_LETTERS) for word in words)


def _says_police_elsewhere(text: str) -> bool:
    small = text.casefold()
    return any(police in small for police in POLICE_ELSEWHERE)


def _letters(name: str) -> str:
    apart = skeleton(name).replace(" ", "")
    # Once more, for an r and an n that met when the spaces went; the mark keeps the two texts from meeting.
    return f"{apart} {skeleton(apart)}"


def says_number(name: str) -> bool:
    """Whether a name has a number that one calls the police by, or is one that was given for a refused name."""
    plain = Plain(name).text
    words = words_of(plain)
    # Gwen 101 is the hundred and first Gwen.
    if words and words[0].written in NUMBERS:
        return True
    if any(word.written in NUMBERS for word in words) and all(word.looks in BESIDE_NUMBERS for word in words):
        return True
    letters = "".join(filter(str.isalnum, plain))
    return any(
        skeleton(letters[: len(start)]) == start and any(map(str.isdecimal, letters[len(start) :]))
        for start in NUMBERED
    )  # fmt: skip


def names_force(name: str, force_names: frozenset[str]) -> bool:
    """Whether a name is a force's, in full, by its place alone, or by its first letters."""
    looks, words = skeleton(name), words_of(name)
    full, places, letters = _forces(force_names)
    return (
        looks in places
        or any(force in looks.replace(" ", "") for force in full)
        or any(word.looks in letters and (word.written.isupper() or len(words) == 1) for word in words)
    )


@lru_cache(maxsize=8)
def _forces(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """How forces look: in full, by their places (reserved as they stand only: Clark Kent is nobody's police), and by
    three first letters or more. A force may be named by its place alone."""
    full, places, letters = set(), set(), set()
    for words in (skeleton(name).split() for name in names):
        place = [word for word in words if word not in FORCE_WORDS]
        places |= {" ".join(place), place_in_welsh(" ".join(place))}
        letters |= {_initials(words), _initials(place) + "p"}
        if place != words:
            full.add("".join(words))
    return frozenset(full), frozenset(places - {""}), frozenset(each for each in letters if len(each) > 2)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in SMALL_WORDS)


def _has_capitals(name: str, words: list[Word]) -> bool:
    if len(words) < 2:
        return False
    first = name.replace(". ", " ").split()[0].rstrip(".,")
    return first in CAPITALS or (words[-1].written in CAPITALS and name.endswith(words[-1].written))


def _stands_before_name(word: Word, place: int, count: int) -> bool:
    follows = place + 1 < count and not (place > 0 and word.joined)  # Mary Constable-Jones
    if word.looks in RANKS or word.looks in ABBREVIATED:
        return follows
    if word.without_digits in RANKS:
        return True
    # SergeantHughes: three letters more, for there may be a Sergeantson.
    return any(word.looks.startswith(rank) and len(word.looks) >= len(rank) + 4 for rank in RANKS)
