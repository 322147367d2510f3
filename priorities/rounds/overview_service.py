"""The overview of a round: where it stands, what one can do now, its dates and its proposals."""

from typing import Any

from foundation.permissions import Role, Viewer
from neighbourhoods.service import access_neighbourhood
from priorities.models import Phase
from priorities.phases import is_sealed, vote_is_open
from priorities.policy import access_round, keeps
from priorities.proposals.cards_service import cards_of
from priorities.rounds import store
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def overview_of(viewer: Viewer, round_id: str) -> JSON:
    """What priorities/rounds/round.html shows. Raises NotFound."""
    row = await access_round(viewer, round_id)
    return {
        "head": await round_head(viewer, row),
        "round": shown_round(row),
        "mine": await mine(viewer, row),
        "place": await access_neighbourhood(row["neighbourhood_id"]),
        "moved": await store.dates_moved(round_id),
        "cards": await cards_of(viewer, row),
    }


def shown_round(row: JSON) -> JSON:
    """A round’s row without what nobody is told before the close."""
    return {name: value for name, value in row.items() if name != "seed"} | {
        "sealed": is_sealed(row),
        "open": vote_is_open(row),
        "tiers": row["tiers"].split(","),
        "path": f"/rounds/{row['id']}",
    }


async def mine(viewer: Viewer, row: JSON) -> JSON:
    """What is the viewer’s own in a round: `keeps`, whether they live in its neighbourhood, have they voted."""
    lives_here = viewer.role is Role.RESIDENT and row["neighbourhood_id"] in viewer.neighbourhoods
    looks = viewer.id is not None and row["phase"] not in (Phase.SCHEDULED, Phase.GATHER, Phase.SHAPE)
    return {
        "signed_in": viewer.signed_in,
        "keeps": keeps(viewer, row),
        "lives_here": lives_here,
        "voted": looks and await store.has_voted(row["id"], str(viewer.id)),
    }
