"""The guard before posting: what somebody is told while nothing of it is anywhere but on their own screen.

What rules ask about is `screening`'s, whoever posts and by whatever way; this is for who writes in a form.
"""

from collections.abc import Mapping

from forums.moderated_words import whole
from forums.posting.outcomes import Outcome
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import MAX_LENGTH
from moderation.items.kinds import Kind
from moderation.screening import Context, screened

_NAMED = frozenset({Kind.NAMES, Kind.CHILD})


async def guard_of(viewer: Viewer, form: Mapping[str, str], *, looking: bool = False) -> Outcome | None:
    """What is said of the words of a form before they are posted; None where there is nothing, or it was said.

    Somebody in danger is not stopped: their words go to people at once, and the page says 999. Only who is `looking` at
    a preview, and has sent nothing to anybody, hears that first.
    """
    if viewer.is_staff or form.get("confirm") == "true":
        return None
    title, body = form.get("title", ""), form.get("body", "")
    if len(title) + len(body) > 2 * MAX_LENGTH:
        # It is refused in a moment: to read a million letters by every rule takes seconds.
        return None
    words = whole(title, body)
    verdict = await screened(words, Context())
    if verdict.emergency:
        return Outcome("warned", reason=_happening(), notice="emergency") if looking else None
    if any(hit.kind in _NAMED for hit in verdict.hits):
        return Outcome("warned", reason=_named(), in_private=True)
    return None


def _happening() -> str:
    return _("This looks like something that is happening now. Call 999: nobody sends help from this forum.")


def _named() -> str:
    return _(
        "This seems to name a person. Take the name out, or tell the police in private: call 101, or ask for a word "
        "alone at a surgery. If you post it as it is, a moderator reads it first."
    )
