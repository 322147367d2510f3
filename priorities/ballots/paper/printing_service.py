"""Printing slips: numbered from one on, each with its receipt on the tear-off. They are shown once."""

import secrets
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots import key_store as keys
from priorities.ballots import store as ballots
from priorities.ballots.holding import lock_open_vote
from priorities.ballots.paper import store
from priorities.ballots.paper.policy import access_round_to_print
from priorities.ballots.receipts import new_receipt

JSON = dict[str, Any]
MOST = 200
"""Slips at a time."""
_MOST_OF_A_ROUND = 20_000
_APART = 1000
_KEY_BYTES = 32


@dataclass(frozen=True)
class Printed:
    """Slips that were just made: their numbers, each with its receipt. `round` is the round’s row."""

    round: JSON
    slips: tuple[tuple[int, str], ...]


async def print_slips(app: web.Application, viewer: Viewer, round_id: str, count: int) -> Printed:
    """Make so many slips, 1 to 200. Raises NotFound, NotAllowed, ProofNeeded, Conflict (vote not open), Invalid."""
    zone = app[SETTINGS].time_zone
    await access_round_to_print(viewer, round_id, zone)
    if not 1 <= count <= MOST:
        raise Invalid.at("count", _("Enter a number from 1 to %(most)s.", most=MOST))

    async def work() -> Printed:
        row = await lock_open_vote(round_id, zone)
        last = await _last_number(round_id)
        if last + count > _MOST_OF_A_ROUND:
            raise Conflict(_("%(most)s slips are printed already: that is all a round can have.", most=last))
        slips = tuple((last + each, new_receipt()) for each in range(1, count + 1))
        await store.add_slips(round_id, slips)
        await add_entry(act="slip.print", actor=viewer, subject_type="round", subject_id=round_id,
                        details={"first": last + 1, "last": last + count})  # fmt: skip
        return Printed(row, slips)

    return await atomic(work)


async def _last_number(round_id: str) -> int:
    """The number after which this round’s next slips are numbered. After a restore from a backup nobody knows which
    numbers were printed since: those that come are a thousand higher at least, so that none is on paper twice.
    """
    last = await store.last_serial(round_id)
    held = await ballots.hold_vote(round_id)
    key = (held and held["key"]) or await ballots.add_key(round_id, secrets.token_hex(_KEY_BYTES))
    if not await keys.is_other_key(round_id, key):
        return last
    await keys.add_fingerprint(round_id, key)
    return (last // _APART + 2) * _APART
