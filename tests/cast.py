"""The named cast, and where they live.

Rosa and Amir live in Cathays, which PC Ada Okafor and Sgt Huw Hughes serve; Gwen is a guest; Mo moderates and Dee and
Dai administrate for its force. Outsiders: Olga lives in Penarth, which PC Nia Price serves, and Max moderates for the
force of Newport.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from accounts.models import OfficerRecord, Person, PersonNeighbourhood, Session
from accounts.names.skeletons import name_skeleton
from foundation import clock
from foundation.database import atomic
from foundation.ids import new_id
from foundation.permissions import Role, Viewer
from neighbourhoods import store
from neighbourhoods.models import Neighbourhood, Postcode

HOME = "cathays"
ELSEWHERE = "penarth"
ABROAD = "newport-central"
FORCES = {"south-wales": "South Wales Police", "gwent": "Gwent Police"}


@dataclass(frozen=True)
class Member:
    """One of the cast, signed in: `token` is their session's."""

    name: str
    role: Role
    force: str | None = None
    places: tuple[str, ...] = ()
    rank: str = ""
    number: str = ""
    id: str = field(default_factory=new_id)
    session: str = field(default_factory=new_id)
    began: datetime = field(default_factory=clock.now)

    @property
    def token(self) -> str:
        return f"token-of-{self.session}"

    @property
    def email(self) -> str | None:
        return None if self.role is Role.GUEST else f"{self.name.split()[0].lower()}@example.org"

    @property
    def viewer(self) -> Viewer:
        """Who the server takes them for."""
        whole_force = self.role in (Role.MODERATOR, Role.ADMINISTRATOR)
        places = frozenset(self.places)
        return Viewer(self.id, self.name, self.role, self.force, places, self.session, whole_force, self.began)


def _officer(name: str, place: str, rank: str, number: str) -> Member:
    return Member(name, Role.OFFICER, "south-wales", (place,), rank, number)


@dataclass(frozen=True)
class Cast:
    """Everybody, in a database of their own."""

    rosa: Member = field(default_factory=lambda: Member("Rosa Jones", Role.RESIDENT, None, (HOME,)))
    amir: Member = field(default_factory=lambda: Member("Amir Khan", Role.RESIDENT, None, (HOME,)))
    gwen: Member = field(default_factory=lambda: Member("Gwen", Role.GUEST))
    ada: Member = field(default_factory=lambda: _officer("Ada Okafor", HOME, "PC", "4127"))
    huw: Member = field(default_factory=lambda: _officer("Huw Hughes", HOME, "Sgt", "2210"))
    mo: Member = field(default_factory=lambda: Member("Mo Evans", Role.MODERATOR, "south-wales"))
    dee: Member = field(default_factory=lambda: Member("Dee Rees", Role.ADMINISTRATOR, "south-wales"))
    dai: Member = field(default_factory=lambda: Member("Dai Lewis", Role.ADMINISTRATOR, "south-wales"))
    olga: Member = field(default_factory=lambda: Member("Olga Novak", Role.RESIDENT, None, (ELSEWHERE,)))
    nia: Member = field(default_factory=lambda: _officer("Nia Price", ELSEWHERE, "PC", "5301"))
    max: Member = field(default_factory=lambda: Member("Max Webb", Role.MODERATOR, "gwent"))

    def __iter__(self) -> Any:
        return iter(vars(self).values())


async def gather() -> Cast:
    """Put everybody and their places into the connected database, which must be empty."""
    cast = Cast()
    await atomic(partial(_add_all, cast))
    return cast


async def _add_all(cast: Cast) -> None:
    await _add_places()
    await _add_members(list(cast))


async def _add_places() -> None:
    await store.set_forces(FORCES)
    places = {HOME: ("south-wales", "Cathays", -3.19), ELSEWHERE: ("south-wales", "Penarth", -3.15)}
    places[ABROAD] = ("gwent", "Newport Central", -3.0)
    rows = [
        Neighbourhood(id=id_, force_id=force, name=name, name_cy=f"{name} (Cymraeg)", boundary=_square(west))
        for id_, (force, name, west) in places.items()
    ]
    await store.set_neighbourhoods(rows)
    known = [Postcode(postcode="CF101AA", latitude=51.495, longitude=-3.185, neighbourhood_id=HOME)]
    await store.set_postcodes([*known, Postcode(postcode="CF641AA", latitude=51.495, longitude=-3.145)])
    await store.set_edition()


def _square(west: float) -> str:
    """A hundredth of a degree each way, with its south-west corner at 51.49 north."""
    east = round(west + 0.01, 2)
    ring = [[west, 51.49], [east, 51.49], [east, 51.5], [west, 51.5], [west, 51.49]]
    return f'{{"type":"Polygon","coordinates":[{ring}]}}'.replace(" ", "")


async def add_member(member: Member) -> None:
    """Put somebody into the connected database, signed in."""
    await _add_members([member])


async def _add_members(members: list[Member]) -> None:
    """A table at a time: thousands of tests begin with it."""
    officers = [member for member in members if member.role is Role.OFFICER]
    await Person.bulk_create([_person(member) for member in members])
    await OfficerRecord.bulk_create(
        OfficerRecord(id=new_id(), person_id=each.id, rank=each.rank, number=each.number, confirmed_at=each.began)
        for each in officers
    )
    await PersonNeighbourhood.bulk_create(
        PersonNeighbourhood(id=new_id(), person_id=each.id, neighbourhood_id=place, since=each.began)
        for each in officers
        for place in each.places
    )
    await Session.bulk_create([_session(member) for member in members])


def _person(member: Member) -> Person:
    return Person(
        id=member.id,
        name=member.name,
        name_skeleton=name_skeleton(member.name),
        role=member.role,
        email=member.email,
        force_id=member.force,
        neighbourhood_id=member.places[0] if member.role is Role.RESIDENT else None,
        email_confirmed_at=member.began if member.email else None,
        created_at=member.began,
    )


def _session(member: Member) -> Session:
    return Session(
        id=member.session,
        token_hash=hashlib.sha256(member.token.encode()).hexdigest(),
        person_id=member.id,
        created_at=member.began,
        last_seen_at=member.began,
        expires_at=member.began + timedelta(days=1),
        proved_at=member.began,
    )
