"""Words that only the server's own badge may say: ranks, the police, staff of this site; English and Welsh.

Constable, Sergeant and Inspector are surnames too: they are a rank only where a name follows, or where nothing else
stands. Everything is compared as it looks, so that `P0lice` and `Sgt.` in other letters are the same words.
"""

from accounts.name_words import Word, words_of
from foundation.folding import skeleton


def _looks(words: str) -> frozenset[str]:
    return frozenset(skeleton(word) for word in words.split())


_ANYWHERE = tuple(
    _looks(
        "police policing policeman heddlu heddwas plismon constabulary officer swyddog moderator administrator bluelamp"
    )
)
_WORDS = _looks(
    "polis polîs mod mods admin admins sysadmin webmaster official swyddogol verified cymedrolwr cymedrolydd"
    " gweinyddwr gweinyddydd staff"
)
_SHORT_RANKS = _looks(
    "pc pcs pcso pcsos wpc wpcso spc tpc dc tdc dci dcs dsu acc dcc sgt sgts sergt insp inspr supt cst cpl scch"
    " cwnst rhing arol"
)
# Ranks in capitals only: Di is a woman's name, and these letters are common initials.
_CAPITALS = frozenset({"CC", "DI", "DS", "PS", "C.C", "D.I", "D.S", "P.S"})
_RANKS = _looks(
    "constable sergeant sargeant sarjeant serjeant sarge inspector superintendent commissioner detective"
    " cwnstabl gwnstabl rhingyll arolygydd uwcharolygydd sarjant ditectif comisiynydd"
)
_BEFORE_RANKS = _looks(
    "chief special deputy assistant acting temporary trainee senior student duty custody desk crime the your"
    " prif dirprwy y yr"
)


def says_rank(name: str) -> bool:
    """Whether a name says that its owner has a police rank."""
    words = words_of(name)
    if any(_is_short_rank(word) for word in words) or _has_capitals(name, words):
        return True
    if any(word.looks in _RANKS for word in words) and all(word.looks in _RANKS | _BEFORE_RANKS for word in words):
        return True
    return any(_stands_before_name(word, place, len(words)) for place, word in enumerate(words))


def says_staff(name: str, force_names: list[str]) -> bool:
    """Whether a name says police, a force, or somebody who runs this site."""
    looks = skeleton(name)
    letters = looks.replace(" ", "")
    if any(word in letters for word in _ANYWHERE) or any(word.looks in _WORDS for word in words_of(name)):
        return True
    return any(_names_force(looks, force) for force in force_names)


def _is_short_rank(word: Word) -> bool:
    return not _SHORT_RANKS.isdisjoint({word.looks, word.before_digits, word.first_hump})


def _has_capitals(name: str, words: list[Word]) -> bool:
    return len(words) > 1 and name.replace(". ", " ").split()[0].rstrip(".") in _CAPITALS


def _stands_before_name(word: Word, place: int, count: int) -> bool:
    if word.looks in _RANKS or word.before_digits in _RANKS:
        surname = place > 0 and word.joined  # Mary Constable-Jones
        return word.looks not in _RANKS or (place + 1 < count and not surname)
    # SergeantHughes: three letters more, for there may be a Sergeantson.
    return any(word.looks.startswith(rank) and len(word.looks) >= len(rank) + 4 for rank in _RANKS)


_FORCE_WORDS = _looks("police service force constabulary heddlu the")


def _names_force(looks: str, force: str) -> bool:
    words = skeleton(force).split()
    # The place of a force is reserved as it stands only: Clark Kent and Gwen 7 are nobody's police.
    place = " ".join(word for word in words if word not in _FORCE_WORDS)
    return "".join(words) in looks.replace(" ", "") or looks == place
