"""Whether words go out at once in a room: screening, then the room's mode."""

from dataclasses import replace

from foundation.language import _
from moderation.screening import Action, Context, Verdict, screened
from rooms.messages import store
from rooms.models import Mode
from rooms.standing import Standing


async def screened_in(standing: Standing, body: str, *, confirm: bool) -> Verdict:
    """What becomes of words in this room: what the rules of today say, and where they let them pass, the room's mode.

    `confirm`: their author was warned and sends them all the same.
    """
    trusted = standing.speaks or standing.viewer.is_staff
    verdict = await screened(body, Context(trusted=trusted, confirmed=confirm))
    if standing.is_booth:
        # Names and numbers are what one comes to tell, and nobody else is there to read them first.
        return replace(verdict, action=Action.PAGE if verdict.page else Action.ALLOW, reason="", held=False)
    passes = verdict.action is not Action.WARN and not verdict.held
    if passes and (reason := await _reason_of_mode(standing)):
        return verdict.holding(reason)
    return verdict


async def _reason_of_mode(standing: Standing) -> str:
    """Why the room's mode holds this person's words; empty when it does not."""
    if standing.is_staff or standing.speaks or standing.viewer.is_staff:
        return ""
    if standing.room["mode"] == Mode.PREMODERATED:
        return _("In this room a moderator reads each message before it is shown.")
    if standing.room["mode"] == Mode.NEWCOMERS and not await store.is_known(str(standing.viewer.id)):
        return _("A moderator reads the first message of everybody who is new here.")
    return ""
