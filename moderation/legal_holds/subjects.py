"""What an administrator names to have it kept: a message by its address, or who wrote it."""

import re
from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from moderation.legal_holds.policy import serves_or_lives_in
from moderation.ports import FIND_WORDS, SPOKE_IN
from moderation.sealed.reading import Words, unreadable

_ID = re.compile(r"(?:^|/|#[mr]-)([0-9a-hjkmnp-tv-z]{16})$")


async def access_subject(app: web.Application, viewer: Viewer, force: str, named: str, *, person: bool) -> str:
    """The id of the message that was named by its address or id, or (`person`) of who wrote it.

    A person may also be named by their own id. Raises Invalid for what is not of the force, and for words
    that wait under a sealed case for which the viewer is not cleared: a hold would tell them whose they are.
    """
    found = _ID.search(named.strip())
    message = await app[FIND_WORDS](found[1]) if found else None
    if message is not None and message["force"] == force and not await _is_sealed(app, viewer, message):
        return str(message["author_id"] if person else message["id"])
    if found and person and message is None and await _is_of(app, force, found[1]):
        return found[1]
    raise Invalid.at("named", _("Nothing in your force has that address. Copy the link of the message’s time."))


async def _is_sealed(app: web.Application, viewer: Viewer, message: dict[str, Any]) -> bool:
    if message["private"] or message["state"] == "published":
        return False
    type_, id_ = message.get("target", ("message", message["id"]))
    words = Words(id_, message["revision"], message["body"])
    return bool(await unreadable(app, viewer, message["force"], type_, [words]))


async def author_of(app: web.Application, subject_type: str, subject_id: str) -> str:
    """Who is held, or wrote what is; empty for a message that is gone."""
    if subject_type == "person":
        return subject_id
    message = await app[FIND_WORDS](subject_id)
    return str(message["author_id"]) if message else ""


async def _is_of(app: web.Application, force: str, person: str) -> bool:
    """By the record, or because they spoke in a room of the force: guests, and those who have left."""
    known = await serves_or_lives_in(person, force)
    return known is not None and (known or await app[SPOKE_IN](person, force))
