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
