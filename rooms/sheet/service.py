"""The verbs of the printed sheet: what stands on it, and entering what was ticked."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid, NotFound
from foundation.language import _
from foundation.permissions import READER, Viewer
from rooms.models import RoomKind, Status
from rooms.paper import store as paper
from rooms.paper.counts import counts
from rooms.policy import access_room, access_room_to_moderate
from rooms.polls.service import tell_counts
from rooms.questions.votes_service import tell_votes
from rooms.sheet.contents import enterable, printable
from rooms.standing import Standing
from rooms.surgeries.cards import card
from rooms.surgeries.service import access_surgery
from rooms.writing import Change, write

JSON = dict[str, Any]
MOST = 9999
"""Ticks in one box: nobody prints more sheets for one meeting."""
_TAKES_NONE = frozenset({Status.SCHEDULED, Status.CANCELLED})


async def sheet_to_print(surgery_id: str) -> JSON:
    """`surgery` (its card), `questions` and `polls`; anybody may print it. Raises NotFound."""
    standing = await access_room(READER, surgery_id)
    _check_has_sheet(standing)
    return {"surgery": await card(await access_surgery(surgery_id)), **await printable(surgery_id)}


async def sheet_to_enter(viewer: Viewer, surgery_id: str) -> JSON:
    """The same for the room's staff, with every box and its count. Raises NotFound, NotAllowed."""
    standing = await access_room_to_moderate(viewer, surgery_id)
    _check_has_sheet(standing)
    return {"surgery": await card(await access_surgery(surgery_id)), **await enterable(surgery_id)}


async def enter_counts(
    app: web.Application, viewer: Viewer, surgery_id: str, given: Mapping[str, tuple[int, int]]
) -> int:
    """Set how many ticked each box: `{field: (what it said before, what it is to say)}`; gives how many changed.

    By the room's staff, also once the surgery is closed. Raises NotAllowed, NotFound, Invalid (a number), Conflict
    (somebody else changed the same box meanwhile).
    """
    standing = await access_room_to_moderate(viewer, surgery_id)
    _check_has_sheet(standing)
    if standing.room["status"] in _TAKES_NONE:
        raise Conflict(_("This meeting has not begun, so no sheets can have been handed in."))
    wanted = {field: (was, now) for field, (was, now) in given.items() if was != now}
    for field, (_was, now) in wanted.items():
        if not 0 <= now <= MOST:
            raise Invalid.at(field, _("Give a whole number from 0 to %(most)s.", most=MOST))
    return await write(app, surgery_id, partial(_enter, viewer, surgery_id, wanted))


async def _enter(viewer: Viewer, surgery_id: str, wanted: Mapping[str, tuple[int, int]]) -> Change[int]:
    contents = await enterable(surgery_id)
    kinds = {"question": contents["questions"], "poll": contents["polls"]}
    kinds_of = {box["field"]: (kind, each["id"]) for kind in kinds for each in kinds[kind] for box in each["boxes"]}
    for field, (was, now) in wanted.items():
        if field not in kinds_of:
            raise NotFound(_("A question or poll on this page is not there any more. Load the page again."))
        subject, option = kinds_of[field], int(field.partition(".")[2])
        subject_id = subject[1]
        before = (await counts([subject_id])).get(subject_id, {}).get(option, 0)
        if before != was:
            sentence = _("Somebody else changed this number to %(n)s meanwhile. Check it, then save again.", n=before)
            raise Conflict.at(field, sentence)
        await paper.set_count(surgery_id, subject, option, now, str(viewer.id))
        await _audit(viewer, surgery_id, {"subject": subject_id, "option": option, "before": was, "count": now})
    return Change(len(wanted), tell=[partial(_told, surgery_id, [kinds_of[field] for field in wanted])])


async def _told(surgery_id: str, subjects: Sequence[tuple[str, str]], app: web.Application) -> None:
    """The numbers on everybody's screen follow."""
    for subject_type, subject_id in subjects:
        if subject_type == "poll":
            await tell_counts(app, surgery_id, subject_id)
    questions = [subject_id for subject_type, subject_id in subjects if subject_type == "question"]
    if questions:
        tell_votes(app, surgery_id, *questions)


async def _audit(viewer: Viewer, surgery_id: str, details: JSON) -> None:
    await add_entry(act="sheet.enter", actor=viewer, subject_type="surgery", subject_id=surgery_id, details=details)


def _check_has_sheet(standing: Standing) -> None:
    if standing.room["kind"] != RoomKind.SURGERY:
        raise NotFound(_("There is no sheet for this."))
