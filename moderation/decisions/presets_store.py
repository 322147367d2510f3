"""Every query and insert about presets."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.decisions.models import Preset

JSON = dict[str, Any]
MOST = 60
_SHOWN = ("id", "name", "action", "clause", "reason", "seconds", "made_by_id", "made_at")


async def presets_in(force: str) -> list[JSON]:
    """The presets of a force, in the order in which they were made."""
    return await Preset.filter(force_id=force, removed_at=None).order_by("id").limit(MOST).values(*_SHOWN)


async def has_any(force: str) -> bool:
    """Whether a force has ever changed what was shipped."""
    return await Preset.filter(force_id=force).exists()


async def add_preset(force: str, by: str | None, **values: Any) -> str:
    """Insert a preset and give its id; inside a transaction."""
    preset = await Preset.create(id=new_id(), force_id=force, made_by_id=by, made_at=clock.now(), **values)
    return preset.id


async def set_removed(force: str, preset: str) -> bool:
    """Take a preset off the list; False where it is not on it."""
    kept = Preset.filter(id=preset, force_id=force, removed_at=None)
    return bool(await kept.update(removed_at=clock.now()))
