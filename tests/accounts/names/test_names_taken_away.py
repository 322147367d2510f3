"""Names taken away: whoever carries the name of an officer who comes later is a number until they choose another."""

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Person
from accounts.names.checking import check_name
from accounts.names.collisions import take_names_like
from accounts.names.skeletons import Looks, may_be_like, name_skeleton, plain_letters
from accounts.people import NewPerson
from accounts.residents.store import set_shown
from accounts.store import add_person
from foundation import clock
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.models import AuditEntry, AuditPersonal
from foundation.permissions import Role
from tests.cast import Cast

LOOKALIKES = [
    "Bethan Rowe",
    "BethanRowe",
    "bethan r0we",
    "Rowe, Bethan",
    "RoweBethan",
    "The real Bethan Rowe",
    "Веthаn Rоwе",
]
OTHERS = ["Bethan", "Rowe", "Bethan Rowlands", "Beth Rowe", "B. Rowe"]


async def _come(*names: str) -> dict[str, str]:
    async def work() -> dict[str, str]:
        return {name: await add_person(NewPerson(name=name, role=Role.GUEST)) for name in names}

    return await atomic(work)


async def _take(cast: Cast, officer: str) -> list[str]:
    return await atomic(lambda: take_names_like(officer, but=cast.ada.id, by=cast.dai.viewer))


async def _of(person: str) -> dict[str, Any]:
    return dict(await Person.get(id=person).values("name", "name_refused", "name_skeleton"))


async def test_whoever_looks_like_a_new_officer_becomes_a_number(database: object, cast: Cast) -> None:
    people = await _come(*LOOKALIKES, *OTHERS)
    assert sorted(await _take(cast, "Bethan Rowe")) == sorted(people[name] for name in LOOKALIKES)
    shown = [await _of(people[name]) for name in LOOKALIKES]
    assert all(re.fullmatch(r"resident \d{4}", row["name"]) for row in shown)
    assert all(row["name_skeleton"] == name_skeleton(row["name"]) for row in shown)
    assert len({row["name"] for row in shown}) == len(LOOKALIKES)
    assert [row["name_refused"] for row in shown] == LOOKALIKES
    assert [(await _of(people[name]))["name"] for name in OTHERS] == OTHERS
    assert await _take(cast, "Bethan Rowe") == [], "whoever is a number already is left alone"


async def test_rosa_with_an_account_loses_her_name_to_an_officer_and_staff_keep_theirs(
    database: object, cast: Cast
) -> None:
    assert await _take(cast, cast.rosa.name) == [cast.rosa.id]
    for colleague in (cast.ada, cast.mo, cast.dee):
        assert await atomic(partial(take_names_like, colleague.name, but="")) == []
        assert (await _of(colleague.id))["name"] == colleague.name


async def test_somebody_who_closed_their_account_is_left_alone(database: object, cast: Cast) -> None:
    await Person.filter(id=cast.rosa.id).update(closed_at=clock.now())
    assert await _take(cast, cast.rosa.name) == []


async def test_the_audit_says_whose_name_went_to_whom_and_keeps_the_name_apart(database: object, cast: Cast) -> None:
    await _take(cast, cast.rosa.name)
    entry = await AuditEntry.get(act="person.name_taken")
    assert (entry.subject_id, entry.actor_id, entry.details) == (cast.rosa.id, cast.dai.id, {"officer": cast.ada.id})
    kept = json.loads((await AuditPersonal.get(id=entry.id)).details)
    assert kept == {"before": cast.rosa.name, "after": (await _of(cast.rosa.id))["name"]}


async def test_who_chooses_another_name_has_no_refused_one_any_more(database: object, cast: Cast) -> None:
    await _take(cast, cast.rosa.name)
    await set_shown(cast.rosa.id, "Rosa Maria Jones", "Rosa Maria Jones", "full")
    assert (await _of(cast.rosa.id))["name_refused"] is None


async def test_nobody_chooses_to_be_a_number(database: object, cast: Cast) -> None:
    for name in ("resident 4821", "Resident 4821", "RESIDENT4821", "res1dent 7", "resident no. 12", "Preswylydd 4821"):
        with pytest.raises(Invalid):
            await check_name(name)
    assert await check_name("Resident of Cathays") == "Resident of Cathays"


async def test_numbers_get_longer_when_they_are_used_up(
    database: object, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draw is made to give the lowest of its range, which is taken from the second time on."""
    monkeypatch.setattr("secrets.randbelow", lambda _range: 0)
    people = await _come("Bethan Rowe", "Bethan R0we")
    await _take(cast, "Bethan Rowe")
    assert {(await _of(id_))["name"] for id_ in people.values()} == {"resident 1000", "resident 10000"}


def _same_both_ways(officer: str, name: str) -> None:
    """The first look through everybody loses nobody whom the rule would find."""
    if Looks(name).like_officer(officer):
        assert plain_letters(officer) <= Counter(name_skeleton(name))
        assert may_be_like(name_skeleton(name), officer)


_OFFICERS = st.sampled_from(
    [
        "Bob Abbott",
        "Ada Okafor",
        "Clive Dodd",
        "Zoe Vivian",
        "Huw Hughes",
        "Harriet Warner",
        "Amber Nash",
        "Liv Vaughan",
    ]
)
_TRICKS: list[Callable[[str], str]] = [
    lambda name: name.replace("b", "8").replace("B", "8"),
    lambda name: name.replace("d", "cl"),
    lambda name: name.replace("z", "2").replace("Z", "2").replace("g", "9"),
    lambda name: "".join(letter * 2 for letter in name),
    lambda name: name.replace("m", "rn").replace("w", "vv"),
    lambda name: " ".join(reversed(name.split())),
    lambda name: f"Mrs {name} 2",
    str.upper,
    lambda name: name.replace(" ", ""),
]


@given(_OFFICERS, st.lists(st.sampled_from(_TRICKS), max_size=3))
def test_the_first_look_through_everybody_loses_nobody(officer: str, tricks: list[Callable[[str], str]]) -> None:
    name = officer
    for trick in tricks:
        name = trick(name)
    _same_both_ways(officer, name)
