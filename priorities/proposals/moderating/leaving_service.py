"""All that one person proposed: taken away when they close their account, kept where a legal hold says so.

What was put to the vote stays, as from "a former member": a result could not be counted again without it.
"""

from functools import partial
from typing import Any

from aiohttp import web

from foundation.errors import Conflict
from foundation.language import _
from moderation.items import ending_service
from moderation.leaving_words import SEEN
from moderation.legal_holds.kept import kept_of
from priorities.models import ProposalState
from priorities.pictures.service import PICTURES
from priorities.proposals import showing
from priorities.proposals.finding import proposal_changed
from priorities.proposals.merging.freeing_service import set_free_of
from priorities.proposals.moderating import leaving_store as store
from priorities.proposals.words import PROPOSAL
from priorities.writing import Change, write

JSON = dict[str, Any]
_SEEN = frozenset({*map(str, SEEN), ProposalState.MERGED, ProposalState.REFUSED})


async def leave_words(app: web.Application, person: str, *, everything: bool, most: int) -> bool:
    """Take away at most `most` of somebody's proposals, the newest first; gives whether none is left.

    `everything`: each leaves every screen, and its text is erased. Else what others read stays, and what they were not
    shown goes. What a hold keeps leaves the screens only. It may be called again after a crash, and by two processes.
    """
    kept = await kept_of(person)
    ids = None if kept.everything else kept.messages
    leaving = await store.proposals_to_leave(person, everything=everything, kept=ids, most=most)
    for proposal_id in leaving:
        try:
            await write(app, partial(_leave, proposal_id, person, everything=everything))
        except Conflict:  # another process is at the same words: the next tick takes what it leaves
            return False
    if len(leaving) == most:
        return False
    await PICTURES.remove_loose_of(person)
    if not kept.everything:
        await store.erase_edits(person, kept.messages)
        await store.erase_appeals(person, kept.messages)
    return True


async def keeps_words(person: str) -> bool:
    """Whether a legal hold keeps this person, or something that they proposed."""
    kept = await kept_of(person)
    return kept.everything or await store.has_written_one_of(person, kept.messages)


async def _leave(proposal_id: str, person: str, *, everything: bool) -> Change[None]:
    # Asked again here: a hold that was placed a moment ago counts.
    kept = await kept_of(person)
    row, proposal = await showing.locked(proposal_id)
    keeping, seen = kept.has(proposal_id), proposal["state"] in _SEEN
    went = proposal["state"] == ProposalState.HELD or (everything and seen)
    waited = proposal["state"] == ProposalState.HELD or proposal["pending"] is not None
    if went:
        await showing.take_down(proposal, ProposalState.WITHDRAWN, keeping=keeping)
    elif proposal["pending"] is not None and not keeping:
        await showing.drop_edit(proposal)
    if not keeping and (everything or not seen):
        await store.erase(proposal_id, _("Taken back by its author"))
        await proposal_changed(proposal_id)
    tells = await ending_service.close_for(PROPOSAL, [proposal_id]) if went or waited else []
    freed = await set_free_of(row, proposal_id) if went else []
    return Change(None, rounds=[row["id"]], tell=[*tells, *freed])
