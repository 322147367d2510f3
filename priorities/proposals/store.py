"""Writing proposals. Everything inside the caller's transaction."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from priorities.models import Proposal, ProposalState
from priorities.proposals.models import ProposalEdit, RefusalAppeal

JSON = dict[str, Any]


async def add_proposal(row: JSON, author_id: str, values: JSON) -> str:
    """Insert one that nobody sees yet into a round (its row); gives its id.

    Raises IntegrityError where its client_id was used before. `values`: its other columns.
    """
    columns: JSON = {"id": new_id(), "state": ProposalState.HELD, "created_at": clock.now()} | values
    place: JSON = {name: row[name] for name in ("force_id", "neighbourhood_id")}
    made = await Proposal.create(round_id=row["id"], author_id=author_id, **place, **columns)
    return str(made.id)


async def set_proposal(proposal_id: str, **columns: Any) -> None:
    await Proposal.filter(id=proposal_id).update(**columns)


async def keep_edit(proposal: JSON, words: JSON, by: str) -> None:
    """Keep the words of this version as they were."""
    await ProposalEdit.create(
        id=new_id(), proposal_id=proposal["id"], version=proposal["version"], words=words, by_id=by, at=clock.now()
    )


async def edits_of(proposal_id: str, most: int = 50) -> list[JSON]:
    """What a proposal said until each of its latest edits, the oldest first."""
    rows = await ProposalEdit.filter(proposal_id=proposal_id).order_by("-version").limit(most).values()
    return list(reversed(rows))


async def changed_by_staff(proposal_id: str) -> bool:
    """Whether its words are a moderator’s by now."""
    latest = await ProposalEdit.filter(proposal_id=proposal_id).order_by("-version").first().values("by_id")
    return bool(latest and not latest["by_id"])


async def refusal_stands(proposal: JSON) -> bool:
    """Whether staff refused it, and no appeal has let it in."""
    if proposal["refused_by_id"] is None:
        return False
    return not await RefusalAppeal.filter(proposal_id=proposal["id"], upheld=False).exists()
