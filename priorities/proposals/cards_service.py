"""The proposals of a round as its overview lists them."""

from typing import Any

from accounts.people import persons
from foundation.permissions import Viewer
from foundation.text import plain_words
from priorities.models import ProposalState
from priorities.phases import vote_is_over
from priorities.policy import is_staff
from priorities.proposals.offers import offers_of
from priorities.proposals.policy import is_author
from priorities.proposals.proposal_rows import proposals_of
from priorities.proposals.supporting.support import supported_among

JSON = dict[str, Any]
_EXCERPT = 160
"""Characters of what happens that a card shows."""


async def cards_of(viewer: Viewer, row: JSON) -> list[JSON]:
    """For priorities/proposals/cards.html: those that are shown, and one's own that wait, of a round (its row).

    Each `{id, path, title, excerpt, place, author, speaks_for, supporters, supported, pictures, state, waits, may}`,
    those with most support first: but while people vote, and after, in the order in which they were made.
    """
    rows = [each for each in await proposals_of(row["id"]) if _is_listed(viewer, row, each)]
    if not _is_voted_on(row):
        rows.sort(key=lambda each: (-each["supporters"], each["id"]))
    people = await persons({each["author_id"] for each in rows})
    supported = await supported_among(viewer.id, [each["id"] for each in rows])
    return [_card(viewer, row, each, people.get(each["author_id"]), each["id"] in supported) for each in rows]


def _is_listed(viewer: Viewer, row: JSON, proposal: JSON) -> bool:
    if proposal["state"] == ProposalState.PUBLISHED:
        return True
    if proposal["state"] == ProposalState.HELD:
        return is_author(viewer, proposal)
    # Of what is voted on, that something was taken down is said: its votes are kept.
    return proposal["state"] == ProposalState.HIDDEN and _is_voted_on(row) and is_staff(viewer, row)


def _is_voted_on(row: JSON) -> bool:
    return row["phase"] == "vote" or vote_is_over(row)


def _card(viewer: Viewer, row: JSON, proposal: JSON, author: JSON | None, supported: bool) -> JSON:
    words = plain_words(proposal["html"])
    return {
        "id": proposal["id"],
        "path": f"/proposals/{proposal['id']}",
        "title": proposal["title"],
        "excerpt": words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …",
        "place": proposal["place_name"],
        "author": author,
        "speaks_for": proposal["speaks_for"],
        "supporters": proposal["supporters"],
        "supported": supported,
        "pictures": proposal["pictures"],
        "state": proposal["state"],
        "may": offers_of(viewer, row, proposal, supported=supported),
    }
