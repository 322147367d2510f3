"""Deciding about a proposal where it stands, by the staff who serve its neighbourhood: hide, restore, approve, reject.

Each is a decision as any other, written down in the same transaction: its author is told and may appeal. Of two that
race, the second gets Conflict.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiohttp import web

from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content
from moderation.decisions.in_place import recorded_in_place
from moderation.decisions.ruling import Action
from moderation.decisions.why import Why, explained
from moderation.sealed.reading import check_readable
from priorities.models import ProposalState
from priorities.policy import is_staff
from priorities.proposals.moderating.content import fetch_proposals
from priorities.proposals.moderating.moderated import Proposals
from priorities.proposals.proposal_rows import JSON
from priorities.proposals.sealed import access_proposal_to_read


async def words_to_decide(app: web.Application, viewer: Viewer, proposal_id: str) -> tuple[JSON, Content]:
    """A proposal and what it says, for the staff of its neighbourhood. Raises NotFound, NotAllowed."""
    row, proposal = await access_proposal_to_read(app, viewer, proposal_id)
    if not is_staff(viewer, row):
        raise NotAllowed(_("Only staff who serve here can do this."))
    content = (await fetch_proposals([proposal_id]))[proposal_id]
    if content.author_id != viewer.id:
        # An edit of what is shown may say more than that did.
        await check_readable(app, viewer, content)
    return proposal, content


async def hide(app: web.Application, viewer: Viewer, proposal_id: str, why: Why) -> None:
    """Take it down everywhere. What is voted on is marked there, and keeps its votes."""
    _proposal, content = await words_to_decide(app, viewer, proposal_id)
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(Proposals(), viewer, content, Action.HIDE, why)
    await Proposals().hide(app, content, why.reason, also)


async def restore(app: web.Application, viewer: Viewer, proposal_id: str, why: Why) -> None:
    """Show again what was taken down."""
    proposal, content = await _others_words(app, viewer, proposal_id)
    if proposal["state"] != ProposalState.HIDDEN:
        raise Conflict(_("This is not taken down: somebody has decided about it, or its author took it back."))
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(Proposals(), viewer, content, Action.RESTORE, why)
    await Proposals().restore(app, content, also)


async def approve(app: web.Application, viewer: Viewer, proposal_id: str, why: Why) -> None:
    """Show words, or an edit, that waited."""
    content = await _waiting(app, viewer, proposal_id)
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(Proposals(), viewer, content, Action.APPROVE, why)
    await Proposals().approve(app, content, also)


async def reject(app: web.Application, viewer: Viewer, proposal_id: str, why: Why) -> None:
    """Refuse words, or an edit, that waited; the author is told why."""
    content = await _waiting(app, viewer, proposal_id)
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(Proposals(), viewer, content, Action.REJECT, why)
    await Proposals().refuse(app, content, why.reason, also)


async def _others_words(app: web.Application, viewer: Viewer, proposal_id: str) -> tuple[JSON, Content]:
    """Taking one's own words down is always safe; bringing them back is for somebody else to decide."""
    proposal, content = await words_to_decide(app, viewer, proposal_id)
    if content.author_id == viewer.id:
        raise NotAllowed(_("These are your own words: somebody else must decide about them."))
    return proposal, content


async def _waiting(app: web.Application, viewer: Viewer, proposal_id: str) -> Content:
    _proposal, content = await _others_words(app, viewer, proposal_id)
    if not content.waits:
        raise Conflict(_("This is not waiting: somebody has decided about it, or its author took it back."))
    return content


Verb = Callable[[web.Application, Viewer, str, Why], Awaitable[None]]
VERBS: Final[Mapping[str, Verb]] = {"hide": hide, "restore": restore, "approve": approve, "reject": reject}
"""What can be decided, by the word that a form or a client says."""
