"""Who may vote in a round: residents of its neighbourhood with an account of their own, as well known as it asks."""

from typing import Any

from accounts.neighbours import resident_of
from foundation.errors import NotAllowed, NotSignedIn
from foundation.language import _
from foundation.permissions import Role, Viewer
from priorities.ballots.ladder import lowest_tier, tiers_that_vote
from priorities.ballots.moved_house import has_voted_elsewhere
from priorities.ballots.voters import Voter

JSON = dict[str, Any]


async def access_voter(viewer: Viewer, row: JSON) -> Voter:
    """Whom the viewer votes as in a round (its row). Raises NotSignedIn, NotAllowed with what is missing.

    Staff and partners have a say in what is adopted, as what they are: their accounts cast no ballots. Who of them
    lives there votes as their neighbours do, with an account of their own, on paper or by a code.
    """
    if viewer.id is None:
        raise NotSignedIn(_("Sign in to vote, or enter the code from your letter."))
    if viewer.is_enrolled:
        raise NotAllowed(_("Accounts of staff and partners don’t vote: this vote is the residents’."))
    if viewer.role is Role.GUEST:
        raise NotAllowed(_("Guests can’t vote. Make an account first: it takes a name and an email address."))
    if not viewer.neighbourhoods:
        raise _needs_more("postcode")
    found = await _resident(viewer, row["neighbourhood_id"])
    if found is None:
        raise NotAllowed(
            _("Only people who live in this neighbourhood vote here. Your account says you live elsewhere.")
        )
    if found["tier"] not in tiers_that_vote(row):
        raise _needs_more(lowest_tier(row))
    if await has_voted_elsewhere(found["id"], row):
        raise NotAllowed(
            _(
                "You voted in another neighbourhood before you moved here, and that vote was open at the same time."
                " Nobody votes twice; your ballot there counts."
            )
        )
    return Voter(viewer.id, found["tier"])


async def _resident(viewer: Viewer, neighbourhood: str) -> JSON | None:
    """As `resident_of` has them. What the session was asked for is not asked again: every ballot would wait for it."""
    if not viewer.tier:
        return await resident_of(neighbourhood, str(viewer.id))
    if neighbourhood not in viewer.neighbourhoods:
        return None
    return {"id": viewer.id, "tier": viewer.tier}


def _needs_more(tier: str) -> NotAllowed:
    if tier == "postcode":
        return NotAllowed(_("To vote in this round, give your postcode first: on the page of your account."))
    return NotAllowed(
        _("In this round people vote whose address an officer has confirmed. Ask at a surgery, or for a slip.")
    )
