"""Changing one's own proposal until the vote: screened anew, and what it was before is kept. Or taking it back."""

from dataclasses import dataclass
from functools import partial

from aiohttp import web

from foundation.errors import Conflict
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered
from moderation.items import ending_service
from moderation.lists.sites_service import allowed_in
from priorities.kept_out import check_not_kept_out
from priorities.models import ProposalState
from priorities.phases import check_phase
from priorities.pictures.service import PICTURES
from priorities.proposals import showing, store
from priorities.proposals.changing.edits import Edit, Overtaken
from priorities.proposals.merging.freeing_service import set_free
from priorities.proposals.newcomers import check_first_day
from priorities.proposals.policy import CHANGEABLE, access_own, check_stands
from priorities.proposals.posting.new import checked_proposal
from priorities.proposals.posting.outcomes import Outcome, outcome_written, warned
from priorities.proposals.words import PROPOSAL, screened_text, whole
from priorities.round_rows import JSON
from priorities.screening import Screened, left_to_review, screened_in, seen_to
from priorities.writing import Change, write


@dataclass(frozen=True)
class _Changing:
    """Words that may take the place of others. `proposal` is the row that its author changed."""

    viewer: Viewer
    proposal: JSON
    words: JSON
    screened: Screened
    pictures: tuple[str, ...] | None
    seen: str

    @property
    def held(self) -> bool:
        return self.screened.verdict.held


async def edit_proposal(app: web.Application, viewer: Viewer, proposal_id: str, edit: Edit) -> Outcome:
    """Put other words in the place of one's own: published, held for a moderator, or warned of (nothing stored).

    While an edit waits, the earlier words are shown. Raises what `access_own` does, KeptOut, Conflict where staff
    changed it, Overtaken for an edit of an old version, Invalid, TooFast.
    """
    row, proposal = await access_own(viewer, proposal_id)
    await check_not_kept_out(viewer, row)
    await _check_own_words(proposal)
    _check_version(proposal, edit.version)
    words = await checked_proposal(edit.new, row["neighbourhood_id"])
    seen = await PICTURES.words_of(str(viewer.id), edit.new.pictures) if edit.pictures else ""
    text, before = screened_text(words, seen), whole(proposal)
    await app[LIMITS].check("proposal", str(viewer.id))
    if app[SETTINGS].limits:
        await check_first_day(viewer, text, await allowed_in(app, row["force_id"], row["id"]), before=before)
    screened = await screened_in(app, viewer, row, text, confirm=edit.new.confirm, before=before)
    if screened.is_warned_of:
        return warned(screened.verdict)
    words["html"] = await rendered(words["what"])
    pictures = edit.new.pictures if edit.pictures else None
    changing = _Changing(viewer, proposal, words, screened, pictures, seen)
    return await write(app, partial(_change, app, changing))


async def withdraw_proposal(app: web.Application, viewer: Viewer, proposal_id: str) -> str:
    """Take one's own proposal back, until the vote: its words and pictures are gone. Gives the id of its round.

    What was put together with it stands for itself again.

    Raises what `access_own` does.
    """
    await access_own(viewer, proposal_id)
    return await write(app, partial(_withdraw, viewer, proposal_id))


async def _change(app: web.Application, changing: _Changing) -> Change[Outcome]:
    """Whatever was decided, or said elsewhere, while the words were read, is not overwritten."""
    row, now = await showing.locked(changing.proposal["id"])
    check_phase(row, *CHANGEABLE)
    await check_not_kept_out(changing.viewer, row)
    showing.check_as_read(now["state"] == changing.proposal["state"])
    _check_version(now, changing.proposal["version"])
    shown, reason = now["state"] == ProposalState.PUBLISHED, changing.screened.verdict.reason
    waits = shown and changing.held
    if waits:
        await showing.let_edit_wait(now, changing.words, reason, changing.pictures)
    else:
        held_reason = reason if changing.held else ""
        by = str(changing.viewer.id)
        await showing.put_words(now, changing.words, by, quietly=not shown, held_reason=held_reason)
    if changing.pictures is not None:
        owner = (PROPOSAL, now["id"])
        await PICTURES.attach(str(changing.viewer.id), changing.pictures, owner, changing.seen, waiting=waits)
    if not shown and not changing.held:
        await showing.show((await showing.locked(now["id"]))[1])
    if changing.held:
        tells = await left_to_review(app, PROPOSAL, now["id"], changing.screened)
    else:
        tells = await seen_to(app, PROPOSAL, now["id"], now["version"] + 1, changing.screened)
    return Change(outcome_written(now["id"], changing.screened.verdict), rounds=[row["id"]], tell=tells)


async def _withdraw(viewer: Viewer, proposal_id: str) -> Change[str]:
    row, proposal = await showing.locked(proposal_id)
    check_phase(row, *CHANGEABLE)
    check_stands(proposal)
    await showing.take_down(proposal, ProposalState.WITHDRAWN)
    freed = await set_free(viewer, proposal_id)
    tells = await ending_service.close_for(PROPOSAL, [proposal_id])
    return Change(str(row["id"]), rounds=[row["id"]], tell=[*tells, *freed])


async def _check_own_words(proposal: JSON) -> None:
    if await store.changed_by_staff(proposal["id"]):
        raise Conflict(_("A moderator changed this. You can take it back, but not change it."))


def _check_version(proposal: JSON, version: int) -> None:
    if proposal["version"] != version:
        raise Overtaken(proposal)
