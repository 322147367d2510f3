"""Queries of who follows the rounds of a neighbourhood."""

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.rounds.models import RoundFollower

_OF = Query("SELECT person_id FROM priority_follower WHERE neighbourhood_id = ? ORDER BY id")
_BY = Query("SELECT neighbourhood_id FROM priority_follower WHERE person_id = ? ORDER BY id")
_IS = Query("SELECT id FROM priority_follower WHERE neighbourhood_id = ? AND person_id = ?")


async def followed_by(person: str) -> list[str]:
    """The ids of the neighbourhoods whose rounds somebody follows."""
    return [row["neighbourhood_id"] for row in await _BY.rows(person)]


async def followers_of(neighbourhood: str) -> list[str]:
    """The ids of those who are told."""
    return [row["person_id"] for row in await _OF.rows(neighbourhood)]


async def is_follower(neighbourhood: str, person: str) -> bool:
    """Whether somebody is told."""
    return bool(await _IS.rows(neighbourhood, person))


async def add_follower(neighbourhood: str, person: str) -> None:
    """Nothing where they are one. Inside a transaction."""
    row = RoundFollower(id=new_id(), neighbourhood_id=neighbourhood, person_id=person, since=clock.now())
    await RoundFollower.bulk_create([row], ignore_conflicts=True)


async def remove_follower(neighbourhood: str, person: str) -> None:
    """Inside a transaction."""
    await RoundFollower.filter(neighbourhood_id=neighbourhood, person_id=person).delete()


async def remove_all_of(person: str) -> None:
    """Somebody leaves. Inside a transaction."""
    await RoundFollower.filter(person_id=person).delete()
