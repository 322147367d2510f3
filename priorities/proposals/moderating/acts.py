"""What a decision does to a proposal: each inside the transaction in which moderation writes it down.

An act takes the thing as it was fetched, raises Conflict where it is another by now, and gives the id of its round.
"""

from typing import Any

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import rendered
from moderation.content import Content, State
from priorities.meanwhile import changed_meanwhile
from priorities.models import ProposalState
from priorities.pictures.service import PICTURES
from priorities.proposals import showing, store
from priorities.proposals.moderating.content import content_of
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.successors import is_voted_on
from priorities.proposals.words import (
    LINES,
    LONGEST_TITLE,
    PLACE_COLUMNS,
    PROPOSAL,
    WORDS,
    parted,
    proposal_words,
    whole,
)

JSON = dict[str, Any]


async def hide(content: Content) -> str:
    """Take published words down, and an edit that waits; an edit in between must not save them from it.

    What is voted on is marked there, and keeps its votes.
    """
    proposal = await _read(content)
    _check(content_of(proposal, ()).state is State.PUBLISHED)
    await showing.take_down(proposal, ProposalState.HIDDEN)
    return str(proposal["round_id"])


async def refuse(content: Content) -> str:
    """Refuse words that wait, or the edit of published ones."""
    proposal = await _as_fetched(content)
    if proposal["state"] == ProposalState.HELD:
        await showing.take_down(proposal, ProposalState.REJECTED)
    else:
        _check(content.pending is not None)
        await showing.drop_edit(proposal)
    return str(proposal["round_id"])


async def hold(content: Content, pending: JSON | None) -> str:
    """Let refused words wait again, or an edit with the words `pending`."""
    proposal = await _as_fetched(content)
    if pending is not None:
        _check(content.state is State.PUBLISHED)
        await showing.let_edit_wait(proposal, pending, proposal["held_reason"])
    else:
        _check(proposal["state"] == ProposalState.REJECTED)
        await showing.hold_again(proposal)
    return str(proposal["round_id"])


async def show(content: Content) -> str:
    """Show what was hidden or refused."""
    proposal = await _as_fetched(content)
    _check(proposal["state"] in (ProposalState.HIDDEN, ProposalState.REJECTED))
    await showing.show(proposal)
    return str(proposal["round_id"])


async def approve(content: Content) -> str:
    """Show words that wait, or put those of the edit that waits in the place of those that stand."""
    proposal = await _as_fetched(content)
    if proposal["state"] == ProposalState.HELD:
        await showing.show(proposal)
    else:
        await showing.show_edit(proposal)
    return str(proposal["round_id"])


async def put(content: Content, words: JSON, pending: JSON | None, *, by_staff: bool) -> str:
    """Put other words in the place of those that are shown, or that wait, and show them.

    Not `by_staff`: the author's own come back. `pending`: an edit that waits again, unless the vote began meanwhile.
    """
    proposal = await _as_fetched(content)
    held = proposal["state"] == ProposalState.HELD
    _check(held or content.state is State.PUBLISHED)
    await PICTURES.remove_waiting((PROPOSAL, proposal["id"]))
    by = "" if by_staff else str(content.author_id)
    await showing.put_words(proposal, words, by, quietly=not by_staff)
    if held:
        await showing.show((await showing.locked(proposal["id"]))[1])
    if pending is not None and not await is_voted_on(proposal["id"]):
        again = (await showing.locked(proposal["id"]))[1]
        await showing.let_edit_wait(again, pending, proposal["held_reason"])
    return str(proposal["round_id"])


async def words_written(content: Content, text: str) -> JSON:
    """The columns of a proposal's words from one text; raises Invalid.

    Words that stood there before come back as they were. Else the first line is the title and all that follows what
    happens: the short answers stand in it, and are emptied.
    """
    proposal = await find_proposal(content.id)
    if proposal is None:
        raise changed_meanwhile()
    for before in (*await store.edits_of(content.id), {"words": proposal_words(proposal)}):
        if whole(before["words"]) == text:
            return {name: before["words"][name] for name in WORDS}
    title, what = parted(text)
    if not 0 < len(title) <= LONGEST_TITLE or not what:
        sentence = _(
            "The first line is the title, of at most %(most)s characters. The text follows.", most=LONGEST_TITLE
        )
        raise Invalid.at("body", sentence)
    kept = {name: proposal[name] for name in PLACE_COLUMNS}
    return kept | dict.fromkeys(LINES, "") | {"title": title, "what": what, "html": await rendered(what)}


async def _as_fetched(content: Content) -> JSON:
    """The row, if it is to the letter as it was fetched: what nobody read is neither shown nor refused."""
    proposal = await _read(content)
    waits = proposal["pending"] is not None
    _check(proposal["version"] == content.revision and waits == (content.pending is not None))
    return proposal


async def _read(content: Content) -> JSON:
    """The row, while nobody else writes to its round."""
    _row, proposal = await showing.locked(content.id)
    _check(proposal["state"] != ProposalState.WITHDRAWN)
    return proposal


def _check(as_read: bool) -> None:
    if not as_read:
        raise changed_meanwhile()
