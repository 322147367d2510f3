"""Taking a slip out: torn, filled wrongly, handed back. Whoever held it may get another one in its place."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import FieldError, Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.paper import store
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.ballots.paper.slips import access_held_slip, access_slip
from priorities.ballots.paper.states import SlipState

JSON = dict[str, Any]
LONGEST_REASON = 500


async def spoil_slip(
    app: web.Application, viewer: Viewer, round_id: str, serial: int, reason: str, replacement: int | None = None
) -> None:
    """Let a slip count no more, and give another one (`replacement`) to who held it: nobody asks who that is. Also for
    one that was spoiled before, as empty ones are by who reads them; once.

    Raises NotFound, NotAllowed, Invalid, Conflict (the vote is closed; a slip that was counted, or spoiled already and
    replaced, or was not given out where another is to take its place).
    """
    await access_round_on_paper(viewer, round_id)
    given = _checked_reason(reason)
    if replacement == serial:
        raise Invalid.at("replacement", _("Give them another slip than the one that is spoiled."))

    async def work() -> None:
        await hold_open_vote(round_id, app[SETTINGS].time_zone)
        details = {"serial": serial} if replacement is None else {"serial": serial, "replacement": replacement}
        await _replace(round_id, serial, replacement)
        await add_entry(act="slip.spoil", actor=viewer, subject_type="round", subject_id=round_id, reason=given,
                        details=dict(details))  # fmt: skip

    await atomic(work)


async def _replace(round_id: str, serial: int, replacement: int | None) -> None:
    if replacement is None:
        slip = await access_slip(round_id, serial, SlipState.PRINTED, SlipState.ISSUED)
    else:
        slip = await access_held_slip(round_id, serial)
        other = await access_slip(round_id, replacement, SlipState.PRINTED)
        await store.set_slip(other["id"], state=SlipState.ISSUED, tier=slip["tier"])
    await store.set_readings(slip["id"], [])
    # Without its tier it was replaced, or was never given out: nobody gets another one for it.
    replaced = {} if replacement is None else {"tier": ""}
    await store.set_slip(slip["id"], state=SlipState.SPOILED, **replaced)


def _checked_reason(reason: str) -> str:
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        sentence = _("Say why, in up to %(most)s characters and without a name.", most=LONGEST_REASON)
        raise Invalid(sentence, fields=[FieldError("reason", sentence)])
    return said
