"""The guard before posting: what somebody is told while nothing of it is anywhere but on their own screen.

What rules ask about is `screening`'s, whoever posts and by whatever way; this is for who writes in a form.
"""

from foundation.language import _
from foundation.permissions import Viewer
from moderation.items.kinds import Kind
from moderation.screening import Context, screened
from priorities.proposals.posting.new import LONGEST_WHAT, NewProposal
from priorities.proposals.posting.outcomes import Outcome
from priorities.proposals.words import BETWEEN

_NAMED = frozenset({Kind.NAMES, Kind.CHILD})


async def guard_of(viewer: Viewer, new: NewProposal, *, looking: bool = False) -> Outcome | None:
    """What is said of a proposal before it is posted; None where there is nothing, or it was said.

    Somebody in danger is not stopped: their words go to people at once, and the page says 999. Only who is `looking` at
    a preview, and has sent nothing to anybody, hears that first.
    """
    if viewer.is_staff or new.confirm or len(new.what) > LONGEST_WHAT:
        return None
    words = (new.title, new.what, new.where.name, new.times, new.affected, new.speaks_for)
    verdict = await screened(BETWEEN.join(filter(None, (each[:LONGEST_WHAT] for each in words))), Context())
    if verdict.emergency:
        return Outcome("warned", reason=_happening(), notice="emergency") if looking else None
    if any(hit.kind in _NAMED for hit in verdict.hits):
        return Outcome("warned", reason=_named(), in_private=True)
    return None


def _happening() -> str:
    return _("This looks like something that is happening now. Call 999: nobody sends help from here.")


def _named() -> str:
    return _(
        "This seems to name a person. Take the name out, or tell the police in private: call 101, or ask for a word "
        "alone at a surgery. If you send it as it is, a moderator reads it first."
    )
