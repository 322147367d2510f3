"""Whether an action’s words are shown at once: by the rules that hold for officers’ words everywhere."""

from typing import Any, ClassVar

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.permissions import Viewer
from moderation.modes import Mode
from moderation.passing import screening_service
from moderation.passing.screened import Screened
from moderation.passing.words import Words

JSON = dict[str, Any]


class Warned(Invalid):
    """Nothing was stored: mend the words, or send them again with `confirm`."""

    kind: ClassVar[str] = "warned"


async def screened_in(
    app: web.Application, viewer: Viewer, row: JSON, words: str, *, confirm: bool, before: str | None = None
) -> Screened:
    """What becomes of words about a priority (its `row`) by somebody who answers for it. Raises Warned.

    `before`: the words that they take the place of.
    """
    asked = Words(app, viewer, row["force_id"], row["id"], words, confirm, viewer.is_enrolled, _open, before=before)
    screened = await screening_service.screened_in(asked)
    if screened.is_warned_of:
        raise Warned(screened.verdict.reason)
    return screened


def not_kept() -> Conflict:
    """What is said of words that a moderator would read first, where nothing can wait: they were stored nowhere."""
    return Conflict(_("This can’t be shown as it is worded, and nothing was kept. Word it otherwise."))


async def _open() -> str:
    return Mode.OPEN
