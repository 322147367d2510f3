"""Who may flag, and who may keep somebody from it."""

from tortoise.expressions import Q

from foundation.errors import NotAllowed, NotFound, NotSignedIn
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer
from moderation.flags.models import FlaggerRecord
from moderation.items.models import ReviewItem
from moderation.models import Flag


def check_may_flag(viewer: Viewer) -> str:
    """The id of somebody who may flag: anybody with a name here, guests too. Raises NotSignedIn."""
    if viewer.id is None:
        raise NotSignedIn(_("Please sign in or join under a name first, so that we can ask you about it."))
    return viewer.id


async def access_flagger(viewer: Viewer, person: str) -> FlaggerRecord:
    """The record of somebody who flagged something in the viewer's force, to look at or to mute them; raises NotFound.

    Nobody decides about their own, nor learns here who flagged what they wrote themselves.
    """
    if viewer.role not in MODERATORS:
        raise NotAllowed(_("Only moderators can do this."))
    if not is_own_id(person):
        raise NotFound(_("This person has flagged nothing in your force."))
    items = [str(item) for item in await Flag.filter(person_id=person).values_list("item_id", flat=True) if item]
    here = ReviewItem.filter(
        Q(author_id=None) | ~Q(author_id=str(viewer.id)), id__in=items, force_id=viewer.force or ""
    )
    if person == viewer.id or not await here.exists():
        raise NotFound(_("This person has flagged nothing in your force."))
    found = await FlaggerRecord.get_or_none(person_id=person)
    return found or FlaggerRecord(person_id=person, upheld=0, refused=0)
