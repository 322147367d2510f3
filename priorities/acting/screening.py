"""Whether words about a priority are shown at once: by the rules that hold for officers’ words everywhere."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from moderation.passing.warned import check_not_warned
from priorities.screening import Screened, screened_in

JSON = dict[str, Any]


async def screened_for_team(
    app: web.Application, viewer: Viewer, row: JSON, words: str, *, confirm: bool, before: str | None = None
) -> Screened:
    """What becomes of words about a priority (its `row`) by somebody who answers for it. Raises Warned.

    `before`: the words that they take the place of.
    """
    screened = await screened_in(
        app, viewer, row, words, confirm=confirm, before=before, answered_for=viewer.is_enrolled
    )
    check_not_warned(screened)
    return screened


def not_kept() -> Conflict:
    """What is said of words that a moderator would read first, where nothing can wait: they were stored nowhere."""
    return Conflict(_("This can’t be shown as it is worded, and nothing was kept. Word it otherwise."))
