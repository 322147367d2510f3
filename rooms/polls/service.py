"""Holding a poll: opened, voted in, closed into the log, or taken back."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Closed, Conflict, Invalid, NotFound
from foundation.ids import is_id, new_id
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from rooms.log import Row, append
from rooms.polls import broadcast, store
from rooms.polls.drafts import PollDraft, check_poll
from rooms.polls.models import PollState
from rooms.polls.policy import access_room_to_poll, access_room_to_vote, may_vote
from rooms.polls.tallies import tallied
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]


async def open_poll(app: web.Application, viewer: Viewer, room_id: str, draft: PollDraft) -> JSON:
    """Ask an open room something; gives `{id, seq}`. Raises NotAllowed, Closed, Invalid, Conflict (one is open)."""
    standing = await access_room_to_poll(viewer, room_id)
    poll = check_poll(draft)
    await check_unsealed(app, standing.room["force_id"], poll.question, *poll.options, field="question")

    poll_id = new_id()

    async def work() -> Change[JSON]:
        row = await append(room_id, "poll_opened", subject_id=poll_id, words=True)
        # Asked under the room's lock, so that two of the staff don't both.
        if await store.open_polls_in(room_id):
            raise Conflict(_("A poll is open in this room. Close it before you open another."))
        await store.add_poll(poll_id, room_id, poll.question, list(poll.options), str(viewer.id))
        await _audit(viewer, "poll.open", poll_id)
        return Change({"id": poll_id, "seq": row.seq}, rows=[row])

    return await write(app, room_id, work)


async def vote(app: web.Application, viewer: Viewer, room_id: str, poll_id: str, option: int) -> JSON:
    """Pick an option, or another one, until the close; gives `{option}`. The last pick counts.

    Raises NotSignedIn, NotAllowed, Closed, NotFound, Invalid, TooFast.
    """
    await access_room_to_vote(viewer, room_id)
    poll = await _access_poll(room_id, poll_id)
    if not 0 <= option < len(poll["options"]):
        raise Invalid.at("option", _("Choose one of the options."))

    await app[LIMITS].check("vote", str(viewer.id))

    async def work() -> Change[JSON]:
        if not await store.set_vote(poll_id, str(viewer.id), option):
            raise Closed(_("This poll has closed."))
        return Change({"option": option}, tell=[lambda app: broadcast.votes_counted(app, room_id, poll)])

    return await write(app, room_id, work)


async def close_poll(app: web.Application, viewer: Viewer, room_id: str, poll_id: str) -> int:
    """End a poll: its result stands in the log. Gives `seq`. Raises NotAllowed, NotFound, Conflict."""
    return await _end(app, viewer, room_id, poll_id, PollState.CLOSED)


async def withdraw_poll(app: web.Application, viewer: Viewer, room_id: str, poll_id: str) -> int:
    """Take a poll back, also after its close: its words and numbers are gone everywhere. Gives `seq`."""
    return await _end(app, viewer, room_id, poll_id, PollState.WITHDRAWN)


async def close_polls_of(room_id: str) -> list[Row]:
    """End what is open in a room that closes, inside its transaction; gives the log's new entries."""
    ids = [poll_id for poll_id in await store.open_polls_in(room_id) if await store.end_poll(poll_id, PollState.CLOSED)]
    return [await append(room_id, "poll_closed", subject_id=poll_id) for poll_id in ids]


async def tell_counts(app: web.Application, room_id: str, poll_id: str) -> None:
    """A poll's numbers are others now, by a vote or by a sheet of paper: to everybody in the room."""
    await broadcast.votes_counted(app, room_id, await _access_poll(room_id, poll_id))


async def polls_of(room_id: str) -> list[JSON]:
    """A room's polls as screens get them, newest first."""
    return await tallied(await store.polls_in(room_id))


async def poll_part(_app: web.Application, standing: Standing) -> JSON:
    """For the room's page: `polls`, newest first, each with the viewer's own `mine` (null: none), and `may_vote`."""
    return {"polls": await _polls_for(standing), "may_vote": may_vote(standing)}


async def poll_at_entry(_app: web.Application, standing: Standing) -> JSON:
    """For who enters live: the same `polls`."""
    return {"polls": await _polls_for(standing)}


async def _polls_for(standing: Standing) -> list[JSON]:
    if standing.is_booth:
        return []
    polls = await polls_of(standing.room_id)
    ids = [poll["id"] for poll in polls]
    mine = await store.votes_of(standing.viewer.id, ids) if standing.viewer.id and ids else {}
    return [poll | {"mine": mine.get(poll["id"])} for poll in polls]


async def _end(app: web.Application, viewer: Viewer, room_id: str, poll_id: str, state: PollState) -> int:
    await access_room_to_poll(viewer, room_id)
    await _access_poll(room_id, poll_id)

    async def work() -> Change[int]:
        row = await append(room_id, f"poll_{state}", subject_id=poll_id)
        if not await store.end_poll(poll_id, state):
            raise Conflict(_("This poll has ended already."))
        await _audit(viewer, "poll.close" if state is PollState.CLOSED else "poll.withdraw", poll_id)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)


async def _access_poll(room_id: str, poll_id: str) -> JSON:
    poll = await store.find_poll(room_id, poll_id) if is_id(poll_id) else None
    if poll is None or poll["state"] == PollState.WITHDRAWN:
        raise NotFound(_("There is no such poll in this room, or it was taken back."))
    return poll


async def _audit(viewer: Viewer, act: str, poll_id: str) -> None:
    await add_entry(act=act, actor=viewer, subject_type="poll", subject_id=poll_id)
