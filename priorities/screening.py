"""Whether words go out at once in priorities: what `moderation.passing` comes to. The place is the round."""

from collections.abc import Sequence

from aiohttp import web

from foundation.permissions import Viewer
from moderation.content import Tell
from moderation.items import ending_service
from moderation.modes import Mode
from moderation.passing import reviewing_service, screening_service
from moderation.passing.screened import Screened
from moderation.passing.words import Words
from priorities.round_rows import JSON

__all__ = ["Screened", "left_to_review", "screened_in", "seen_to"]


async def screened_in(
    app: web.Application,
    viewer: Viewer,
    row: JSON,
    text: str,
    *,
    confirm: bool,
    before: str | None = None,
    answered_for: bool = False,
) -> Screened:
    """What becomes of words in a round, or about a priority (its row).

    `confirm`: their author was warned and sends them all the same. `before`: the words that they take the place of.
    `answered_for`: by whom they are from answers for them, as staff do everywhere.
    """
    words = Words(
        app,
        viewer,
        row["force_id"],
        row["id"],
        text,
        confirm,
        answered_for=answered_for or viewer.is_staff,
        mode=_open,
        before=before,
    )
    return await screening_service.screened_in(words)


async def left_to_review(app: web.Application, type_: str, id_: str, screened: Screened) -> Sequence[Tell]:
    """Have somebody look at it as it stands now, where that is needed; gives what is to be told.

    Inside the transaction that writes the words.
    """
    return await reviewing_service.left_to_review(app, type_, id_, screened)


async def seen_to(app: web.Application, type_: str, id_: str, revision: int, screened: Screened) -> Sequence[Tell]:
    """What the moderators have to do with words of this revision that are shown in the place of others."""
    found = await left_to_review(app, type_, id_, screened)
    return found if screened.wants_item else [*found, *await ending_service.mended(type_, id_, revision)]


async def _open() -> str:
    return Mode.OPEN
