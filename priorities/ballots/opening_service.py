"""Opening the vote: from then on what is voted on stands fixed, ballots have a key, and ties are decided already."""

import secrets

from aiohttp import web

from priorities.ballots.models import RoundKey
from priorities.models import Option, Proposal, ProposalState, Round
from priorities.proposals.changing.dropping_service import drop_waiting_edits
from priorities.round_rows import JSON
from priorities.tallying.ties import seed_hash
from priorities.writing import Tell

_BYTES = 32


async def open_vote(_app: web.Application, row: JSON) -> list[Tell]:
    """Inside the transaction that moves a round (its row) to the vote: freeze its options, draw its key and its seed.

    Of the seed only the hash is published until the close.
    """
    tells = await drop_waiting_edits(row["id"])
    proposals = await Proposal.filter(round_id=row["id"], state=ProposalState.PUBLISHED).order_by("id")
    await Option.bulk_create(
        Option(id=one.id, round_id=one.round_id, title=one.title, what=one.what, html=one.html) for one in proposals
    )
    await RoundKey.create(id=row["id"], key=secrets.token_hex(_BYTES))
    seed = secrets.token_hex(_BYTES)
    await Round.filter(id=row["id"]).update(seed=seed, seed_hash=seed_hash(seed))
    return tells
