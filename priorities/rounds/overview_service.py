"""The overview of a round: where it stands, what one can do now, its dates and its proposals."""

from typing import Any

from foundation.errors import NotAllowed, NotSignedIn
from foundation.permissions import Viewer
from neighbourhoods.service import access_neighbourhood
from priorities.acting.cards_service import cards_of_round
from priorities.ballots import store as ballots
from priorities.ballots.policy import access_voter
from priorities.phases import is_sealed, seal_is_late, vote_is_open
from priorities.policy import access_round, keeps, lives_here
from priorities.proposals.cards_service import cards_of
from priorities.round_rows import tiers_of, without_secrets
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
        "adopted": await cards_of_round(round_id),
    }


def shown_round(row: JSON) -> JSON:
    """A round’s row without what nobody is told before the close."""
    return without_secrets(row) | {
        "sealed": is_sealed(row),
        "open": vote_is_open(row),
        "tiers": tiers_of(row),
        "path": f"/rounds/{row['id']}",
    }


async def mine(viewer: Viewer, row: JSON) -> JSON:
    """What is the viewer’s own in a round: `keeps`, `seal_is_late` (told to its keepers alone), `lives_here`, while the
    vote is open `may_vote`, or `why_not` in a sentence, and by what they have `voted`, or are to: `account`, `slip`,
    `code`, or None.
    """
    may_vote, why_not = await _may_vote(viewer, row) if vote_is_open(row) else (False, "")
    return {
        "signed_in": viewer.signed_in,
        "keeps": keeps(viewer, row),
        "seal_is_late": keeps(viewer, row) and seal_is_late(row),
        "lives_here": lives_here(viewer, row),
        "may_vote": may_vote,
        "why_not": why_not,
        "voted": await ballots.how_voted(row["id"], viewer.id) if viewer.id and vote_is_open(row) else None,
    }


async def _may_vote(viewer: Viewer, row: JSON) -> tuple[bool, str]:
    try:
        await access_voter(viewer, row)
    except NotSignedIn:
        return False, ""
    except NotAllowed as refusal:
        return False, refusal.message
    return True, ""
