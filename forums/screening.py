"""Whether words go out at once in a forum: what `moderation.passing` comes to, by what their place asks."""

from functools import partial

from aiohttp import web

from forums.moderated_words import whole
from forums.newcomers import check_links
from forums.reviewing import left_to_review
from forums.standing import Standing
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Role
from moderation.lists.sites_service import allowed_in
from moderation.modes import Mode
from moderation.passing import screening_service
from moderation.passing.screened import Screened
from moderation.passing.words import Words
from moderation.screening import links

__all__ = ["Screened", "left_to_review", "screened_in"]


async def screened_in(
    app: web.Application, standing: Standing, title: str, body: str, *, confirm: bool, before: str | None = None
) -> Screened:
    """What becomes of a topic's words (its `title` and text) or of a reply's (an empty title) in their forum.

    `confirm`: their author was warned and sends them all the same. `before`: the words that they take the place of, as
    `moderated_words.whole` has them. Raises TooFast for somebody's third link on their first day.
    """
    viewer = standing.viewer
    text = whole(title, body)
    if app[SETTINGS].limits and links(text):
        await check_links(viewer, text, before, await allowed_in(app, standing.force_id, standing.forum_id))
    is_guest = viewer.role is Role.GUEST
    words = Words(
        app,
        viewer,
        standing.force_id,
        standing.forum_id,
        text,
        confirm,
        answered_for=standing.is_staff or viewer.is_staff,
        mode=partial(_mode_for, standing),
        before=before,
        reads_first=_of_guests() if is_guest else _of_all(),
    )
    return await screening_service.screened_in(words)


async def _mode_for(standing: Standing) -> str:
    """What guests write waits always: nobody can know whether they are who was put out a moment ago."""
    return Mode.PREMODERATED if standing.viewer.role is Role.GUEST else standing.mode


def _of_guests() -> str:
    return _("A moderator reads what guests write before it is shown. You can create an account: it takes a minute.")


def _of_all() -> str:
    return _("A moderator reads everything that is written here before it is shown.")
