"""Taking a slip back: it counts no more, and whoever held it may vote otherwise. In one act: nobody has both."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots import roll_store
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.on_the_roll import key_of_the_roll
from priorities.ballots.paper import store
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.ballots.paper.slips import access_held_slip
from priorities.ballots.paper.states import SlipState
from priorities.ballots.roll import Neighbour, roll_mark

_Mark = Callable[[str | None], Awaitable[str]]
"""What stands for somebody on the list, under the round’s key or None."""


async def take_back_from_account(app: web.Application, viewer: Viewer, round_id: str, serial: int, person: str) -> None:
    """Take back the slip of somebody with an account: spoiled, and they are off the list.

    Raises NotFound (no such slip, or they were given none), NotAllowed, Conflict (closed; counted, or nobody’s slip).
    """

    async def mark(_key: str | None) -> str:
        if not is_id(person):
            raise _given_none("person")
        return person

    await _take_back(app, viewer, round_id, serial, "person", mark)


async def take_back_by_name(
    app: web.Application, viewer: Viewer, round_id: str, serial: int, neighbour: Neighbour
) -> None:
    """The same of somebody without one, by name and address."""

    async def mark(key: str | None) -> str:
        return roll_mark(await key_of_the_roll(round_id, key), neighbour)

    await _take_back(app, viewer, round_id, serial, "name", mark)


async def _take_back(app: web.Application, viewer: Viewer, round_id: str, serial: int, field: str, mark: _Mark) -> None:
    await access_round_on_paper(viewer, round_id)

    async def work() -> None:
        held = await hold_open_vote(round_id, app[SETTINGS].time_zone)
        # The slip first: without one in hand nobody is told who was given any.
        slip = await access_held_slip(round_id, serial)
        if not await roll_store.remove_holder_of_a_slip(round_id, await mark(held["key"])):
            raise _given_none(field)
        await store.set_readings(slip["id"], [])
        await store.set_slip(slip["id"], state=SlipState.SPOILED, tier="")
        # Without the person: the slip is named, so that whoever brings it all the same can be told what became of it.
        await add_entry(act="slip.return", actor=viewer, subject_type="round", subject_id=round_id,
                        details={"serial": serial})  # fmt: skip

    await atomic(work)


def _given_none(field: str) -> NotFound:
    return NotFound.at(field, _("They were not given a slip in this round."))
