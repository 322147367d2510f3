"""Reading filled slips: two people type in what is on each, and where they read the same, it is a ballot."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from priorities.ballots import store as ballots
from priorities.ballots.casting_service import add_cast
from priorities.ballots.choices import Chosen, checked_choices
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.hours import check_vote_is_open
from priorities.ballots.paper import store
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.ballots.paper.readings import NOTHING, Reading, first_of, with_reading
from priorities.ballots.paper.slips import access_slip
from priorities.ballots.paper.states import Outcome, SlipState
from priorities.ballots.voters import slip_voter

JSON = dict[str, Any]


async def read_slip(app: web.Application, viewer: Viewer, round_id: str, serial: int, chosen: Chosen | None) -> Outcome:
    """Write down what somebody read on a slip; None where it holds no ballot: empty, too many marks, not to be read.

    The second who reads the same makes it a ballot. Of two that differ neither counts, until one more look by somebody
    else than who read it before agrees with one. Raises NotFound, NotAllowed, Invalid (the choices), Conflict (the vote
    is closed; a slip that was not given out, or that was counted or spoiled already).
    """
    row = await access_round_on_paper(viewer, round_id)
    check_vote_is_open(row, app[SETTINGS].time_zone)
    said = NOTHING if chosen is None else checked_choices(row, await ballots.option_ids(round_id), chosen)
    return await atomic(lambda: _read(app, viewer, round_id, serial, Reading(str(viewer.id), said)))


async def _read(app: web.Application, viewer: Viewer, round_id: str, serial: int, reading: Reading) -> Outcome:
    await hold_open_vote(round_id, app[SETTINGS].time_zone)
    slip = await access_slip(round_id, serial, SlipState.ISSUED)
    await add_entry(act="slip.read", actor=viewer, subject_type="round", subject_id=round_id,
                    details={"serial": serial})  # fmt: skip
    readings, agreed = with_reading(first_of(slip), reading)
    if not agreed:
        await store.set_readings(slip["id"], readings)
        return Outcome.DIFFERS if len(readings) > 1 else Outcome.WAITING
    await store.set_readings(slip["id"], [])
    if reading.said == NOTHING:
        await store.set_slip(slip["id"], state=SlipState.SPOILED)
        return Outcome.SPOILED
    await add_cast(app, slip_voter(serial, slip["tier"], slip["receipt"]), round_id, reading.said)
    await store.set_slip(slip["id"], state=SlipState.COUNTED)
    return Outcome.COUNTED
