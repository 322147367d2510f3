"""Who takes words of staff out."""

from typing import Any

from foundation.errors import NotAllowed
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.decisions.policy import decides_in
from priorities.policy import access_round
from priorities.round_rows import find_round

JSON = dict[str, Any]


def takes_out(viewer: Viewer, row: JSON) -> bool:
    """Whether somebody moderates where a round (its row) is."""
    return decides_in(viewer, row["force_id"], row["neighbourhood_id"])


async def access_round_to_moderate(viewer: Viewer, round_id: str) -> JSON:
    """The row of a round, for who moderates there; also of one that is planned. Raises NotFound, NotAllowed."""
    found = await find_round(round_id) if is_own_id(round_id) else None
    if found is not None and takes_out(viewer, found):
        return found
    await access_round(viewer, round_id)
    raise NotAllowed(_("Only moderators and administrators who serve here can do this."))
