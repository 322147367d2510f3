"""The words of an action, as they go into its row: screened first, for whoever is on the team or is a partner of it."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web

from accounts.people import person
from foundation.permissions import Role, Viewer
from foundation.text import rendered
from moderation.passing.screened import Screened
from priorities.acting.drafts import ActionDraft
from priorities.acting.screening import screened_for_team
from priorities.pictures.service import PICTURES

JSON = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What goes into the row, what its pictures show in words, and what screening said of all of it."""

    columns: JSON
    pictures: tuple[str, ...]
    seen: str
    screened: Screened


async def written_of(
    app: web.Application, viewer: Viewer, row: JSON, draft: ActionDraft, before: str | None = None
) -> Written:
    """Read a draft; `before`: the words that it takes the place of. Raises Warned."""
    seen = await PICTURES.words_of(str(viewer.id), draft.pictures)
    words = f"{draft.words}\n{seen}".strip()
    screened = await screened_for_team(app, viewer, row, words, confirm=draft.confirm, before=before)
    columns = {"body": draft.body, "figures": list(draft.figures), "done_on": draft.done_on}
    return Written(columns | {"html": await rendered(draft.body)}, draft.pictures, seen, screened)


async def partner_of(viewer: Viewer, draft: ActionDraft) -> JSON:
    """For whom a partner acts is the record’s to say, and nobody else’s."""
    if viewer.role is not Role.PARTNER:
        return {"partner": draft.partner, "partner_by_record": False}
    record = (await person(str(viewer.id)))["partner"]
    return {"partner": str(record["organisation"]) if record else "", "partner_by_record": True}
