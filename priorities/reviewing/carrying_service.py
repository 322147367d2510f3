"""A priority that is not met goes on as a proposal of the next round."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.client_ids import new_client_id
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered
from priorities.acting import store as acting
from priorities.acting.models import Status
from priorities.acting.models import Words as Shown
from priorities.acting.policy import access_priority_to_keep
from priorities.acting.priority_rows import lock_priority
from priorities.acting.telling_service import tell_carried
from priorities.meanwhile import changed_meanwhile
from priorities.models import Phase
from priorities.policy import access_round
from priorities.proposals import showing
from priorities.proposals import store as proposals
from priorities.proposals.policy import PUBLIC
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.words import LINES, PROPOSAL, proposal_words, whole
from priorities.round_rows import gathering_round, lock_round
from priorities.screening import Screened, left_to_review, screened_in
from priorities.writing import Change, write

JSON = dict[str, Any]


@dataclass(frozen=True)
class _Carrying:
    """A priority that goes before a round, with the words of its proposal as they were screened."""

    viewer: Viewer
    priority: str
    round: str
    words: JSON
    screened: Screened


async def carry_on(app: web.Application, viewer: Viewer, priority_id: str) -> str:
    """Put a priority that is not met before the next round; gives the id of the proposal. Again: the same.

    Raises NotFound, NotAllowed, Conflict: it was met or taken down, or no round takes proposals now.
    """
    priority = await access_priority_to_keep(viewer, priority_id)
    if priority["carried_to_id"]:
        return str(priority["carried_to_id"])
    _check_unmet(priority)
    following = await gathering_round(priority["neighbourhood_id"])
    if following is None:
        raise Conflict(_("No round takes proposals now. Come back when the next one has begun."))
    words = await _words(priority)
    row = await access_round(viewer, following["id"])
    screened = await screened_in(app, viewer, row, whole(words), confirm=True)
    carrying = _Carrying(viewer, priority_id, row["id"], words, screened)
    return await write(app, partial(_carry, app, carrying))


async def _words(priority: JSON) -> JSON:
    """All that its proposal says now, as moderators left it. Raises Conflict for what they took down."""
    if priority["state"] == Shown.HIDDEN:
        raise _taken_down()
    proposal = await find_proposal(priority["option_id"] or "")
    if proposal is None:
        words = priority["issue"]
        return {"title": priority["title"], "what": words, "html": await rendered(words)} | dict.fromkeys(LINES, "")
    if proposal["state"] not in PUBLIC:
        raise _taken_down()
    return proposal_words(proposal)


async def _carry(app: web.Application, carrying: _Carrying) -> Change[str]:
    """The round is locked before the priority, as everywhere: who takes words down meanwhile waits for the priority."""
    viewer, priority_id, round_id = carrying.viewer, carrying.priority, carrying.round
    row = await lock_round(round_id)
    priority = await lock_priority(priority_id)
    if row is None or priority is None or row["phase"] != Phase.GATHER:
        raise Conflict(_("No round takes proposals now. Come back when the next one has begun."))
    if priority["carried_to_id"]:
        return Change(str(priority["carried_to_id"]))
    _check_unmet(priority)
    if await _words(priority) != carrying.words:
        raise changed_meanwhile()
    verdict = carrying.screened.verdict
    more = {
        "client_id": new_client_id(),
        "carried_from_id": priority["option_id"],
        "held_reason": verdict.reason if verdict.held else "",
    }
    proposal_id = await proposals.add_proposal(row, str(viewer.id), carrying.words | more)
    if not verdict.held:
        await showing.show(await find_proposal(proposal_id) or {})
    await acting.set_priority(priority_id, priority["version"], carried_to_id=proposal_id)
    details: JSON = {"proposal": proposal_id, "round": round_id}
    await add_entry(
        act="priority.carry", actor=viewer, subject_type="priority", subject_id=priority_id, details=details
    )
    tell = [*await left_to_review(app, PROPOSAL, proposal_id, carrying.screened)]
    if not verdict.held:
        tell += await tell_carried(priority, proposal_id, str(viewer.id))
    return Change(proposal_id, rounds=[round_id], priorities=[priority_id], tell=tell)


def _taken_down() -> Conflict:
    return Conflict(_("Moderators took down what this says, so it can’t be taken on. Propose it in words of your own."))


def _check_unmet(priority: JSON) -> None:
    if priority["status"] != Status.UNMET:
        raise Conflict(_("Only a priority that its review found not met goes on in the next round."))
