"""Giving a slip to somebody, against the list of who has voted. Which slip somebody was given is written nowhere."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from accounts.neighbours import names_taken, resident_of, residents_named
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.service import find_by_postcode
from priorities.ballots import store as ballots
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.ladder import AT_THE_DOOR, tiers_that_vote
from priorities.ballots.moved_house import has_voted_elsewhere
from priorities.ballots.on_the_roll import already_on_the_list, key_of_the_roll
from priorities.ballots.paper import store
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.ballots.paper.slips import access_slip
from priorities.ballots.paper.states import SlipState
from priorities.ballots.roll import Neighbour, roll_mark
from priorities.ballots.voters import How

JSON = dict[str, Any]


@dataclass(frozen=True)
class _Receiver:
    """Who gets a slip. `mark` gives what stands for them on the list, under the round’s key or None."""

    tier: str
    mark: Callable[[str | None], Awaitable[str]]


async def find_residents(viewer: Viewer, round_id: str, name: str) -> list[JSON]:
    """Residents with an account by a part of their name: `id`, `name`, `tier`. Raises NotFound, NotAllowed."""
    row = await access_round_on_paper(viewer, round_id)
    return await residents_named(row["neighbourhood_id"], name)


async def issue_to_account(app: web.Application, viewer: Viewer, round_id: str, serial: int, person: str) -> None:
    """Give a slip to a resident who has an account. From then on they vote by it, and not online.

    Raises NotFound, NotAllowed, Invalid (whose tier may not vote), Conflict (closed, on the list, slip not to be had).
    """
    row = await access_round_on_paper(viewer, round_id)
    resident = await resident_of(row["neighbourhood_id"], person) if is_id(person) else None
    if resident is None:
        raise NotFound.at("person", _("Nobody with this account lives in this neighbourhood."))
    if resident["tier"] not in tiers_that_vote(row):
        raise NotAllowed.at(
            "person",
            _("Their account may not vote in this round yet. First give them a code for residents, to confirm it."),
        )
    if await has_voted_elsewhere(resident["id"], row):
        raise already_on_the_list()

    async def mark(_key: str | None) -> str:
        return str(resident["id"])

    await _issue(app, viewer, row, serial, _Receiver(resident["tier"], mark))


async def issue_by_name(
    app: web.Application, viewer: Viewer, round_id: str, serial: int, neighbour: Neighbour, *, same_name: bool = False
) -> None:
    """Give a slip to somebody without an account, by name and address.

    `same_name`: they said that the account of this name is not theirs. Raises as `issue_to_account` does.
    """
    row = await access_round_on_paper(viewer, round_id)
    await check_lives_there(row, neighbour.postcode)
    if not same_name and await names_taken(row["neighbourhood_id"], [neighbour.name]):
        raise Invalid.at(
            "same_name",
            _("Somebody of this name has an account here. Ask if it is theirs: if so, give the slip to that account."),
        )

    async def mark(key: str | None) -> str:
        return roll_mark(await key_of_the_roll(row["id"], key), neighbour)

    await _issue(app, viewer, row, serial, _Receiver(AT_THE_DOOR, mark))


async def check_lives_there(row: JSON, postcode: str) -> None:
    """Raises Invalid for a postcode that is unknown, or of another neighbourhood than the round’s (its row)."""
    try:
        places = await find_by_postcode(postcode)
    except NotFound as unknown:
        raise Invalid.at("postcode", unknown.message) from None
    if row["neighbourhood_id"] not in {place.id for place in places}:
        raise Invalid.at("postcode", _("This postcode is not in the neighbourhood of this round."))


async def _issue(app: web.Application, viewer: Viewer, row: JSON, serial: int, receiver: _Receiver) -> None:
    """One transaction: the slip is given out exactly when its receiver is written on the list."""
    zone = app[SETTINGS].time_zone

    async def work() -> None:
        held = await hold_open_vote(row["id"], zone)
        slip = await access_slip(row["id"], serial, SlipState.PRINTED)
        voter = await receiver.mark(held["key"])
        if not await ballots.add_voted(row["id"], voter, How.SLIP, clock.today_in(zone)):
            raise already_on_the_list()
        await store.set_slip(slip["id"], state=SlipState.ISSUED, tier=receiver.tier)
        # Neither the number nor the receiver: with the hour of this entry they would lead from one to the other.
        await add_entry(act="slip.issue", actor=viewer, subject_type="round", subject_id=row["id"])

    await atomic(work)
