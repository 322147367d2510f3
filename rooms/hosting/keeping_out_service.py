"""Silencing and removing people in a room, by its staff.

Each is a decision as any other, written down in the same transaction: the person is told and may appeal.
"""

from collections.abc import Sequence
from dataclasses import replace

from aiohttp import web

from accounts.people import persons
from foundation.errors import Invalid, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import STAFF, Viewer
from moderation.content import Content, Line
from moderation.decisions.carrying_out import exclusion_of
from moderation.decisions.recording import record
from moderation.decisions.ruling import KEEPING_OUT, Action, Ruling
from moderation.decisions.why import Why, explained
from moderation.evidence.snapshot import LINES
from rooms.hosting import excluding_service, store
from rooms.hosting.conduct import conduct_of, context
from rooms.hosting.outranking import decision_replaced
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, write

_LONGEST = 7 * 24 * 3600


async def silence_person(app: web.Application, viewer: Viewer, room_id: str, person_id: str, why: Why) -> str:
    """Let somebody read but not write; gives the decision's id. Raises what `remove_person` does."""
    return await _keep_out(app, viewer, room_id, person_id, Action.SILENCE_PERSON, why)


async def remove_person(app: web.Application, viewer: Viewer, room_id: str, person_id: str, why: Why) -> str:
    """Put somebody out of the room; their live connections to it end at once. Gives the decision's id.

    Raises NotFound, NotAllowed (staff), Invalid, and Conflict where a moderator keeps them out for as long already.
    """
    return await _keep_out(app, viewer, room_id, person_id, Action.REMOVE_PERSON, why)


async def _keep_out(
    app: web.Application, viewer: Viewer, room_id: str, person_id: str, action: Action, why: Why
) -> str:
    await access_room_to_moderate(viewer, room_id)
    await _check_person(person_id)
    content = await conduct_of(room_id, person_id)
    ruling = await _ruling(app, content, action, why)
    lines = await context(content, LINES)
    return await write(app, room_id, lambda: _kept_out(viewer, content, ruling, lines))


async def _check_person(person_id: str) -> None:
    person = (await persons({person_id})).get(person_id) if is_id(person_id) else None
    if person is None:
        raise NotFound(_("There is no such person."))
    if person["role"] in STAFF:
        raise NotAllowed(_("Officers and moderators can’t be silenced or removed here. Ask an administrator."))


async def _ruling(app: web.Application, content: Content, action: Action, why: Why) -> Ruling:
    why = await explained(app, content.force_id, why)
    if why.seconds is not None and not 1 <= why.seconds <= _LONGEST:
        raise Invalid.at("seconds", _("Choose between 1 second and 7 days."))
    return Ruling(action, why.clause, why.reason, seconds=why.seconds)


async def _kept_out(viewer: Viewer, content: Content, ruling: Ruling, lines: Sequence[Line]) -> Change[str]:
    room_id, person_id = str(content.place_id), str(content.author_id)
    await store.hold_room(room_id)
    before = await decision_replaced(viewer.role, room_id, person_id, KEEPING_OUT[ruling.action])
    decision, told = await record(viewer, content, replace(ruling, supersedes=before), lines)
    exclusion = exclusion_of(decision)
    excluded = await excluding_service.exclude(room_id, person_id, exclusion) if exclusion else []
    return Change(str(decision["id"]), tell=[*excluded, *told])
