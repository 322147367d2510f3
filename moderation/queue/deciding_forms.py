"""The form of a decision: what can be chosen in it, and what was."""

from typing import Any, Final

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _, lazy
from foundation.numbers import whole_number
from foundation.permissions import Viewer
from moderation.decisions.escalating import OFFICER, SAFEGUARDING
from moderation.decisions.presets_service import presets_of
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.spans import SPANS

JSON = dict[str, Any]
_MOST_TOGETHER = 20
_LONGEST = 4000

TO: Final = {OFFICER: lazy("An officer"), SAFEGUARDING: lazy("Safeguarding")}


async def choices(viewer: Viewer) -> JSON:
    """What the form offers: the force's `presets`, `spans` of time, and whom one can pass it on `to`."""
    presets = await presets_of(viewer.force or "")
    return {"presets": presets, "spans": SPANS, "to": TO}


async def filled(viewer: Viewer, form: dict[str, str]) -> dict[str, str]:
    """The form with the words of the preset that was chosen, where nobody has changed what it began with.

    A script fills them in before the form is sent, and names no preset.
    """
    preset = next((each for each in await presets_of(viewer.force or "") if each["id"] == form.get("preset")), None)
    if preset is None:
        return form
    given = {"clause": preset["clause"], "reason": preset["reason"], "seconds": str(preset["seconds"] or "")}
    untouched = [name for name in given if form.get(name, "") == form.get(f"began-{name}", "")]
    return form | {name: given[name] for name in untouched if given[name]}


def ruling_of(item_id: str, form: dict[str, str]) -> Ruling:
    """What somebody decided by the form; raises Invalid with the field that is wrong."""
    try:
        action = Action(form.get("action", ""))
    except ValueError:
        raise Invalid.at("action", _("Choose what to do.")) from None
    return Ruling(
        action=action,
        clause=form.get("clause", ""),
        reason=form.get("reason", "")[:_LONGEST],
        note=form.get("note", "")[:_LONGEST],
        seconds=_seconds(form.get("seconds", "")) if action in (Action.SILENCE, Action.REMOVE) else None,
        body=form.get("body", "") if action is Action.EDIT else None,
        to=form.get("to") or None if action is Action.ESCALATE else None,
        item=item_id,
        version=_version(form.get("version", "")),
    )


def also_in(form: dict[str, str]) -> dict[str, int]:
    """The other items that were marked, each with the version that was read."""
    marked = [(name.removeprefix("also-"), version) for name, version in form.items() if name.startswith("also-")]
    return {item: _version(version) for item, version in marked[:_MOST_TOGETHER] if is_own_id(item)}


def ids_in(said: str) -> list[str]:
    """Ids that stand in an address or a form, with dots between them."""
    return [one for one in said.split(".")[: _MOST_TOGETHER + 1] if one and is_own_id(one)]


def _seconds(given: str) -> int | None:
    if not given:
        return None
    if given not in SPANS:
        raise Invalid.at("seconds", _("Choose for how long."))
    return int(given)


def _version(given: str) -> int:
    version = whole_number(given)
    if version is None:
        raise Invalid.at("version", _("This page is too old. Open the item again."))
    return version
