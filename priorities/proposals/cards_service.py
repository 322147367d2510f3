"""The proposals of a round as its overview lists them."""

from typing import Any

from accounts.people import persons
from foundation.permissions import Viewer
from foundation.text import plain_words
from priorities.models import ProposalState
from priorities.option_rows import taken_down
from priorities.policy import is_staff
from priorities.proposals.offers import offers_of
from priorities.proposals.order import in_order, is_voted_on, listed
from priorities.proposals.proposal_rows import proposals_of
from priorities.proposals.supporting.support import supported_among
from priorities.proposals.words import signed_by

JSON = dict[str, Any]
_EXCERPT = 160
"""Characters of what happens that a card shows."""


async def cards_of(viewer: Viewer, row: JSON) -> list[JSON]:
    """For priorities/proposals/cards.html: those of a round (its row) that are `listed`, and for staff the hidden ones.

    Each `{id, path, title, excerpt, place, author, carried, speaks_for, supporters, pictures, state, may}`.
    """
    rows = in_order(row, [*await listed(viewer, row), *await _hidden(viewer, row)])
    people = await persons({name for each in rows if (name := signed_by(each))})
    supported = await supported_among(viewer.id, [each["id"] for each in rows])
    return [_card(viewer, row, each, people.get(signed_by(each) or ""), each["id"] in supported) for each in rows]


async def _hidden(viewer: Viewer, row: JSON) -> list[JSON]:
    """Of what is voted on, that something was taken down is said to staff: its votes are kept."""
    if not (is_voted_on(row) and is_staff(viewer, row)):
        return []
    return [each for each in await proposals_of(row["id"]) if each["state"] == ProposalState.HIDDEN]


def _card(viewer: Viewer, row: JSON, proposal: JSON, author: JSON | None, supported: bool) -> JSON:
    # The page of what was taken down asks whether a sealed case holds it: a list shows its words to nobody.
    gone = proposal["state"] == ProposalState.HIDDEN
    return {
        "id": proposal["id"],
        "path": f"/proposals/{proposal['id']}",
        "title": taken_down() if gone else proposal["title"],
        "excerpt": "" if gone else _excerpt(plain_words(proposal["html"])),
        "place": "" if gone else proposal["place_name"],
        "author": author,
        "carried": bool(proposal["carried_from_id"]),
        "speaks_for": "" if gone else proposal["speaks_for"],
        "supporters": proposal["supporters"],
        "pictures": proposal["pictures"],
        "state": proposal["state"],
        "may": offers_of(viewer, row, proposal, supported=supported),
    }


def _excerpt(words: str) -> str:
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …"
