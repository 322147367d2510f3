"""What is written down about enrolments, and claiming the one decision on each."""

from accounts.staffing import store
from accounts.staffing.models import Enrolment
from accounts.staffing.wanted import Wanted
from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer


async def claim(row: Enrolment, viewer: Viewer, *, refused: bool) -> None:
    """Decide on what waits, once; inside a transaction. Raises Conflict where another was first."""
    if not await store.set_decided(row.id, str(viewer.id), refused=refused):
        raise Conflict(_("This has been decided already. Look at the list of staff."))


async def write_down(act: str, viewer: Viewer, enrolment: str, wanted: Wanted, reason: str = "") -> None:
    """An entry of the audit about an enrolment: names, addresses and numbers stand apart."""
    post = wanted.post
    details: dict[str, object] = {
        "role": str(post.role), "scope": str(post.scope), "neighbourhoods": list(post.places), "force": post.force,
    }  # fmt: skip
    personal: dict[str, object] = {
        "name": wanted.name, "email": wanted.email, **wanted.record(),
    }  # fmt: skip
    await add_entry(
        act=act,
        actor=viewer,
        subject_type="enrolment",
        subject_id=enrolment,
        reason=reason,
        details=details | ({"person": wanted.person} if wanted.person else {}),
        personal=personal,
    )
