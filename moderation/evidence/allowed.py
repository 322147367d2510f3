"""Evidence through permission: moderators and administrators read that of what they serve, never about themselves."""

from collections.abc import Sequence
from typing import Any

from foundation.errors import Gone, NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.evidence import reading_store as store
from moderation.policy import check_moderates
from moderation.sealed.policy import cases_read_by

JSON = dict[str, Any]
_LONGEST = 64


async def access_row(viewer: Viewer, evidence: str) -> JSON:
    """One snapshot's row, with `snapshot` as text; what its words say of sealed cases is not looked at yet.

    Raises NotFound (also for another force's, and for a sealed case's without clearance), NotAllowed (about themselves)
    and Gone for what has been emptied.
    """
    check_moderates(viewer)
    row = await store.find(evidence) if is_own_id(evidence) else None
    if row is None:
        raise nothing()
    await _check_served(viewer, [row], row["target_type"], row["target_id"])
    if row["snapshot"] is None:
        raise Gone(_("The time for which this was kept is over, so it was emptied. Its digest stays in the audit."))
    return row


async def access_kept_of(viewer: Viewer, target_type: str, target_id: str) -> Sequence[JSON]:
    """What is kept of one thing, the newest first, without words; raises NotFound and NotAllowed as above."""
    check_moderates(viewer)
    odd = max(len(target_type), len(target_id)) > _LONGEST or not (target_type + target_id).isascii()
    rows = [] if odd or not target_id.isalnum() else await store.list_of(target_type, target_id)
    if not rows:
        raise nothing()
    await _check_served(viewer, rows, target_type, target_id)
    return rows


async def _check_served(viewer: Viewer, rows: Sequence[JSON], target_type: str, target_id: str) -> None:
    if not all(viewer.serves(row["force_id"], row["neighbourhood_id"] or "") for row in rows):
        raise nothing()
    if any(row["author_id"] == viewer.id for row in rows):
        raise NotAllowed(_("This is about yourself. Ask another moderator to look at it."))
    # Of the thing, not of this snapshot alone: what is sealed later was the same words before.
    if not await store.cases_of(target_type, target_id) <= await cases_read_by(viewer):
        raise nothing()


def nothing() -> NotFound:
    """The refusal for what is not there, and for what is not for them."""
    return NotFound(_("Nothing is kept under this address, or it is for somebody else to read."))
