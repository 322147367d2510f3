"""Who sees which forum, and who writes in which of its sections."""

from typing import Any

from accounts.models import Person
from accounts.people import tier_of
from forums.places.models import ForumKind, WhoPosts
from foundation.errors import Closed, NotAllowed, NotFound, NotSignedIn
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from foundation.queries import Query
from moderation.modes import is_closed_to

JSON = dict[str, Any]
_FORUM = Query(
    "SELECT id, key, kind, force_id, neighbourhood_id, mode, slow_seconds, created_at FROM forum WHERE id = ?",
    moments=("created_at",),
)
_TIERS = (WhoPosts.EMAIL, WhoPosts.POSTCODE, WhoPosts.CONFIRMED)


async def access_forum(viewer: Viewer, forum_id: str) -> JSON:
    """The row of a forum, for reading in it: anybody may, but in that of a force's staff. Raises NotFound."""
    found = await _FORUM.rows(forum_id) if is_id(forum_id) else []
    if not found or not may_see(viewer, found[0]):
        raise NotFound(_("There is no such forum."))
    return found[0]


def may_see(viewer: Viewer, forum: JSON) -> bool:
    """Whether a viewer finds this forum at all: what belongs to a force's staff, only they."""
    return forum["kind"] != ForumKind.STAFF or (viewer.is_staff and viewer.force == forum["force_id"])


def serves_forum(viewer: Viewer, forum: JSON) -> bool:
    """Whether somebody is of its staff: they serve its neighbourhood, or are of its force where it is for all of it."""
    if forum["kind"] == ForumKind.NEIGHBOURHOOD:
        return viewer.serves(forum["force_id"], forum["neighbourhood_id"])
    return viewer.is_staff and viewer.force == forum["force_id"]


async def may_post(viewer: Viewer, forum: JSON, section: JSON) -> None:
    """Whether they may begin a topic in this section. Raises NotSignedIn, NotAllowed, Closed (archived, or locked).

    What guests write where they may waits for a moderator: that is screening's.
    """
    if section["archived_at"] is not None:
        raise Closed(_("This section takes no new topics any more. Choose another one."))
    await _check(viewer, forum, section, section["who_posts"])
    if is_closed_to(section["mode"] or forum["mode"], is_staff=serves_forum(viewer, forum)):
        raise Closed(_("This forum is closed for now. You can go on reading."))


async def may_reply(viewer: Viewer, forum: JSON, section: JSON) -> None:
    """Whether they may reply to a topic in this section. Raises NotSignedIn, NotAllowed."""
    await _check(viewer, forum, section, section["who_replies"])


def staff_only() -> NotAllowed:
    """What everybody else is told of a section that only the staff write in."""
    return NotAllowed(_("Only officers and staff write here. You can write in another section."))


async def _check(viewer: Viewer, forum: JSON, section: JSON, who: str) -> None:
    if viewer.id is None:
        raise NotSignedIn(_("Join under a name or sign in to take part."))
    if serves_forum(viewer, forum):
        return
    if who == WhoPosts.STAFF:
        raise staff_only()
    if viewer.role == Role.GUEST:
        _check_guest(section)
    elif viewer.role == Role.RESIDENT and who != WhoPosts.EMAIL:
        await _check_tier(viewer.id, WhoPosts(who))


def _check_guest(section: JSON) -> None:
    if not section["guests"]:
        raise NotAllowed(_("Guests can read here. To write, create an account: it takes a minute."))


async def _check_tier(person: str, who: WhoPosts) -> None:
    [row] = await Person.filter(id=person).values("role", "confirmed_at", "postcode_given_at")
    if _TIERS.index(WhoPosts(tier_of(row))) >= _TIERS.index(who):
        return
    if who is WhoPosts.POSTCODE:
        raise NotAllowed(
            _("This section is for people who have told us their postcode. You can do that on your account.")
        )
    raise NotAllowed(_("This section is for people whose address was confirmed. An officer can do that at a surgery."))
