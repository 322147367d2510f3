"""The words that are reserved, English and Welsh, as they look."""

import re
from typing import Final

from foundation.folding import skeleton

_TWICE = re.compile(r"(.)\1+")


def looks_of(words: str) -> frozenset[str]:
    """How each of these words looks, also with its doubled letters once."""
    return frozenset(skeleton(word) for word in (words + " " + _TWICE.sub(r"\1", words)).split())


_POLICE = (
    "police policing policeman heddlu heddwas heddferch heddweision plismon constabulary chiefconstable bluelamp"
    " saferneighbourhood"
)
_POLICE_WORDS = "polis polîs cop cops policja policia politia polizei polizia policie poliisi"
ANYWHERE: Final = tuple(
    looks_of(
        f"{_POLICE} officer swyddog moderator administrator neighbourhoodteam neighborhoodteam neighbourhoodwarden"
        " timcymdogaeth controlroom frontcounter homeoffice crimestoppers swyddfagartref wedi'iwirio"
    )
)
"""Reserved inside other words and across them too."""
WORDS: Final = looks_of(
    f"{_POLICE_WORDS} mod mods admin admins sysadmin webmaster official officially swyddogol verified cymedrolwr"
    " cymedrolydd gweinyddwr gweinyddydd staff team teams squad desk helpdesk support security emergency enforcement"
    " host superuser certified authenticated"
)
POLICE_ANYWHERE: Final = tuple(looks_of(f"{_POLICE} communitysupportofficer"))
"""The same, of what an organisation or a post there may not say: councils have officers, teams and wardens too."""
POLICE_WORDS: Final = looks_of(_POLICE_WORDS)
TRUSTED_LETTERS: Final = tuple(looks_of("verified wedi'iwirio official moderat"))
"""What only the server's own badge says, at the beginning of a word."""
FIRST_LETTERS: Final = tuple(looks_of("admin sysadmin moderat verified official"))
WHOLE: Final = looks_of("formermember aformermember cynaelod oldbill thebill")
"""What the site itself calls people, and what people call the police."""
POLICE_ELSEWHERE: Final = (
    "警", "公安", "경찰", "けいさつ", "полици", "поліці", "паліцы", "милици", "αστυνομία", "شرطة", "پولیس", "پۆلیس",
    "पुलिस", "পুলিশ", "ਪੁਲਿਸ", "પોલીસ", "காவல்துறை", "పోలీస్", "പോലീസ്", "ตำรวจ", "משטרה", "პოლიცია",
)  # fmt: skip
"""What the police are called in the scripts that are read here, in small letters: wherever it stands."""
NUMBERED: Final = tuple(looks_of("resident preswylydd"))
NUMBERS: Final = frozenset({"999", "101", "112"})
BESIDE_NUMBERS: Final = looks_of(
    "999 101 112 call calls dial ring phone line help the on now operator deialu deialwch galw ffonio ffoniwch"
)

SHORT_RANKS: Final = looks_of(
    "pc pcs pcso pcsos pcc wpc wpcso spc tpc wds wdc wps dc tdc dci dcs dsu acc dcc ps ds sgt sgts dsgt sergt insp"
    " inspr dinsp chinsp supt chsupt cst cpl scch cwnst rhing arol"
)
CAPITALS: Final = frozenset({"CC", "CI", "CID", "DI", "DS", "PS", "C.C", "C.I", "C.I.D", "D.I", "D.S", "P.S"})
"""Ranks in capitals only: Di is a woman's name, and these letters are common initials."""
RANKS: Final = looks_of(
    "constable sergeant sargeant sergent sarjeant serjeant sarge inspector superintendent commissioner commander"
    " konstable constabel constible inspektor"
    " detective cwnstabl gwnstabl rhingyll ringyll arolygydd uwcharolygydd sarjant ditectif comisiynydd"
)
ABBREVIATED: Final = looks_of("const det")
"""A rank where a name follows; alone they are nothing."""
BEFORE_RANKS: Final = looks_of(
    "chief special deputy assistant acting temporary trainee senior student duty custody desk crime the your our my"
    " local village community beat area neighbourhood response traffic roads town city ward a prif dirprwy y yr"
    " eich ein"
)
SPLIT: Final = frozenset(rank for rank in RANKS | SHORT_RANKS | looks_of("admin verified official") if len(rank) > 2)
"""Reserved when words in a row make them up; two letters are common initials, and are looked at as such."""

FORCE_WORDS: Final = looks_of("police service force constabulary heddlu the")
SMALL_WORDS: Final = looks_of("of and the")
_PLACES_IN_WELSH = {"south wales": "de cymru", "north wales": "gogledd cymru"}


def place_in_welsh(place: str) -> str:
    """How the place of a force looks in Welsh; empty where it is the same."""
    return _PLACES_IN_WELSH.get(place, "")
