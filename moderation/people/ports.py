"""What the moderation of names and pictures asks of the floors above, and the roof fills in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was read last: there their name stands, and its moderators decide about it."""

    type: str
    id: str
    name: str
    path: str
    force_id: str
    neighbourhood_id: str | None
    live: bool
    reach: int


class LastPlaces(Protocol):
    """The place where each of these people wrote last in public; who never did is missing."""

    async def __call__(self, people: Collection[str]) -> Mapping[str, Place]: ...
