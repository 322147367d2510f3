"""The presets of a force: what its moderators often decide, with the sentence that the author reads."""

from typing import Any, Final

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import clean_text
from foundation.turns import take_turn
from moderation.decisions import presets_store as store
from moderation.decisions.checking import check_ruling
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.shipped_presets import SHIPPED
from moderation.policy import check_moderates
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]
LONGEST_NAME: Final = 60
PRESET_ACTIONS: Final = (Action.HIDE, Action.HIDE_AND_WARN, Action.WARN, Action.SILENCE, Action.REMOVE)
_SHIPPED_ID = "shipped-"


async def presets_of(force: str) -> list[JSON]:
    """`{id, name, action, clause, reason, seconds}` of each; what was shipped until the force changes anything."""
    if rows := await store.presets_in(force):
        return rows
    return [] if await store.has_any(force) else _shipped()


async def presets_page(viewer: Viewer) -> list[JSON]:
    """The same, for who keeps them; raises NotAllowed."""
    return await presets_of(check_moderates(viewer))


async def add_preset(app: web.Application, viewer: Viewer, name: str, ruling: Ruling) -> str:
    """Add one, and give its id. Raises NotAllowed, Invalid with the field, and Conflict where there are too many."""
    force, name = check_moderates(viewer), clean_text(name)
    if not name or len(name) > LONGEST_NAME:
        raise Invalid.at("name", _("Give it a name of at most %(most)s characters.", most=LONGEST_NAME))
    if ruling.action not in PRESET_ACTIONS:
        raise Invalid.at("action", _("Choose what is to be done."))
    ruling = check_ruling(ruling)
    await check_unsealed(app, force, name, field="name")
    await check_unsealed(app, force, ruling.reason, field="reason")

    async def work() -> str:
        await _begin(force)
        if len(await store.presets_in(force)) >= store.MOST:
            raise Conflict(_("There are too many already. Remove one first."))
        values = {"action": ruling.action, "clause": ruling.clause, "reason": ruling.reason, "seconds": ruling.seconds}
        preset = await store.add_preset(force, viewer.id, name=name, **values)
        await _audit("preset.add", viewer, preset)
        return preset

    return await atomic(work)


async def remove_preset(viewer: Viewer, preset: str) -> None:
    """Take one off the list. What was decided with it stands. Raises NotAllowed and NotFound."""
    force = check_moderates(viewer)

    async def work() -> None:
        copies = await _begin(force)
        removed = copies.get(preset, preset)
        if not await store.set_removed(force, removed):
            raise NotFound(_("There is no such preset. Somebody may have removed it already."))
        await _audit("preset.remove", viewer, removed)

    await atomic(work)


async def _begin(force: str) -> dict[str, str]:
    """Make what was shipped the force's own, before its first change; gives the ids of the copies."""
    await take_turn(f"presets {force}")
    if await store.has_any(force):
        return {}
    shipped = _shipped()
    return {one["id"]: await store.add_preset(force, None, **_values(one)) for one in shipped}


def _values(shipped: JSON) -> JSON:
    return {name: shipped[name] for name in ("name", "action", "clause", "reason", "seconds")}


def _shipped() -> list[JSON]:
    return [
        {
            "id": f"{_SHIPPED_ID}{number}",
            "name": str(one.name),
            "action": one.action,
            "clause": one.clause,
            "reason": str(one.reason),
            "seconds": one.seconds,
        }
        for number, one in enumerate(SHIPPED)
    ]


async def _audit(act: str, viewer: Viewer, preset: str) -> None:
    await add_entry(act=act, actor=viewer, subject_type="preset", subject_id=preset)
