"""An entry of a running log before it is written: checked, screened, rendered, and its picture made."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered
from moderation.screening import Action, Context, screened
from moderation.sealed.service import check_unsealed
from rooms.running_log import store
from rooms.running_log.drafts import EntryDraft, check_entry
from rooms.running_log.pictures import encoded

JSON = dict[str, Any]


async def checked_draft(app: web.Application, log_id: str, draft: EntryDraft) -> EntryDraft:
    """What staff say is screened like all they say: they are asked once. Raises Invalid."""
    log = await store.find_log(log_id)
    checked = check_entry(draft, tuple(log["categories"]))
    await check_unsealed(app, log["force_id"], checked.place, checked.body, checked.alt)
    words = "\n".join((checked.place, checked.body, checked.alt))
    verdict = await screened(words, Context(trusted=True, confirmed=checked.confirm))
    if verdict.action is Action.WARN:
        raise Invalid.at("body", verdict.reason)
    return checked


async def entry_columns(checked: EntryDraft) -> JSON:
    words = {"at": checked.at, "place": checked.place, "category": checked.category, "body": checked.body}
    return words | {"html": await rendered(checked.body)}


async def picture_columns(app: web.Application, viewer: Viewer, checked: EntryDraft, picture: bytes) -> JSON:
    """The columns of its picture, none without one."""
    if not picture:
        return {}
    check_alt(checked)
    await app[LIMITS].check("photo", str(viewer.id))
    return await encoded(picture) | {"alt": checked.alt}


def check_alt(checked: EntryDraft) -> None:
    if not checked.alt:
        raise Invalid.at("alt", _("Say what the picture shows, for people who can’t see it."))
