"""A vote that is called off: what was cast goes, and with it what could lead from a voter to it."""

from collections.abc import Sequence

from aiohttp import web

from priorities.closing import rewriting_store
from priorities.round_rows import JSON
from priorities.writing import Tell


async def discard_vote(_app: web.Application, row: JSON) -> Sequence[Tell]:
    """Inside the transaction that cancels a round (its row). Its ballots are nobody’s to count or to read any more.

    The pages where they stood are cleared after it, by the job that seals votes.
    """
    round_id = row["id"]
    await rewriting_store.remove_votes(round_id)
    await rewriting_store.rewrite_opinions(round_id)
    await rewriting_store.forget_slips(round_id)
    await rewriting_store.remove_key(round_id)
    return []
