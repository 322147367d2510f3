"""Whose decision about a person stands in a room: what a moderator decided, a host does not end or cut short."""

from collections.abc import Collection, Sequence

from accounts.people import persons
from foundation.permissions import MODERATORS
from moderation.content import CONDUCT
from moderation.decisions.reading import decisions_by_id
from rooms.hosting import store
from rooms.models import Restriction


async def out_of_reach(role: str | None, restrictions: Collection[Restriction]) -> Sequence[Restriction]:
    """Those of these restrictions that somebody of this role can't end: for a host, what a moderator decided."""
    if role in MODERATORS or not restrictions:
        return []
    decisions = await decisions_by_id({row.decision_id for row in restrictions if row.decision_id})
    # What was done before each was a decision is its maker's, by what they are today.
    people = await persons({row.by for row in restrictions if row.decision_id is None})
    roles = {id_: row["actor_role"] for id_, row in decisions.items()}
    roles |= {id_: person["role"] for id_, person in people.items()}
    return [row for row in restrictions if roles.get(row.decision_id or row.by) in MODERATORS]


async def decisions_on_people(restrictions: Collection[Restriction]) -> set[str]:
    """The decisions among those that these come of which are about the person, and not about their words too."""
    found = await decisions_by_id({row.decision_id for row in restrictions if row.decision_id})
    return {id_ for id_, row in found.items() if row["target_type"] == CONDUCT}


async def decision_replaced(role: str | None, room_id: str, person_id: str, kind: str) -> str | None:
    """The decision about a person that a new one of this kind, by somebody of this role, takes the place of."""
    older = [row for row in await store.restrictions_on(room_id, person_id) if row.kind == kind]
    kept = await out_of_reach(role, older)
    found = await decisions_on_people([row for row in older if row not in kept])
    return max(found, default=None)


def lasts_longer(one: Restriction, other: Restriction) -> bool:
    """Whether the one ends no sooner than the other."""
    if one.until is None or other.until is None:
        return one.until is None
    return one.until >= other.until
