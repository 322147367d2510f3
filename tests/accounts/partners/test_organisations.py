"""What a partner's badge may say, and what looks too much like the police."""

import pytest

from accounts.names.organisations import check_organisation, check_partner_post
from foundation.errors import Invalid
from tests.cast import Cast

GOOD = """
Cardiff Council|Cyngor Caerdydd|Newydd Housing Association|South Wales Fire and Rescue Service|Victim Support
Vale of Glamorgan Council|St John Ambulance Cymru|Street Pastors|Cathays Community Centre|Welsh Women’s Aid
Transport for Wales|Shelter Cymru|Barnardo's|BAWSO|Cardiff & Vale University Health Board|RSPCA|Post Office Ringland
Crimestoppers|Community Safety Team (Cardiff Council)|Co-op Stores|Probation Service|Taff Housing|Trading Standards
"""
POLICES = """
Police|POLICE|Polis|Heddlu|PC|P.C. Jones|South Wales Police|S0uth Wales Po1ice|Heddlu De Cymru|South Wales|SWP|Gwent
Gwent Police Partners|P o l i c e|P-o-l-i-c-e|Pоlice|Роlice|Ρolice|Ｐｏｌｉｃｅ|ρolice|𝐏𝐨𝐥𝐢𝐜𝐞
Pollice|Policc Police|Sgt Squad
Constabulary|Polizei|警察|полиция|PCSO|Special Constable|Chief Constable|Inspector Jones|Detectives DC|Cops|Verified
Bluelamp|Official Partner|999|101|Police and Crime Commissioner|Officers of Cardiff|Swyddogion Heddlu
"""
NOTHING = ["", " ", "x", "—", "★", "✓ Council", "Cardiff\u200b", "a" * 81, "[verified officer]",
           "<b>Council</b>", "🛡 Council", "Council ﷽", "_Council", "Cardiff | Council"]  # fmt: skip


def _lines(text: str) -> list[str]:
    return [each for line in text.strip().splitlines() for each in line.split("|")]


async def test_councils_and_charities_are_named_as_they_are(cast: Cast, database: object) -> None:
    for name in _lines(GOOD):
        assert await check_organisation(name) == name


async def test_nothing_that_looks_like_the_police_is_taken(cast: Cast, database: object) -> None:
    for name in _lines(POLICES):
        with pytest.raises(Invalid) as refused:
            await check_organisation(name)
        assert [field.field for field in refused.value.fields] == ["organisation"], name


async def test_signs_and_no_names_are_refused(cast: Cast, database: object) -> None:
    for name in NOTHING:
        try:
            kept = await check_organisation(name)
        except Invalid:
            continue
        assert kept == "Cardiff", f"{name!r} was kept as {kept!r}"


async def test_a_council_has_officers_and_a_post_may_be_left_out(cast: Cast, database: object) -> None:
    for post in ("Housing officer", "Swyddog tai", "Councillor for Cathays", "Neighbourhood warden", "Youth worker"):
        assert await check_partner_post(post) == post
    assert await check_partner_post("  ") == ""


async def test_no_post_is_a_rank_or_the_polices(cast: Cast, database: object) -> None:
    for post in ("PC", "Sgt", "Police liaison", "P0lice liaison", "Special constable", "PCSO", "Heddlu", "✓ Checked",
                 "Community Support Officer", "Verified officer", "Swyddog yr heddlu", "x" * 81):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            await check_partner_post(post)
        assert [field.field for field in refused.value.fields] == ["partner_post"], post


async def test_spaces_and_wide_letters_are_made_plain(cast: Cast, database: object) -> None:
    assert await check_organisation("  Ｃardiff \u00a0 Council\n") == "Cardiff Council"
