"""One change to minutes: the version is claimed first, so that of two hosts who change at once the second is told."""

from collections.abc import Awaitable, Callable
from typing import Any

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotFound, Refusal
from foundation.language import _
from foundation.permissions import Viewer
from rooms.minutes import store
from rooms.minutes.models import MinutesState
from rooms.minutes.policy import access_to_write

JSON = dict[str, Any]
Work = Callable[[list[JSON]], Awaitable[JSON]]
"""Takes the paragraphs as they are, gives what the audit is to say of the change."""


async def change(
    viewer: Viewer,
    surgery_id: str,
    version: int,
    act: str,
    work: Work,
    *,
    state: MinutesState = MinutesState.DRAFT,
    only: MinutesState | None = None,
) -> None:
    """Do `work` to minutes that are still of this version; what is changed is a draft again.

    `only`: the one state in which this may be done. Raises what `access_to_write` does, NotFound (no minutes), Conflict
    (another version by now).
    """
    await access_to_write(viewer, surgery_id)

    async def whole() -> None:
        if not await store.claim_change(surgery_id, version, state, only):
            raise await _refusal(surgery_id, version)
        details = await work(await store.items_of(surgery_id))
        await note(viewer, surgery_id, act, {"version": version + 1, **details})

    await atomic(whole)


async def _refusal(surgery_id: str, version: int) -> Refusal:
    minutes = await store.find_minutes(surgery_id)
    if minutes is None:
        return NotFound(_("There is no draft of these minutes yet."))
    if minutes["version"] == version:
        return Conflict(_("Approve the minutes before you publish them."))
    return Conflict(_("Somebody else changed these minutes meanwhile. Nothing of yours was saved yet."))


async def note(viewer: Viewer, surgery_id: str, act: str, details: JSON) -> None:
    await add_entry(act=act, actor=viewer, subject_type="minutes", subject_id=surgery_id, details=details)


def place_of(items: list[JSON], item_id: str) -> int:
    """Where a paragraph stands, from 0; raises NotFound."""
    for place, item in enumerate(items):
        if item["id"] == item_id:
            return place
    raise NotFound(_("This paragraph is not there any more."))
