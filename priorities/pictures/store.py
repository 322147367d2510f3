"""Every query about the pictures of proposals and actions."""

from foundation.pictures.table import Owner, PictureTable
from foundation.queries import Query
from priorities.acting.models import Action
from priorities.models import Proposal
from priorities.pictures.models import PriorityPicture

_PICTURE = "SELECT id, owner_id, person_id, position, width, height, alt, sha256 FROM priority_picture"

TABLE = PictureTable(
    model=PriorityPicture,
    owner=("owner_type", "owner_id"),
    of=Query(_PICTURE, "WHERE owner_type = ? AND owner_id IN ? AND removed_at IS NULL"),
    own=Query(_PICTURE, "WHERE person_id = ? AND id IN ? AND removed_at IS NULL"),
)
# A page asks for each of its pictures: for those of what everybody may read, this is all there is to find out.
PLACED = Query(
    """
    SELECT picture.person_id, picture.owner_id, picture.position,
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
_COUNTED: dict[str, type[Proposal] | type[Action]] = {"proposal": Proposal, "action": Action}


async def set_count(owner: Owner, pictures: int) -> None:
    type_, id_ = owner
    await _COUNTED[type_].filter(id=id_).update(pictures=pictures)
