"""Who decides, who is asked when something is passed on, and who reads a decision."""

from typing import Any

from accounts.models import Person
from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import MODERATORS, STAFF, Role, Viewer
from moderation.content import Content
from moderation.models import Decision
from moderation.policy import check_moderates

JSON = dict[str, Any]


def decides_in(viewer: Viewer, force: str | None, neighbourhood: str | None) -> bool:
    """Whether somebody moderates there: what belongs to no neighbourhood is for who serves the whole force."""
    if viewer.role not in MODERATORS or force is None or viewer.force != force:
        return False
    return viewer.whole_force or (neighbourhood is not None and viewer.serves(force, neighbourhood))


async def access_decision(viewer: Viewer, decision: str) -> JSON:
    """A decision that somebody may undo: one of where they moderate, or that they took as a host, and not on their own
    words. Raises NotFound and NotAllowed.
    """
    row: JSON | None = await Decision.filter(id=decision).first().values()
    if row is None or not _is_hosts_own(viewer, row):
        check_moderates(viewer)
        if row is None or not decides_in(viewer, row["force_id"], row["neighbourhood_id"]):
            raise NotFound(_("There is no such decision."))
    if row["author_id"] == viewer.id:
        raise NotAllowed(_("This is about your own words: somebody else must decide about them."))
    return row


def _is_hosts_own(viewer: Viewer, decision: JSON) -> bool:
    """Whether somebody who holds rooms decided this in one, and still serves there."""
    served = viewer.serves(decision["force_id"] or "", decision["neighbourhood_id"] or "")
    return viewer.role is Role.OFFICER and decision["actor_id"] == viewer.id and served


async def access_own_decision(viewer: Viewer, decision: str) -> JSON:
    """A decision about the viewer's own words; raises NotFound for everybody else's."""
    row: JSON | None = await Decision.filter(id=decision).first().values()
    if row is None or viewer.id is None or row["author_id"] != viewer.id:
        raise NotFound(_("There is no such decision about something of yours."))
    return row


async def safeguarding_of(force: str) -> list[str]:
    """Who answers for safeguarding in a force: its administrators."""
    serving = Person.filter(force_id=force, role=Role.ADMINISTRATOR, suspended_at=None, closed_at=None)
    return [str(id_) for id_ in await serving.values_list("id", flat=True)]


async def serves_force(person: str, content: Content) -> bool:
    """Whether somebody is staff of a thing's force today."""
    serving = Person.filter(id=person, force_id=content.force_id, suspended_at=None, closed_at=None)
    return await serving.filter(role__in=list(STAFF)).exists()


async def is_staff(person: str | None) -> bool:
    """Whether somebody is staff of any force: an administrator answers for them, and nobody silences them here."""
    return person is not None and await Person.filter(id=person, role__in=list(STAFF), closed_at=None).exists()
