"""What waits for a moderator when the vote opens: it is not voted on, and whoever wrote it hears so."""

from typing import Any

from aiohttp import web

from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.models import ProposalState
from priorities.proposals.proposal_rows import proposals_of
from priorities.writing import Tell

JSON = dict[str, Any]


async def tell_who_waits(_app: web.Application, row: JSON) -> list[Tell]:
    """Tell the authors of such proposals, inside the transaction that moves a round (its row) to the vote."""
    told: list[str] = []
    for each in await proposals_of(row["id"]):
        if each["state"] == ProposalState.HELD:
            path, key = f"/proposals/{each['id']}", f"waited:{each['id']}"
            told += await notify_all([each["author_id"]], NoticeKind.PROPOSAL_DECIDED, _waited, path, key=key)
    return [all_noticed(told)] if told else []


def _waited() -> str:
    return _("The vote has begun, and no moderator had read your proposal by then: it is not voted on in this round.")
