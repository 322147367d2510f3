"""Proposing something. The way of a proposal: its form or call comes here; policy, pace, screening, one transaction."""

from dataclasses import dataclass
from functools import partial

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.keys import LIMITS, SETTINGS
from foundation.permissions import Viewer
from foundation.text import rendered
from moderation.lists.sites_service import allowed_in
from priorities.pictures.service import PICTURES
from priorities.policy import access_round, lives_here
from priorities.proposals import showing, store
from priorities.proposals.newcomers import check_first_day
from priorities.proposals.policy import check_may_propose, no_proposal
from priorities.proposals.posting.new import NewProposal, checked_proposal
from priorities.proposals.posting.outcomes import Outcome, outcome_of, outcome_written, warned
from priorities.proposals.proposal_rows import find_by_client_id, find_proposal
from priorities.proposals.supporting.support import add_support
from priorities.proposals.words import PROPOSAL, screened_text
from priorities.round_rows import JSON, lock_round
from priorities.screening import Screened, left_to_review, screened_in
from priorities.writing import Change, write


@dataclass(frozen=True)
class _Written:
    """A proposal that may be stored: `seen` are the words of its pictures as they were screened."""

    words: JSON
    client_id: str
    pictures: tuple[str, ...]
    seen: str
    screened: Screened


async def propose(app: web.Application, viewer: Viewer, round_id: str, new: NewProposal) -> Outcome:
    """Propose something in a round: published, held for a moderator, or warned of (nothing stored).

    The same author and `client_id` again gives the same outcome. Raises NotFound, NotSignedIn, NotAllowed, KeptOut,
    Conflict where the round takes no proposals now, Invalid, TooFast.
    """
    if before := await sent_before(viewer, new.client_id):
        return before
    row = await access_round(viewer, round_id)
    await check_may_propose(viewer, row)
    words = await checked_proposal(new, row["neighbourhood_id"])
    seen = await PICTURES.words_of(str(viewer.id), new.pictures)
    text = screened_text(words, seen)
    await _check_pace(app, viewer, row, text)
    screened = await screened_in(app, viewer, row, text, confirm=new.confirm)
    if screened.is_warned_of:
        return warned(screened.verdict)
    words["html"] = await rendered(words["what"])
    ready = _Written(words, new.client_id, new.pictures, seen, screened)
    try:
        return await write(app, partial(_add, app, viewer, row["id"], ready))
    except IntegrityError:
        # The same client_id came in twice at once: the first one won, and this is its outcome.
        if first := await sent_before(viewer, new.client_id):
            return first
        raise


async def _add(app: web.Application, viewer: Viewer, round_id: str, ready: _Written) -> Change[Outcome]:
    """Where the round takes proposals at this very moment. Who lives there supports their own from the beginning."""
    row = await lock_round(round_id)
    if row is None:
        raise no_proposal()
    await check_may_propose(viewer, row)
    author, verdict = str(viewer.id), ready.screened.verdict
    columns = {**ready.words, "client_id": ready.client_id, "held_reason": verdict.reason if verdict.held else ""}
    proposal_id = await store.add_proposal(row, author, columns)
    if ready.pictures:
        await PICTURES.attach(author, ready.pictures, (PROPOSAL, proposal_id), ready.seen)
    if lives_here(viewer, row):
        await add_support(proposal_id, author)
    proposal = await find_proposal(proposal_id)
    if proposal and not verdict.held:
        await showing.show(proposal)
    tells = await left_to_review(app, PROPOSAL, proposal_id, ready.screened)
    return Change(outcome_written(proposal_id, verdict), rounds=[round_id], tell=tells)


async def _check_pace(app: web.Application, viewer: Viewer, row: JSON, text: str) -> None:
    await app[LIMITS].check("proposal", str(viewer.id))
    if app[SETTINGS].limits:
        sites = await allowed_in(app, row["force_id"], row["id"])
        await check_first_day(viewer, text, sites)


async def sent_before(viewer: Viewer, client_id: str) -> Outcome | None:
    """The same sent before: a retry is answered even where the round has gone on."""
    found = await find_by_client_id(viewer.id, client_id) if viewer.id else None
    return outcome_of(found) if found else None
