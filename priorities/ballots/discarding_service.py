"""A vote that is called off: what was cast goes, and with it what could lead from a voter to it."""

from collections.abc import Sequence

from aiohttp import web

from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.round_rows import JSON
from priorities.writing import Tell


async def discard_vote(_app: web.Application, row: JSON) -> Sequence[Tell]:
    """Inside the transaction that cancels a round (its row). Its ballots are nobody’s to count or to read any more."""
    for table in (Ballot, Receipt, Voted):
        await table.filter(round_id=row["id"]).delete()
    await RoundKey.filter(id=row["id"]).delete()
    return []
