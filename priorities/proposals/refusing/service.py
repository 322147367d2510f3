"""Refusing a proposal, appealing against that, and deciding the appeal: each told to who it concerns, and audited."""

from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.lengths import check_lines
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from priorities.proposals import arranged_states
from priorities.proposals.arranging_policy import Arranged, access_to_arrange, check_open, lock_arranged
from priorities.proposals.merging.store import merges_into
from priorities.proposals.policy import CHANGEABLE, access_proposal
from priorities.proposals.proposal_rows import lock_proposal
from priorities.proposals.reasons import check_reason
from priorities.proposals.refusing import store
from priorities.proposals.refusing.appeal_rows import appeals_of
from priorities.proposals.refusing.policy import access_refused, check_may_appeal, check_may_decide
from priorities.proposals.refusing.telling_service import tell_appealed, tell_decided, tell_refused
from priorities.round_rows import touch_round
from priorities.writing import Change, write

JSON = dict[str, Any]
_LONGEST_APPEAL = 2000
_LONGEST_ANSWER = 1000


async def access_to_refuse(viewer: Viewer, proposal_id: str) -> Arranged:
    """A proposal that the viewer may refuse now. Raises NotFound, NotAllowed, Conflict."""
    found = await access_to_arrange(viewer, proposal_id)
    check_open(found.proposal)
    return found


async def refuse(app: web.Application, viewer: Viewer, proposal_id: str, reason: str) -> None:
    """Refuse a proposal, before the vote: it stays to be read with the reason, and is not voted on.

    Raises NotFound, NotAllowed, Invalid, Conflict (another phase; it is not open any more; an appeal has let it in;
    others are part of it, and would go off the vote unheard).
    """
    found = await access_to_refuse(viewer, proposal_id)
    why = check_reason(reason)
    await check_unsealed(app, found.round["force_id"], why, field="reason")
    await write(app, partial(_refuse, found, why))


async def appeal(app: web.Application, viewer: Viewer, proposal_id: str, text: str) -> None:
    """Appeal against a refusal of one’s own proposal, once. Raises NotFound, NotAllowed, Invalid, Conflict."""
    found, before = await access_refused(viewer, proposal_id)
    check_may_appeal(found, before)
    said = check_lines(text, _LONGEST_APPEAL, "text")
    if not said:
        raise Invalid.at("text", _("Say why it should be voted on."))
    try:
        await write(app, partial(_appeal, found, said))
    except IntegrityError:
        raise Conflict(_("You have appealed already. There is one appeal.")) from None


async def decide(app: web.Application, viewer: Viewer, proposal_id: str, outcome: str, answer: str) -> None:
    """Decide an appeal: `upheld` (the refusal stands) or `overturned`, with the answer that everybody reads.

    Raises NotFound, NotAllowed (who refused it decides nothing), Invalid, Conflict (somebody was first).
    """
    found, before = await access_refused(viewer, proposal_id)
    check_may_decide(found, before)
    if outcome not in ("upheld", "overturned"):
        raise Invalid.at("outcome", _("Choose whether the refusal stands."))
    said = check_reason(answer, "answer", _LONGEST_ANSWER)
    await check_unsealed(app, found.round["force_id"], said, field="answer")
    await write(app, partial(_decide, found, said, upheld=outcome == "upheld"))


async def _refuse(found: Arranged, reason: str) -> Change[None]:
    row = (await lock_arranged(found.round_id, found.id))[found.id]
    check_open(row)
    if found.id in await appeals_of([found.id]):
        raise Conflict(_("An appeal has let this proposal in: it can’t be refused again."))
    if await merges_into([found.id]):
        raise Conflict(_("Other proposals are part of this one. Take them apart again first: nobody refused those."))
    await arranged_states.set_refused(found.id, reason, str(found.viewer.id))
    await touch_round(found.round_id)
    await _audited(found, "refuse", reason)
    return Change(None, rounds=[found.round_id], tell=await tell_refused(row))


async def _appeal(found: Arranged, text: str) -> Change[None]:
    await lock_proposal(found.id)
    _row, now = await access_proposal(found.viewer, found.id)
    check_may_appeal(Arranged(found.viewer, found.round, now), None)
    await store.add_appeal(found.id, str(found.viewer.id), text)
    await _audited(found, "appeal")
    return Change(None, rounds=[found.round_id], tell=await tell_appealed(found.round, now))


async def _decide(found: Arranged, answer: str, *, upheld: bool) -> Change[None]:
    await lock_proposal(found.id)
    row, now = await access_proposal(found.viewer, found.id)
    check_may_decide(Arranged(found.viewer, row, now), (await appeals_of([found.id])).get(found.id))
    if not await store.set_decided(found.id, str(found.viewer.id), upheld=upheld, answer=answer):
        raise Conflict(_("Somebody has decided about this appeal already."))
    if not upheld:
        await arranged_states.set_standing_again(found.id)
    await touch_round(found.round_id)
    await _audited(found, "uphold-refusal" if upheld else "overturn-refusal", answer)
    told = await tell_decided(now, upheld=upheld, in_time=row["phase"] in CHANGEABLE)
    return Change(None, rounds=[found.round_id], tell=told)


async def _audited(found: Arranged, act: str, reason: str = "") -> None:
    await add_entry(
        act=f"proposal.{act}", actor=found.viewer, subject_type="proposal", subject_id=found.id, reason=reason,
        details={"round": found.round_id},
    )  # fmt: skip
