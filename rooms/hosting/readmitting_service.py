"""Letting people back whom a room's staff silenced or removed: a decision that takes the place of the earlier one."""

from collections.abc import Sequence

from aiohttp import web

from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content, Tell
from moderation.decisions.banning import is_banned
from moderation.decisions.recording import record
from moderation.decisions.ruling import Action, Ruling
from rooms.hosting import excluding_service, store
from rooms.hosting.conduct import conduct_of
from rooms.hosting.outranking import decisions_on_people, out_of_reach
from rooms.models import Restriction
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, write


async def readmit_person(app: web.Application, viewer: Viewer, room_id: str, person_id: str) -> None:
    """End every silence and removal of somebody in this room; by a host, all but what a moderator decided.

    Raises NotFound where nothing is in force, and NotAllowed where somebody else alone can end it.
    """
    await access_room_to_moderate(viewer, room_id)
    if not is_id(person_id):
        raise _nothing()
    content = await conduct_of(room_id, person_id)

    async def work() -> Change[None]:
        await store.hold_room(room_id)
        ended = await _ended(viewer, content)
        told = await _recorded(viewer, content, ended)
        return Change(None, tell=[*await excluding_service.let_back(room_id, person_id), *told])

    await write(app, room_id, work)


async def _ended(viewer: Viewer, content: Content) -> Sequence[Restriction]:
    standing = await store.restrictions_on(str(content.place_id), str(content.author_id))
    kept = await out_of_reach(viewer.role, standing)
    ended = [row for row in standing if row not in kept and await store.end_restriction(str(row.id))]
    if ended:
        return ended
    if kept:
        raise NotAllowed(_("A moderator decided this. A moderator can end it, or whoever hears an appeal against it."))
    if await is_banned(str(content.author_id), content.force_id):
        raise NotAllowed(_("This person is kept out of all of the force’s rooms. Only moderators can end that."))
    raise _nothing()


async def _recorded(viewer: Viewer, content: Content, ended: Sequence[Restriction]) -> Sequence[Tell]:
    """One decision for each: what kept them out for their words stands in all else, and they may still appeal."""
    known = await decisions_on_people(ended)
    tells: list[Tell] = []
    for row in ended:
        ruling = Ruling(Action.READMIT, supersedes=row.decision_id if row.decision_id in known else None)
        tells += (await record(viewer, content, ruling))[1]
    return tells


def _nothing() -> NotFound:
    return NotFound(_("This person is neither silenced nor removed here."))
