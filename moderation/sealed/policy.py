"""Who may seal a case, and who may read what one holds."""

from typing import Any

from accounts.factors.proof import check_proved
from accounts.models import Person
from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import MODERATORS, Role, Viewer
from foundation.queries import Query
from moderation.sealed.models import SealedCase

JSON = dict[str, Any]

_CLEARED = Query(
    """
    SELECT case_clearance.case_id FROM case_clearance JOIN sealed_case ON sealed_case.id = case_clearance.case_id
    WHERE case_clearance.person_id = ? AND case_clearance.ended_at IS NULL AND sealed_case.force_id = ?
    """
)


def check_may_seal(viewer: Viewer) -> str:
    """The force of an administrator who proved lately that it is them; raises NotAllowed and ProofNeeded."""
    if viewer.role is not Role.ADMINISTRATOR or viewer.force is None:
        raise NotAllowed(_("Only an administrator of the force can do this."))
    check_proved(viewer)
    return viewer.force


async def access_case(viewer: Viewer, case: str) -> JSON:
    """A case of the administrator's force; raises NotAllowed, ProofNeeded and NotFound."""
    force = check_may_seal(viewer)
    found = await SealedCase.filter(id=case, force_id=force).first().values() if is_id(case) else None
    if found is None:
        raise NotFound(_("There is no such case."))
    return found


async def could_be_cleared(force: str) -> dict[str, str]:
    """The names of those who can be cleared, by their ids: the force's moderators and administrators."""
    people = Person.filter(force_id=force, role__in=list(MODERATORS - {None}), suspended_at=None, closed_at=None)
    return {str(id_): str(name) for id_, name in await people.order_by("name").values_list("id", "name")}


async def may_read_case(viewer: Viewer, case_id: str) -> bool:
    """Whether they may read what this case holds: moderators and administrators of its force who were cleared for it.

    Also after its end: what it held is no less what it was.
    """
    return case_id in await cases_read_by(viewer)


async def cases_read_by(viewer: Viewer) -> set[str]:
    """The ids of the cases that they are cleared for."""
    if viewer.id is None or viewer.force is None or viewer.role not in MODERATORS:
        return set()
    return {str(row["case_id"]) for row in await _CLEARED.rows(viewer.id, viewer.force)}
