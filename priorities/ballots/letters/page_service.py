"""What the page about letters shows to the staff of a round."""

from typing import Any

from foundation.permissions import Viewer
from neighbourhoods.service import access_neighbourhood
from priorities.ballots.letters import store
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.phases import vote_is_open
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def letters_page(viewer: Viewer, round_id: str) -> JSON:
    """`head`, `row`, `open`, `place` (a Place), how many codes are `sent` and `void`: not how many were used.

    Raises NotFound, NotAllowed.
    """
    row = await access_round_on_paper(viewer, round_id)
    sent, void = await store.counts(round_id)
    place = await access_neighbourhood(row["neighbourhood_id"])
    return {
        "head": await round_head(viewer, row),
        "row": row,
        "open": vote_is_open(row),
        "place": place,
        "sent": sent,
        "void": void,
    }
