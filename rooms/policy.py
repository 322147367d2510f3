"""Who may do what in a room. A room is fetched through these, so that the forgotten check can't happen."""

from typing import Any

from foundation import clock
from foundation.errors import Closed, KeptOut, NotAllowed, NotFound, NotSignedIn
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from foundation.queries import Query
from moderation.decisions.banned import STANDING, UNTIL
from moderation.modes import is_closed_to
from rooms.booth.models import Booth
from rooms.models import Mode, Restriction, RestrictionKind, RoomHost, RoomKind, Status
from rooms.standing import Standing
from rooms.surgeries.lobby import is_lobby, takes_questions_ahead

# Every message, event and page asks these two.
_ROOM = Query(
    """
    SELECT room.id, room.kind, room.force_id, room.neighbourhood_id, room.status, room.mode, room.mode_seconds,
           room.answering, COALESCE(surgery.online, TRUE) AS online, surgery.starts_at
    FROM room LEFT JOIN surgery ON surgery.id = room.id WHERE room.id = ?
    """,
    moments=("starts_at",),
    truths=("online",),
)
_RESTRICTED = """
    SELECT id, room_id, person_id, kind, until, reason, "by", created_at, ended_at
    FROM room_restriction WHERE room_id = ? AND person_id = ? AND ended_at IS NULL
    UNION ALL
    SELECT ban.id, room.id, ban.person_id, 'remove',
    """
# Who is banned is removed from all of the force's rooms, but for booths: whoever asks for help is not sent away.
_BANNED = """
    , ban.reason, ban.proposed_by_id, ban.proposed_at, ban.ended_at
    FROM room JOIN ban ON ban.force_id = room.force_id
    WHERE room.id = ? AND room.kind <> 'booth' AND ban.person_id = ? AND
    """
_RESTRICTIONS = Query(_RESTRICTED + UNTIL + _BANNED + STANDING, moments=("until", "created_at", "ended_at"))


async def access_room(viewer: Viewer, room_id: str, *, logs: bool = False) -> Standing:
    """The room, for reading its log: anybody may, in every status; a booth's parties only. Raises NotFound.

    `logs`: also a running log's, in which nothing is done but reading.
    """
    found = await _ROOM.rows(room_id) if is_id(room_id) else []
    if not found:
        raise NotFound(_("There is no such room."))
    [room] = found
    if room["kind"] == RoomKind.LOG and not logs:
        raise NotFound(_("There is no such room. A running log is for reading."))
    held = _could_hold(viewer, room) and await RoomHost.filter(room_id=room_id, person_id=viewer.id).exists()
    restrictions = await _restrictions(room_id, viewer) if viewer.signed_in else {}
    standing = Standing(
        viewer=viewer,
        room=room,
        is_host=held and viewer.role == Role.OFFICER,
        is_guest_host=held and viewer.role == Role.PARTNER,
        removed=restrictions.get(RestrictionKind.REMOVE),
        silenced=restrictions.get(RestrictionKind.SILENCE),
    )
    if standing.is_booth and not await _is_party(standing):
        raise NotFound(_("There is no such room."))
    return standing


def _could_hold(viewer: Viewer, room: dict[str, Any]) -> bool:
    """Whoever serves elsewhere by now, or nowhere, holds nothing here, whatever they once scheduled."""
    if viewer.role == Role.PARTNER:
        return viewer.is_guest_in(room["force_id"], room["neighbourhood_id"])
    return viewer.role == Role.OFFICER and viewer.serves(room["force_id"], room["neighbourhood_id"])


async def _is_party(standing: Standing) -> bool:
    """Whether a booth is this viewer's, until its words are erased: its officers', or its resident's.

    Who has left by the quick exit is shown nothing until they ask for it.
    """
    rows = await Booth.filter(id=standing.room_id, purged_at=None).values("resident_id", "left_at")
    if not rows or not standing.viewer.signed_in:
        return False
    return standing.is_host or (rows[0]["resident_id"] == standing.viewer.id and rows[0]["left_at"] is None)


