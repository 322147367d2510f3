"""Keeping somebody from writing in the priorities of a neighbourhood, inside the transaction of the decision."""

from collections.abc import Sequence

from accounts.people import persons
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import STAFF
from moderation.content import Exclusion, Tell
from priorities.excluding import store
from priorities.round_rows import JSON, lock_round


async def exclude(row: JSON, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """Silence or remove somebody in the neighbourhood of this round, in the place of an older one of its kind.

    Raises NotAllowed for staff, who are an administrator's to answer for. Nobody loses their vote by it.
    """
    person = (await persons({person_id})).get(person_id)
    if person is None or person["role"] in STAFF:
        raise NotAllowed(_("Officers and moderators can’t be silenced or removed here. Ask an administrator."))
    await lock_round(row["id"])
    await store.end_restrictions(row["neighbourhood_id"], person_id, exclusion.kind)
    await store.add_restriction(row["neighbourhood_id"], person_id, exclusion)
    return []


async def readmit(person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """End what came of a decision about somebody."""
    await store.end_restriction_of(person_id, exclusion.decision)
    return []
