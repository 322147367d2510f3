"""The rows of priorities, as a panel’s agreement has them: made, promised anew, or taken back. In its transaction."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting.finding import priority_changed
from priorities.acting.models import Words
from priorities.acting.priority_rows import lock_priority
from priorities.agreeing import store
from priorities.agreeing.adoptable import able_options
from priorities.agreeing.adoption import Adoption
from priorities.agreeing.policy import Panel
from priorities.agreeing.promised import Promised

JSON = dict[str, Any]


async def set_priorities(
    app: web.Application, viewer: Viewer, panel: Panel, adoption: Adoption, there: Mapping[str, JSON]
) -> dict[str, str]:
    """Make, change and take back the rows of priorities: their ids by their options. `there`: those of before."""
    row, today = panel.row, clock.today_in(app[SETTINGS].time_zone)
    options = {option["id"]: option for option in await able_options(row["id"])}
    made, by = {}, str(viewer.id)
    for option, old in there.items():
        if option not in adoption.options:
            await _remove(old["id"])
    for position, one in enumerate(adoption.promised, 1):
        if one.option in there:
            made[one.option] = await _change(there[one.option]["id"], one, position, by)
        elif one.option in options:
            made[one.option] = await store.add_priority(
                row, options[one.option], today, position, worded_by_id=by, **one.columns
            )
        else:
            raise Conflict(_("A proposal has just been taken down, and can’t be adopted. Look again."))
        await priority_changed(made[one.option])
    return made


async def _change(priority_id: str, one: Promised, position: int, by: str) -> str:
    """Change what is promised; not over what a colleague has promised since, nor over what moderators took down."""
    old = await lock_priority(priority_id) or {}
    if old["hidden"]:
        await store.set_priority(priority_id, old["version"], position=position)
        return priority_id
    if old["kept_version"] != one.kept_version:
        raise Conflict(
            _("What is promised about “%(title)s” has changed since you read it. Look again.", title=old["title"])
        )
    changed = any(old[name] != value for name, value in one.columns.items())
    columns = one.columns | {"kept_version": old["kept_version"] + 1, "worded_by_id": by} if changed else {}
    await store.set_priority(priority_id, old["version"], position=position, **columns)
    return priority_id


async def _remove(priority_id: str) -> None:
    """Take one back: what is done about it at the same moment was done about a priority, and keeps it."""
    priority = await lock_priority(priority_id) or {}
    if priority["state"] == Words.HIDDEN:
        raise Conflict(_("Moderators took down the words of one of them. Until that is settled it can’t be taken out."))
    if not await store.remove_priority(priority_id):
        raise Conflict(
            _("Something was already done about “%(title)s”, so it can’t be taken out.", title=priority["title"])
        )
    await priority_changed(priority_id)