async def access_room_to_enter(viewer: Viewer, room_id: str, *, logs: bool = False) -> Standing:
    """The room, for following it live; raises NotAllowed for somebody removed. `logs`: see `access_room`."""
    standing = await access_room(viewer, room_id, logs=logs)
    if standing.removed:
        sentence = _("You were removed from this room. The reason given was: %(reason)s")
        raise KeptOut(sentence % {"reason": standing.removed.reason}, until=standing.removed.until)
    return standing


async def access_room_to_flag(viewer: Viewer, room_id: str) -> Standing:
    """The room, for pointing moderators to something in it. A booth has none, and a flag would tell them of it."""
    standing = await access_room_to_enter(viewer, room_id)
    _check_public(standing)
    return standing


async def access_room_to_post(viewer: Viewer, room_id: str, *, asking: bool = False, ahead: bool = False) -> Standing:
    """The room, for saying something in it, or for `asking`, which its lobby takes as well.

    `ahead`: it is a question that comes from elsewhere, and is taken from the day that the surgery is planned.

    Raises NotAllowed (with `until`) or Closed.
    """
    standing = await access_room_to_enter(viewer, room_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to take part."))
    early = is_lobby(standing.room) or (ahead and takes_questions_ahead(standing.room))
    if not (asking and early and standing.room["mode"] != Mode.LOCKED):
        check_open_to_words(standing)
    if standing.silenced:
        sentence = _("You can’t write in this room for now. The reason given was: %(reason)s")
        raise NotAllowed(sentence % {"reason": standing.silenced.reason}, until=standing.silenced.until)
    return standing


async def access_room_to_host(viewer: Viewer, room_id: str) -> Standing:
    """The room, for holding it; raises NotAllowed for everybody but its hosts. A booth has acts of its own."""
    standing = await access_room(viewer, room_id)
    _check_public(standing)
    if not standing.is_host:
        raise NotAllowed(_("Only a host of this surgery can do this."))
    return standing


async def access_room_to_speak(viewer: Viewer, room_id: str) -> Standing:
    """The room, for answering in its name; raises NotAllowed for everybody but its hosts and guest hosts."""
    standing = await access_room(viewer, room_id)
    _check_public(standing)
    if not standing.speaks:
        raise NotAllowed(_("Only a host of this surgery can do this."))
    return standing


async def access_room_to_moderate(viewer: Viewer, room_id: str) -> Standing:
    """The room, for deciding about words and people in it; raises NotAllowed for all but its staff.

    Nobody moderates a booth: what a person tells an officer alone is not the officer's to take away.
    """
    standing = await access_room(viewer, room_id)
    _check_public(standing)
    if not standing.is_staff:
        raise NotAllowed(_("Only the hosts of this surgery and the moderators of this neighbourhood can do this."))
    return standing


def _check_public(standing: Standing) -> None:
    if standing.is_booth:
        raise NotFound(_("There is no such room."))


def check_open_to_words(standing: Standing) -> None:
    """Raises Closed where the room takes no words, or only its staff's."""
    if standing.is_booth and not standing.is_open:
        raise Closed(_("This conversation has ended."))
    sentences = {
        Status.SCHEDULED: _("This surgery has not opened yet."),
        Status.CLOSED: _("This surgery is closed. You can read what was said."),
        Status.CANCELLED: _("This surgery was cancelled."),
    }
    if not standing.room["online"]:
        raise Closed(_("This meeting takes place in person. Nothing is written here."))
    if not standing.is_open:
        raise Closed(sentences[Status(standing.room["status"])])
    if is_closed_to(standing.room["mode"], is_staff=standing.is_staff or standing.speaks):
        raise Closed(_("The host has paused the conversation. You can go on reading."))


async def _restrictions(room_id: str, viewer: Viewer) -> dict[str, Restriction]:
    now = clock.now()
    rows = [Restriction(**row) for row in await _RESTRICTIONS.rows(room_id, viewer.id, room_id, viewer.id)]
    standing = [row for row in rows if row.until is None or row.until > now]
    # Of two of a kind the one that ends last says until when.
    return {row.kind: row for row in sorted(standing, key=lambda row: (row.until is None, row.until or now))}
