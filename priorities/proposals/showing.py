"""Proposals come on a screen here, and off it; other words come in their place. All inside the caller's transaction,
with the round's row locked (`lock_proposal`).
"""

from typing import Any

from foundation import clock
from foundation.errors import Conflict
from foundation.language import _
from priorities.models import ProposalState
from priorities.pictures.service import PICTURES, show_only
from priorities.proposals import store
from priorities.proposals.finding import proposal_changed
from priorities.proposals.policy import no_proposal
from priorities.proposals.proposal_rows import find_proposal, lock_proposal
from priorities.proposals.successors import is_voted_on, say_the_same
from priorities.proposals.words import PROPOSAL, WORDS, proposal_words
from priorities.round_rows import touch_round

JSON = dict[str, Any]
NO_EDIT: JSON = {"pending": None}


async def locked(proposal_id: str) -> tuple[JSON, JSON]:
    """Its round and itself, for this transaction alone. Raises NotFound."""
    found = await lock_proposal(proposal_id)
    if found is None:
        raise no_proposal()
    return found


async def show(proposal: JSON) -> None:
    """Show what was held, hidden or refused by a moderator; what staff put together or refused comes back as that."""
    state = ProposalState.REFUSED if await store.refusal_stands(proposal) else ProposalState.PUBLISHED
    await _set(proposal, state=ProposalState.MERGED if proposal["merged_into_id"] else state)


async def hold_again(proposal: JSON) -> None:
    """Let what was refused by a moderator wait again."""
    await _set(proposal, state=ProposalState.HELD)


async def take_down(proposal: JSON, state: ProposalState, *, keeping: bool = False) -> None:
    """Off every screen: `state` is hidden, rejected or withdrawn. An edit that waited goes with it.

    A withdrawn one's pictures are gone for good, unless a legal hold is `keeping` them.
    """
    if state == ProposalState.WITHDRAWN and not keeping:
        await PICTURES.remove_of([proposal["id"]], PROPOSAL)
    elif not keeping:
        await PICTURES.remove_waiting((PROPOSAL, proposal["id"]))
    await _set(proposal, state=state, **NO_EDIT)


async def put_words(proposal: JSON, words: JSON, by: str, *, quietly: bool = False, held_reason: str = "") -> None:
    """Put other words (those of `WORDS`) in the place of a proposal's, and keep what stood there.

    `quietly`: not marked as edited, because nobody has read the earlier ones, or because they come back.
    """
    await store.keep_edit(proposal, proposal_words(proposal), by)
    marks: JSON = {} if quietly else {"edited_at": clock.now()}
    put = {name: words[name] for name in WORDS}
    await _set(proposal, **put, **NO_EDIT, **marks, version=proposal["version"] + 1, held_reason=held_reason)


async def let_edit_wait(proposal: JSON, words: JSON, held_reason: str, shown: tuple[str, ...] | None = None) -> None:
    """Keep an edit for a moderator, while the words that stand are shown. `shown`: the pictures that come with it.

    Raises Conflict once it was put to the vote: a ballot must not say something else than what was voted on.
    """
    if await is_voted_on(proposal["id"]):
        raise Conflict(_("This was put to the vote meanwhile: its author can’t change it any more."))
    waits = {name: words[name] for name in WORDS} | {"pictures": list(shown) if shown is not None else None}
    version = proposal["version"] + 1
    await store.set_proposal(proposal["id"], pending=waits, held_reason=held_reason, version=version)
    await touch_round(proposal["round_id"])


async def show_edit(proposal: JSON) -> None:
    """Put the words of an edit that waits, and its pictures, in the place of those that stand."""
    check_as_read(proposal["pending"] is not None)
    ids = proposal["pending"].get("pictures")
    await put_words(proposal, proposal["pending"], proposal["author_id"])
    if ids is not None:
        await show_only((PROPOSAL, proposal["id"]), ids)


async def drop_edit(proposal: JSON) -> None:
    """Refuse an edit that waits: what stands there stays."""
    await PICTURES.remove_waiting((PROPOSAL, proposal["id"]))
    await _set(proposal, **NO_EDIT)


def check_as_read(as_read: bool) -> None:
    """Raises Conflict where something is another by now than it was read as."""
    if not as_read:
        raise Conflict(_("Somebody else has just changed this. Look again."))


async def _set(proposal: JSON, **columns: Any) -> None:
    await store.set_proposal(proposal["id"], **columns)
    await proposal_changed(proposal["id"])
    if now := await find_proposal(proposal["id"]):
        await say_the_same(now)
    await touch_round(proposal["round_id"])
