"""Fetching a slip to do something with it."""

from typing import Any

from foundation.errors import Conflict, NotFound
from foundation.language import _
from priorities.ballots.paper import store
from priorities.ballots.paper.states import SlipState

JSON = dict[str, Any]


async def access_slip(round_id: str, serial: int, *states: SlipState) -> JSON:
    """A slip of a round in one of these states, locked. Raises NotFound, and Conflict with what it is instead."""
    found = await store.slip_to_change(round_id, serial) if 0 < serial < 2**31 else None
    if found is None:
        raise NotFound.at("serial", _("There is no slip %(serial)s in this round.", serial=serial))
    if found["state"] not in states:
        raise Conflict.at("serial", _refused(serial, SlipState(found["state"])))
    return found


async def access_held_slip(round_id: str, serial: int) -> JSON:
    """One that somebody holds who has no other for it: given out, or spoiled and not replaced yet. Locked. Raises as
    the above."""
    found = await access_slip(round_id, serial, SlipState.ISSUED, SlipState.SPOILED)
    if not found["tier"]:
        raise Conflict.at("serial", _("Slip %(serial)s was spoiled, and nobody holds it any more.", serial=serial))
    return found


def _refused(serial: int, state: SlipState) -> str:
    match state:
        case SlipState.PRINTED:
            return _("Slip %(serial)s was never given out, so it can’t be counted.", serial=serial)
        case SlipState.ISSUED:
            return _("Slip %(serial)s was given out already. Take another one.", serial=serial)
        case SlipState.COUNTED:
            return _("Slip %(serial)s was counted already. Each counts once.", serial=serial)
        case SlipState.SPOILED:
            return _("Slip %(serial)s was spoiled, and does not count.", serial=serial)
