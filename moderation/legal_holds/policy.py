"""Who may have words kept, and which people are of their force by the record."""

from accounts.models import Person
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import ENROLLED, Role, Viewer


def check_may_hold(viewer: Viewer) -> str:
    """The force whose words an administrator may have kept; raises NotAllowed for everybody else."""
    if viewer.role is not Role.ADMINISTRATOR or viewer.force is None:
        raise NotAllowed(_("Only an administrator of the force can do this."))
    return viewer.force


async def serves_or_lives_in(person: str, force: str) -> bool | None:
    """Whether somebody is staff of a force, or gave a neighbourhood of it as theirs; None for an id of nobody."""
    rows = await Person.filter(id=person).values("role", "force_id", "neighbourhood__force_id")
    for row in rows:
        return bool((row["force_id"] if row["role"] in ENROLLED else row["neighbourhood__force_id"]) == force)
    return None
