"""Every query and insert about polls."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from rooms.polls.models import Poll, PollState, PollVote

JSON = dict[str, Any]
_COLUMNS = ("id", "room_id", "question", "options", "state", "opened_at", "closed_at")

# SQLite has one writer, and no words for a lock: this changes nothing, and is one on both.
_LOCK_ROOM = Query("UPDATE room SET last_seq = last_seq WHERE id = (SELECT room_id FROM poll WHERE id = ?)")
_SET_VOTE = Query(
    """
    INSERT INTO poll_vote (id, poll_id, person_id, option, voted_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (poll_id, person_id) DO UPDATE SET option = excluded.option, voted_at = excluded.voted_at
    """
)
_COUNTED = Query('SELECT poll_id, "option", COUNT(*) AS n FROM poll_vote WHERE poll_id IN ? GROUP BY poll_id, "option"')


async def add_poll(poll_id: str, room_id: str, question: str, options: list[str], by: str) -> None:
    """Insert an open poll; raises IntegrityError where one is open in the room."""
    await Poll.create(
        id=poll_id, room_id=room_id, open_in=room_id, question=question, options=options, opened_by=by,
        opened_at=clock.now(),
    )  # fmt: skip


async def find_poll(room_id: str, poll_id: str) -> JSON | None:
    found = await Poll.filter(id=poll_id, room_id=room_id).values(*_COLUMNS)
    return found[0] if found else None


async def polls_by_id(ids: Collection[str]) -> list[JSON]:
    return list(await Poll.filter(id__in=list(ids)).values(*_COLUMNS))


async def polls_in(room_id: str) -> list[JSON]:
    """All of a room, newest first, without those that were taken back."""
    shown = Poll.filter(room_id=room_id).exclude(state=PollState.WITHDRAWN)
    return list(await shown.order_by("-id").values(*_COLUMNS))


async def open_polls_in(room_id: str) -> list[str]:
    """The id of the open one, if there is one."""
    return [str(id_) for id_ in await Poll.filter(open_in=room_id).values_list("id", flat=True)]


async def end_poll(poll_id: str, state: PollState) -> bool:
    """Close an open poll, or take one back that is open or closed; False where it is neither any more."""
    before = [PollState.OPEN] if state is PollState.CLOSED else [PollState.OPEN, PollState.CLOSED]
    ended = {"closed_at": clock.now()} if state is PollState.CLOSED else {}
    return bool(await Poll.filter(id=poll_id, state__in=before).update(state=state, open_in=None, **ended))


async def set_vote(poll_id: str, person_id: str, option: int) -> bool:
    """Write down or change somebody's pick; False where the poll is not open any more.

    The room's row is locked first, as the close does by its entry in the log: no vote is counted after a close that was
    told, and no two transactions wait for each other.
    """
    await _LOCK_ROOM.rows(poll_id)
    if not await Poll.exists(id=poll_id, state=PollState.OPEN):
        return False
    await _SET_VOTE.rows(new_id(), poll_id, person_id, option, clock.now())
    return True


async def votes_of(person_id: str, polls: Collection[str]) -> dict[str, int]:
    """What somebody picked, by the poll's id."""
    theirs = PollVote.filter(person_id=person_id, poll_id__in=list(polls))
    return {str(poll): int(str(option)) for poll, option in await theirs.values_list("poll_id", "option")}


async def counted(polls: Collection[str]) -> dict[str, dict[int, int]]:
    """How many picked each option live, by the poll's id and the option's index."""
    counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for row in await _COUNTED.rows(list(polls)) if polls else ():
        counts[row["poll_id"]][row["option"]] = row["n"]
    return counts
