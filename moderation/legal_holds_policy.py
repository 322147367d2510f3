"""Whose words an administrator may have kept: what was said in their force's rooms, and who belongs to it."""

import re
from typing import Any

from aiohttp import web

from accounts.models import Person
from foundation.errors import FieldError, Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import STAFF, Role, Viewer
from moderation.ports import FIND_WORDS, SPOKE_IN

JSON = dict[str, Any]
_ID = re.compile(r"(?:^|/|#m-)([0-9a-hjkmnp-tv-z]{16})$")


def check_may_hold(viewer: Viewer) -> None:
    """Raises NotAllowed for everybody but administrators."""
    if viewer.role is not Role.ADMINISTRATOR:
        raise NotAllowed(_("Only an administrator of the force can do this."))


async def access_subject(app: web.Application, viewer: Viewer, named: str, *, person: bool) -> str:
    """The id of the message that was named by its address or id, or (`person`) of who wrote it.

    A person may also be named by their own id. Raises Invalid for what is not of the viewer's force.
    """
    found = _ID.search(named.strip())
    message = await app[FIND_WORDS](found[1]) if found else None
    if message is not None and message["force"] == viewer.force:
        return str(message["author_id"] if person else message["id"])
    if found and person and message is None and await _is_ours(app, viewer, found[1]):
        return found[1]
    sentence = _("There is nothing of your force here by that address. Copy the link of the message’s time.")
    raise Invalid(sentence, fields=[FieldError("named", sentence)])


async def _is_ours(app: web.Application, viewer: Viewer, person: str) -> bool:
    row = await Person.filter(id=person).first().values("role", "force_id", "neighbourhood__force_id")
    if row is None or viewer.force is None:
        return False
    force = row["force_id"] if row["role"] in STAFF else row["neighbourhood__force_id"]
    return force == viewer.force or await app[SPOKE_IN](person, viewer.force)
