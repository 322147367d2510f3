"""A decision about words where they stand, by somebody who sees them there: written beside the act, as any other."""

from foundation.permissions import Viewer
from moderation.content import Also, Content, Moderated, State, Tell
from moderation.decisions.recording import record
from moderation.decisions.ruling import TAKING_DOWN, Action, Ruling
from moderation.decisions.why import Why
from moderation.evidence.snapshot import LINES


async def recorded_in_place(thing: Moderated, viewer: Viewer, content: Content, action: Action, why: Why) -> Also:
    """What the act takes along: the decision, with the lines of what stands around the words now."""
    lines = await thing.context(content, LINES)
    of_edit = action is Action.REJECT and content.state is State.PUBLISHED
    # What is shown broke no rule.
    ruling = Ruling(action, why.clause if action in TAKING_DOWN else "", why.reason, of_edit=of_edit)

    async def also() -> list[Tell]:
        _decision, tells = await record(viewer, content, ruling, lines)
        return list(tells)

    return also
