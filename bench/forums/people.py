"""The people of the forums: residents of every neighbourhood, an officer for each, and those who are measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts.models import OfficerRecord, Person, PersonNeighbourhood, Session
from accounts.names.skeletons import name_skeleton
from accounts.tokens import hash_of
from bench.forums.copying import Columns, Copier
from bench.forums.numbering import id_at
from bench.forums.places import FORCE, Place
from foundation import clock
from foundation.permissions import Role

MEASURED = 50
"""Residents of the first neighbourhood who are signed in."""
_FIRST = ("Amir", "Bethan", "Carys", "Dafydd", "Elin", "Farah", "Gareth", "Hana", "Ioan", "Jo")
_LAST = ("Ahmed", "Bevan", "Clarke", "Davies", "Evans", "Khan", "Lloyd", "Morgan", "Novak", "Price")
_PERSON = Columns(
    Person, "id", "name", "name_skeleton", "role", "force_id", "neighbourhood_id", "created_at", "postcode_given_at"
)
_RECORD = Columns(OfficerRecord, "id", "person_id", "rank", "number", "confirmed_at")
_SERVES = Columns(PersonNeighbourhood, "id", "person_id", "neighbourhood_id", "since")
_SESSION = Columns(
    Session, "id", "token_hash", "person_id", "device", "created_at", "last_seen_at", "expires_at", "method",
    "proved_at",
)  # fmt: skip


@dataclass(frozen=True)
class Crowd:
    """Ids: the residents and the officer of each place, in their order; `tokens` are of those who are measured.

    `officer` is the token of the first place's officer.
    """

    residents: list[list[str]]
    officers: list[str]
    tokens: dict[str, str]
    """By the person's id."""
    officer: str = "a-token-of-the-bench-s-officer"


async def add_crowd(into: Copier, places: Sequence[Place], count: int, since: datetime) -> Crowd:
    """So many residents, evenly in these places, who all came at `since`."""
    residents: list[list[str]] = [[] for _place in places]
    await into.copy(_PERSON, _residents(places, count, since, residents))
    officers = [id_at(since) for _place in places]
    await into.copy(_PERSON, (_officer(id_, n, since) for n, id_ in enumerate(officers)))
    await into.copy(_RECORD, ((id_at(since), id_, "PC", f"{n + 1:04}", since) for n, id_ in enumerate(officers)))
    await into.copy(_SERVES, ((id_at(since), id_, places[n].neighbourhood, since) for n, id_ in enumerate(officers)))
    tokens = {person: f"a-token-of-the-bench-{n}" for n, person in enumerate(residents[0][:MEASURED])}
    crowd = Crowd(residents, officers, tokens)
    signed_in = {**tokens, officers[0]: crowd.officer}
    await into.copy(_SESSION, (_session(person, token) for person, token in signed_in.items()))
    return crowd


def _residents(places: Sequence[Place], count: int, since: datetime, ids: list[list[str]]) -> Iterator[Sequence[Any]]:
    for number in range(count):
        place, id_ = number % len(places), id_at(since)
        ids[place].append(id_)
        # A skeleton is what costs time here: nobody's is looked for, and so the letters alone will do.
        name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]} {number // 100}"
        home = places[place].neighbourhood
        yield id_, name, name.lower().replace(" ", ""), Role.RESIDENT, None, home, since, since


def _officer(id_: str, number: int, since: datetime) -> Sequence[Any]:
    name = f"{_FIRST[number // 10 % 10]} {_LAST[number % 10]}"
    return id_, name, name_skeleton(name), Role.OFFICER, FORCE, None, since, None


def _session(person: str, token: str) -> Sequence[Any]:
    now = clock.now()
    return (id_at(now), hash_of(token), person, "The bench", now, now, now + timedelta(days=1), "password", now)
