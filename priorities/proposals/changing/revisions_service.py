"""What a proposal said before each of its edits, for the staff who serve its neighbourhood."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.difference import differences
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.reading import instead_of_sealed, sealed_texts
from priorities.policy import is_staff
from priorities.proposals import store
from priorities.proposals.sealed import access_proposal_to_read
from priorities.proposals.words import whole
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def read_revisions(app: web.Application, viewer: Viewer, proposal_id: str) -> JSON:
    """The context of priorities/proposals/revisions.html: `changes`, the latest first, each `{by: person, at, pieces}`.

    Raises NotFound, NotAllowed.
    """
    row, proposal = await access_proposal_to_read(app, viewer, proposal_id)
    if not is_staff(viewer, row):
        raise NotAllowed(_("Only the staff who serve this neighbourhood see what was changed."))
    rows = await store.edits_of(proposal_id)
    texts = [*(whole(each["words"]) if each["words"] else "" for each in rows), whole(proposal)]
    sealed = await sealed_texts(app, viewer, row["force_id"], texts)
    texts = [instead_of_sealed() if text in sealed else text for text in texts]
    people = await persons({each["by_id"] for each in rows if each["by_id"]})
    changes = [
        {"by": people.get(each["by_id"]), "at": each["at"], "pieces": pieces}
        for each, pieces in zip(rows, await differences(texts), strict=True)
    ]
    return {"head": await round_head(viewer, row), "proposal": proposal, "changes": changes[::-1]}
