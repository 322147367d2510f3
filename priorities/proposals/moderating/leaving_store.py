"""Every query of all that one person proposed, and of what is kept for them there."""

from collections.abc import Collection
from typing import Any

from tortoise.expressions import Subquery

from foundation.queries import Query
from moderation.leaving_words import SEEN
from priorities.models import Proposal
from priorities.proposals.models import ProposalEdit, RefusalAppeal

JSON = dict[str, Any]
# What was put to the vote stands in its result for good, without a name: see docs/decisions.
_LEAVING = Query(
    """
    SELECT id, state, pending FROM priority_proposal
    WHERE author_id = ? AND (what <> '' OR pending IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM priority_option WHERE priority_option.id = priority_proposal.id)
    ORDER BY id DESC
    """
)


async def proposals_to_leave(person: str, *, everything: bool, kept: Collection[str] | None, most: int) -> list[str]:
    """The ids, newest first, of those that are to leave the screens or to lose their text.

    `kept` (ids; None: all) lose none, but leave the screens.
    """
    found: list[str] = []
    for row in await _LEAVING.rows(person):
        seen, keeping = row["state"] in (*SEEN, "merged", "refused"), kept is None or row["id"] in kept
        leaves = row["state"] == "held" or (everything and seen)
        loses = not keeping and (everything or not seen or row["pending"] is not None)
        if leaves or loses:
            found.append(row["id"])
    return found[:most]


async def erase(proposal_id: str, title: str) -> None:
    """Take the text of a proposal away, and what stood in it before; `title` stands in the place of its title."""
    nothing = {"what": "", "html": "", "times": "", "affected": "", "speaks_for": "", "place_name": ""}
    nowhere = {"place_latitude": None, "place_longitude": None, "area": None, "pending": None, "held_reason": ""}
    await Proposal.filter(id=proposal_id).update(title=title, **nothing, **nowhere)
    await ProposalEdit.filter(proposal_id=proposal_id).update(words={})


async def erase_edits(person: str, kept: Collection[str]) -> None:
    """Take away what stood in somebody's proposals before they were edited, but for what is `kept`."""
    theirs = Subquery(Proposal.filter(author_id=person).values("id"))
    await ProposalEdit.filter(proposal_id__in=theirs).exclude(proposal_id__in=list(kept)).update(words={})


async def erase_appeals(person: str, kept: Collection[str]) -> None:
    """Take away what somebody wrote to the staff about a refusal, but for what is `kept`: nobody else read it."""
    await RefusalAppeal.filter(person_id=person).exclude(proposal_id__in=list(kept)).update(text="")


async def has_written_one_of(person: str, ids: Collection[str]) -> bool:
    return bool(ids) and await Proposal.filter(author_id=person, id__in=list(ids)).exists()
