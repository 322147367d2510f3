"""By which ways a notice of a kind reaches somebody: as they chose, else by the kind's own rule."""

from collections.abc import Collection

from notices.kinds import DEFAULT_WAYS, NoticeKind, Ways
from notices.preferences import store


async def ways_of(person: str) -> dict[NoticeKind, Ways]:
    """Every kind's ways."""
    chosen = await store.choices_of(person)
    return {kind: chosen.get(kind, ways) for kind, ways in DEFAULT_WAYS.items()}


async def way_of(person: str, kind: NoticeKind) -> Ways:
    """One kind's ways."""
    return (await ways_of(person))[kind]


async def ways_for(people: Collection[str], kind: NoticeKind) -> dict[str, Ways]:
    """One kind's ways for each of many, in one go."""
    chosen = await store.choices_for(people, kind)
    return {person: chosen.get(person, DEFAULT_WAYS[kind]) for person in people}
