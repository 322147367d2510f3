"""One's own flags, and what came of them."""

from typing import Any

from foundation.ids import is_own_id
from foundation.permissions import Viewer
from moderation.flags import store
from moderation.flags.outcomes import shown
from moderation.flags.policy import check_may_flag
from moderation.flags.records import Record, records_of

JSON = dict[str, Any]
_PAGE = 50


async def own_flags(viewer: Viewer, before: str | None = None) -> tuple[list[JSON], str | None]:
    """The flags of who asks, newest first, and where the next page begins (None: nowhere)."""
    since = before if before and is_own_id(before) else None
    flags = await store.flags_by(check_may_flag(viewer), _PAGE, since)
    endings = await store.endings_of([flag["item_id"] for flag in flags if flag["item_id"]])
    rows = [shown(flag, *endings.get(flag["item_id"], (None, None))) for flag in flags]
    return rows, flags[-1]["id"] if len(flags) == _PAGE else None


async def own_flag_on(viewer: Viewer, target_type: str, target_id: str) -> JSON | None:
    """What who asks has said of one thing already, as `own_flags` shows it; None where they have not."""
    flag = await store.flag_on(target_type, target_id, check_may_flag(viewer))
    if flag is None:
        return None
    endings = await store.endings_of([flag["item_id"]]) if flag["item_id"] else {}
    return shown(flag, *endings.get(flag["item_id"], (None, None)))


async def own_record(viewer: Viewer) -> Record:
    """Whether who asks was muted, why and until when."""
    person = check_may_flag(viewer)
    return (await records_of([person]))[person]
