"""Who sees a picture: who may read what it stands in, and until it stands in something who sent it."""

from typing import Any

from foundation.errors import NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query
from priorities.policy import is_staff

JSON = dict[str, Any]
# A page asks for each of its pictures: for those of what everybody may read, this is all there is to find out.
_PLACED = Query(
    """
    SELECT picture.id, picture.person_id, picture.owner_type, picture.owner_id, picture.position,
           COALESCE(proposal.state, action.state, '') AS state,
           COALESCE(proposal.force_id, priority.force_id) AS force_id,
           COALESCE(proposal.neighbourhood_id, priority.neighbourhood_id) AS neighbourhood_id,
           (SELECT COUNT(*) FROM review_item item WHERE item.target_type = picture.owner_type
            AND item.target_id = picture.owner_id AND item.case_id IS NOT NULL) AS cases
    FROM priority_picture picture
    LEFT JOIN priority_proposal proposal ON picture.owner_type = 'proposal' AND proposal.id = picture.owner_id
    LEFT JOIN priority_action action ON picture.owner_type = 'action' AND action.id = picture.owner_id
    LEFT JOIN priority ON priority.id = action.priority_id
    WHERE picture.id = ? AND picture.removed_at IS NULL
    """
)
_PUBLIC = frozenset({"published", "merged", "refused"})


async def access_picture(viewer: Viewer, picture_id: str) -> None:
    """Raises NotFound for a picture that there is not, was removed, or stands in what the viewer may not read.

    One that waits with a held edit is its author's and the staff's, but for what a sealed case holds.
    """
    found = await _PLACED.rows(picture_id) if is_own_id(picture_id) else []
    if not found:
        raise no_picture()
    [picture] = found
    if viewer.signed_in and picture["person_id"] == viewer.id:
        return
    if picture["owner_id"] is None:
        raise no_picture()
    if picture["state"] in _PUBLIC and picture["position"] >= 0:
        return
    if picture["cases"] or not is_staff(viewer, picture):
        raise no_picture()


def no_picture() -> NotFound:
    return NotFound(_("There is no such picture."))
