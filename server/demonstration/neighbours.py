"""Neighbours of the cast, by whom a vote has ballots and a review has answers. Nobody signs in as one of them."""

from collections.abc import Sequence
from typing import Final

from accounts import store
from accounts.models import Person
from accounts.people import NewPerson
from foundation.database import atomic
from foundation.permissions import Role, Viewer
from server.demonstration.people import HOME

_NAMES: Final = (
    "Aled", "Anwen", "Bethan", "Bilal", "Carys", "Ceri", "Chidi", "Dafydd", "Delyth", "Dilys", "Eira", "Elin",
    "Emrys", "Farah", "Ffion", "Gareth", "Gwyn", "Hafsa", "Hana", "Idris", "Ines", "Iwan", "Jamal", "Joan", "Karim",
    "Kasia", "Leila", "Lowri", "Mabli", "Marek", "Meinir", "Nadia", "Nerys", "Nia", "Owain", "Padma", "Pryce",
    "Rhian", "Rhodri", "Sioned", "Steffan", "Tariq", "Tegan", "Tomos", "Wyn", "Yusuf",
)  # fmt: skip
_TIERS: Final = ("postcode", "email", "postcode", "confirmed", "postcode")


async def add_neighbours() -> None:
    """They live where Rosa lives, and are vouched for as well as people are: some by an officer, some by a postcode."""

    async def add() -> None:
        for number, name in enumerate(_NAMES):
            tier = _TIERS[number % len(_TIERS)]
            await store.add_person(NewPerson(name=name, role=Role.RESIDENT, home=HOME, tier=tier))

    await atomic(add)


async def neighbours() -> Sequence[Viewer]:
    """All of them, as the server takes them; nobody who has an address to sign in by."""
    rows = await Person.filter(neighbourhood_id=HOME, role=Role.RESIDENT, email=None, closed_at=None).order_by("id")
    return [Viewer(row.id, row.name, Role.RESIDENT, None, frozenset({HOME})) for row in rows if row.name in _NAMES]
