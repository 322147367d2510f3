"""Edits that still wait for a moderator when the vote opens: what is voted on stands as it was read until then."""

from typing import Any

from foundation.language import _
from moderation.items import ending_service
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.proposals import showing
from priorities.proposals.proposal_rows import proposals_of
from priorities.proposals.words import PROPOSAL
from priorities.writing import Tell

JSON = dict[str, Any]


async def drop_waiting_edits(round_id: str) -> list[Tell]:
    """Drop them, close what moderators had to read of them, and tell their authors; gives what is told after that.

    Inside the transaction that opens the vote, with the round’s row locked.
    """
    tells: list[Tell] = []
    for proposal in await proposals_of(round_id):
        if proposal["pending"] is None:
            continue
        await showing.drop_edit(proposal)
        tells += await ending_service.mended(PROPOSAL, proposal["id"], proposal["version"])
        path, key = f"/proposals/{proposal['id']}", f"edit-dropped:{proposal['id']}"
        told = await notify_all([proposal["author_id"]], NoticeKind.PROPOSAL_DECIDED, _dropped, path, key=key)
        tells += [all_noticed(told)] if told else []
    return tells


def _dropped() -> str:
    return _(
        "The vote has opened before a moderator could read your change, so your proposal stands as it was before it."
    )
