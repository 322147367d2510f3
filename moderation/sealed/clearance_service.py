"""Clearing moderators for a case, so that they read what it holds, and ending that."""

from collections.abc import Mapping

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed import store
from moderation.sealed.policy import access_case, check_may_seal, could_be_cleared


async def people_to_clear(viewer: Viewer) -> Mapping[str, str]:
    """The names of those whom this administrator can clear, by their ids: nobody clears themselves."""
    force = check_may_seal(viewer)
    return {id_: name for id_, name in (await could_be_cleared(force)).items() if id_ != viewer.id}


async def clear(viewer: Viewer, case: str, person: str) -> None:
    """Let somebody read what a case holds. Raises NotFound, NotAllowed (oneself), Invalid (no moderator), Conflict."""
    row = await access_case(viewer, case)
    if person == viewer.id:
        raise NotAllowed(_("Nobody clears themselves. Ask another administrator."))
    if person not in await could_be_cleared(row["force_id"]):
        raise Invalid.at("person", _("Choose a moderator or administrator of your force."))

    async def work() -> None:
        if not await store.add_clearance(case, person, str(viewer.id)):
            raise Conflict(_("They are cleared for it already."))
        await add_entry(
            act="case.clear", actor=viewer, subject_type="person", subject_id=person, details={"case": case}
        )

    await atomic(work)


async def end_clearance(viewer: Viewer, case: str, person: str) -> None:
    """End it, at once for what they ask for next. Raises NotFound."""
    await access_case(viewer, case)

    async def work() -> None:
        if not await store.end_clearance(case, person, str(viewer.id)):
            raise NotFound(_("They are not cleared for it."))
        await add_entry(
            act="case.unclear", actor=viewer, subject_type="person", subject_id=person, details={"case": case}
        )

    await atomic(work)
