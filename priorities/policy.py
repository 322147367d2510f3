"""Who reads, keeps and takes part in rounds."""

from typing import Any

from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from neighbourhoods.places import Place
from priorities.models import Phase
from priorities.round_rows import find_round

JSON = dict[str, Any]
_KEEPING = frozenset({Role.OFFICER, Role.ADMINISTRATOR})


async def access_round(viewer: Viewer, round_id: str) -> JSON:
    """The row of a round that the viewer may read: its staff any, everybody else one that has begun. Raises NotFound.

    What was cancelled once it had begun stays to be read, with the reason.
    """
    found = await find_round(round_id) if is_own_id(round_id) else None
    if found is None or (is_planned(found) and not keeps(viewer, found)):
        raise no_round()
    return found


def no_round() -> NotFound:
    """What is answered where there is none, or none for this reader."""
    return NotFound(_("There is no such round of priorities."))


async def access_round_to_keep(viewer: Viewer, round_id: str) -> JSON:
    """The same, for its officers and administrators. Raises NotFound, NotAllowed."""
    found = await access_round(viewer, round_id)
    if not keeps(viewer, found):
        raise not_its_staff()
    return found


def keeps(viewer: Viewer, row: JSON) -> bool:
    """Whether somebody decides about this round, or about one of this neighbourhood: its officers, and administrators.

    `row` is anything with `force_id` and `neighbourhood_id`.
    """
    return viewer.role in _KEEPING and viewer.serves(row["force_id"], row["neighbourhood_id"])


def keeps_place(viewer: Viewer, place: Place) -> bool:
    """The same of the rounds of a neighbourhood."""
    return keeps(viewer, {"force_id": place.force_id, "neighbourhood_id": place.id})


def lives_here(viewer: Viewer, row: JSON) -> bool:
    """Whether they are a resident of its neighbourhood: `row` is a round’s, or a proposal’s."""
    return viewer.role is Role.RESIDENT and row["neighbourhood_id"] in viewer.neighbourhoods


def is_planned(row: JSON) -> bool:
    """Whether a round has not begun, or was cancelled before it did: its title, and why, are its staff’s alone."""
    return bool(row["phase"] == Phase.SCHEDULED or row["never_begun"])


def is_staff(viewer: Viewer, row: JSON) -> bool:
    """Whether somebody is of the staff that serve its neighbourhood, moderators too."""
    return viewer.serves(row["force_id"], row["neighbourhood_id"])


def not_its_staff() -> NotAllowed:
    """What somebody is told who does not serve this neighbourhood."""
    return NotAllowed(_("Only officers who serve this neighbourhood, and administrators of its force, can do this."))
