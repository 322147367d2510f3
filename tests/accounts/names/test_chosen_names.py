"""Names that people choose: ordinary ones are let in, none may pass for an officer or for staff."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.names.checking import check_name, check_officers_name, check_spelling
from accounts.names.skeletons import Looks, name_skeleton
from foundation.errors import Invalid

ORDINARY = """
Rosa|Amir|Gwen|Ng|Li Ng|Siân Ng|O'Neill|Seán O’Neill|Mary Constable|Ann Sergeant|Mary Constable-Jones|Tom Inspector
Di Jones|Dee|Mo|Bryn ap Rhys|Anne-Marie D'Arcy|Llŷr Gruffydd|Siôn Corn|Jean-Luc|J. R. Hughes|A. Okafor|Ada Jones
Huw|Hughes|Huw Pryce Hughes|Price|Nia|Clark Kent|Kent|Constance|Officina|Władysław Żak|Мария Иванова|李小龍|محمد علي
नरेंद्र|Nguyễn Thị Hương|Sergeantson|Copper|Bobby|Chief|Admira|Badminton|Modesty|Penarth|Resident|Rosa, Cathays
Mrs Sergeant|Dr Ann Constable|Staffordshire Lad|McConstable|Spencer|Pcheley|DJ Gwen
"""
IMPERSONATIONS = """
PC Jones|P.C. Jones|P C Jones|pc jones|PC1234|PC 1234|PCJones|Jones PC|Jones (PC)|Sgt Hughes|SgtHughes|Sgt. Hughes
5gt Hughes|Sergeant Hughes|Sergeant|Constable Jones|Constable|Constable 1234|SergeantHughes|Chief Constable
Special Constable|PCSO Gwen|The Constable|Your Sergeant|Insp Jones|Inspector Morse|Detective|DI Jones
D.I. Jones|DCI Hunt|Supt Lewis|Constable-Jones
Police|PoIice|P0lice|Pоlice|p o l i c e|xXpoliceXx|Police Officer|Officer Ada|Heddlu|Heddlu De Cymru|South Wales Police
SouthWalesPolice|Gwent|Gwent Police|Cwnstabl Jones|Rhingyll Hughes|Swyddog|Prif Gwnstabl|Moderator|M0derator|Admin|admin
Administrator|Cymedrolwr|Bluelamp|Bluelamp staff|Mod|Official|Blue Lamp|Verified|Gwen Verified|CC Jones
Crime Commissioner|C.C. Jones
Ada Okafor|ada okafor|ADA OKAFOR|Okafor Ada|Okafor, Ada|AdaOkafor|Ada.Okafor|Ada-Okafor|A d a O k a f o r|Ada 0kafor
4da 0kafor|Αda Okafor|Аdа Оkаfоr|𝐀𝐝𝐚 Okafor|Ａｄａ Okafor|Ada Okafor 2|The real Ada Okafor|xAda Okaforx|Adà Ökafor
Huvv Hughes|Ada O'kafor
"""
NO_NAMES = [
    *["", " ", "   ", "A", "12345", "...", "x" * 41, "\u2800\u2800\u2800", "\u3164\u3164", "\ud800\ud800"],
    *["Rosa\nJones", "Rosa\tJones", "Ro\x00sa", "Ro\u202esa", "<b>Rosa</b>", "Rosa & Amir", "rosa@example.org"],
    *[f"Rosa {badge}" for badge in ("✔", "✓", "✅", "★", "⭐", "🛡️", "🏴", "👮", "☑", "®", "√", "ꪜ", "🔵")],
    "R̸̨̛͇̮̼͗͑o̵̡̜͐̀s̷͔̈́a",
]


def _each(names: str) -> list[str]:
    return [name for line in names.strip().splitlines() for name in line.split("|")]


async def _refused(names: list[str]) -> list[str]:
    refused = []
    for name in names:
        try:
            await check_name(name)
        except Invalid:
            refused.append(name)
    return refused


@pytest.mark.usefixtures("database", "cast")
async def test_people_with_ordinary_names_are_let_in() -> None:
    assert await _refused(_each(ORDINARY)) == []


@pytest.mark.usefixtures("database", "cast")
async def test_nobody_takes_a_rank_the_police_or_an_officers_name() -> None:
    names = _each(IMPERSONATIONS)
    assert sorted(set(names) - set(await _refused(names))) == []


@pytest.mark.usefixtures("database", "cast")
async def test_what_is_no_name_is_refused_in_a_sentence() -> None:
    assert [name for name in NO_NAMES if name not in await _refused(NO_NAMES)] == []
    with pytest.raises(Invalid, match="letters") as refusal:
        await check_name("Rosa ✔")
    assert [wrong.field for wrong in refusal.value.fields] == ["name"]


@pytest.mark.usefixtures("database", "cast")
async def test_a_name_is_kept_as_it_was_meant() -> None:
    assert await check_name("  Rosa   Jones ") == "Rosa Jones"
    assert await check_name("Sia\u0302n") == "Siân"
    assert await check_name("Ro\u200bsa") == "Rosa"


def test_an_officers_name_leaves_the_rank_to_the_badge() -> None:
    assert check_officers_name("Ada Okafor") == "Ada Okafor"
    assert check_officers_name("Mary Constable") == "Mary Constable"
    with pytest.raises(Invalid, match="rank"):
        check_officers_name("PC Ada Okafor")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_name_or_refused(text: str) -> None:
    try:
        kept = check_spelling(text)
    except Invalid:
        return
    assert 2 <= len(kept) <= 40
    assert check_spelling(kept) == kept


@given(st.text("abcdefghij ", min_size=1), st.text("klmnopqrst", min_size=4).map(lambda w: f"{w} {w}"))
def test_an_officers_name_is_read_wherever_it_stands(before: str, officer: str) -> None:
    assert name_skeleton(officer) in Looks(f"{before} {officer}").parts
