"""The proposals of a round as its overview lists them."""

from collections.abc import Collection
from typing import Any

from accounts.people import persons
from foundation.permissions import Viewer
from foundation.text import plain_words
from priorities.models import ProposalState
from priorities.option_rows import taken_down
from priorities.policy import is_staff
from priorities.proposals.offers import offers_of
from priorities.proposals.order import in_order, is_voted_on, voted_on
from priorities.proposals.policy import is_author
from priorities.proposals.proposal_rows import proposals_of
from priorities.proposals.supporting.support import supported_among
from priorities.proposals.words import signed_by

JSON = dict[str, Any]
_EXCERPT = 160
"""Characters of what happens that a card shows."""


async def cards_of(viewer: Viewer, row: JSON) -> list[JSON]:
    """For priorities/proposals/cards.html: those that are shown, and one's own that wait, of a round (its row).

    Each `{id, path, title, excerpt, place, author, carried, speaks_for, supporters, pictures, state, may}`, as
    `in_order`. From the vote on those that are voted on; the others, `/rounds/ID/refused` lists.
    """
    options = await voted_on(row["id"])
    rows = in_order(row, [each for each in await proposals_of(row["id"]) if _is_listed(viewer, row, each, options)])
    people = await persons({name for each in rows if (name := signed_by(each))})
    supported = await supported_among(viewer.id, [each["id"] for each in rows])
    return [_card(viewer, row, each, people.get(signed_by(each) or ""), each["id"] in supported) for each in rows]


def _is_listed(viewer: Viewer, row: JSON, proposal: JSON, options: Collection[str]) -> bool:
    if proposal["state"] == ProposalState.PUBLISHED:
        return not is_voted_on(row) or proposal["id"] in options
    if proposal["state"] == ProposalState.HELD:
        return is_author(viewer, proposal)
    # Of what is voted on, that something was taken down is said: its votes are kept.
    return proposal["state"] == ProposalState.HIDDEN and is_voted_on(row) and is_staff(viewer, row)


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
