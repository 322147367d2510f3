"""The audit: each act of weight is a row, inserted in the act's own transaction. Nothing edits or deletes rows."""

from foundation import clock
from foundation.audit.personal import add_personal
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.permissions import Viewer


async def add_entry(
    *,
    act: str,
    actor: Viewer,
    subject_type: str,
    subject_id: str,
    reason: str = "",
    details: dict[str, object] | None = None,
    personal: dict[str, object] | None = None,
) -> None:
    """Write down `act` ("message.hide") by `actor` on the subject. Call it inside the act's transaction.

    `reason` is what was given by the person who acted. `details` hold ids, enums and numbers and stay for good; what
    names a person (a name, an address, a device) goes into `personal`, which can be erased.
    """
    entry_id = new_id()
    await AuditEntry.create(
        id=entry_id,
        at=clock.now(),
        act=act,
        actor_id=actor.id,
        actor_role=actor.role,
        subject_type=subject_type,
        subject_id=subject_id,
        reason=reason,
        details=details or {},
        address=actor.address,
        personal=await add_personal(entry_id, personal) if personal else None,
    )
