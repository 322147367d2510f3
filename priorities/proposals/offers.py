"""What a page offers somebody to do with a proposal. Whoever does it all the same is asked again."""

from typing import Any

from foundation.permissions import Viewer
from priorities.models import ProposalState
from priorities.policy import is_staff, keeps, lives_here
from priorities.proposals.policy import CHANGEABLE, is_author

JSON = dict[str, Any]


def offers_of(viewer: Viewer, row: JSON, proposal: JSON, *, supported: bool = False) -> dict[str, bool]:
    """`{support, unsupport, sign_in, change, flag, decide, revisions, arrange}` of a round and a proposal.

    `sign_in`: whoever is signed out could support it then. `change`: to take it back, too.
    `arrange`: to put together, refuse, write what is known.
    """
    shown = proposal["state"] == ProposalState.PUBLISHED
    open_, mine = row["phase"] in CHANGEABLE, is_author(viewer, proposal)
    resident = lives_here(viewer, row)
    stands = proposal["state"] in (ProposalState.PUBLISHED, ProposalState.HELD)
    return {
        "support": shown and open_ and resident and not supported,
        "unsupport": shown and open_ and resident and supported,
        "sign_in": shown and open_ and not viewer.signed_in,
        "change": mine and open_ and stands,
        "flag": shown and viewer.signed_in and not mine,
        "decide": is_staff(viewer, row) and proposal["state"] != ProposalState.WITHDRAWN,
        "revisions": is_staff(viewer, row) and proposal["version"] > 1,
        "arrange": keeps(viewer, row) and open_ and shown,
    }
