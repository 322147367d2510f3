"""What somebody is shown about their own account."""

from typing import Any

from accounts import store
from accounts.people import person, tier_of
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place


async def own_account(viewer: Viewer) -> dict[str, Any]:
    """`person`, `email`, `has_password`, `tier`, and the id of the home `neighbourhood`, of who asks."""
    row = await store.own_person(str(viewer.id))
    return {
        "person": await person(str(viewer.id)),
        "email": row["email"],
        "has_password": row["password_hash"] is not None,
        "tier": tier_of(row),
        "neighbourhood": row["neighbourhood_id"],
    }


async def own_places(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an officer serves, or the one that a resident lives in."""
    places = (await current_atlas()).places
    return [places[id_] for id_ in sorted(viewer.neighbourhoods)]
