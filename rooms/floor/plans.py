"""The floor plans of this server: those that ship, and a force's own. Read and checked once, at the start."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from aiohttp import web

from foundation.environment import BadSetting
from foundation.language import current
from foundation.pages import FRONTEND
from rooms.floor.faults import duplicates, faults
from rooms.floor.plan import Plan

SHIPPED = FRONTEND / "floors"
OFF = "off"
"""In the place of a plan: this surgery has no floor."""
_LARGEST = 64 * 1024
_USUAL = "front-office"


class Plans:
    """Plans by id, in the order of their names. `usual` is the one of a surgery that chose none."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.by_id: Mapping[str, Plan] = {plan.id: plan for plan in plans}
        chosen = [plan for plan in plans if plan.default]
        self.usual = chosen[0] if chosen else self.by_id[_USUAL]

    def of(self, chosen: str) -> Plan | None:
        """The plan of a surgery that chose this ("": the usual one); None where it has switched its floor off.

        A plan that is there no more gives way to the usual one.
        """
        return None if chosen == OFF else self.by_id.get(chosen, self.usual)


PLANS: web.AppKey[Plans] = web.AppKey("floor_plans", Plans)


def load_plans(own: Path | None) -> Plans:
    """The shipped plans and those in the folder `own`. Raises BadSetting with a line for each fault."""
    if own is not None and not own.is_dir():
        raise BadSetting(f"BLUELAMP_FLOOR_PLANS must be a folder of floor plans: {own} is none.")
    files = [*sorted(SHIPPED.glob("*.json")), *(sorted(own.glob("*.json")) if own else [])]
    plans, wrong = [], []
    for file in files:
        plan, found = read_plan(file)
        wrong += [f"Floor plan {file.name}: {fault}." for fault in found]
        plans += [plan] if plan else []
    wrong += _clashes(plans)
    if wrong:
        raise BadSetting("\n".join(wrong))
    return Plans(plans)


def read_plan(file: Path) -> tuple[Plan | None, list[str]]:
    """A plan and what is wrong with it; no plan where the file can't be read as one."""
    try:
        if file.stat().st_size > _LARGEST:
            return None, [f"the file is too large: {_LARGEST // 1024} KB at most"]
        plan = msgspec.json.decode(file.read_bytes(), type=Plan)
    except OSError as error:
        return None, [f"the file can’t be read ({error.strerror})"]
    except msgspec.ValidationError as error:
        return None, [_first_line(str(error))]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return None, [f"the file is no sound JSON ({_first_line(str(error))})"]
    return plan, faults(plan)


def _clashes(plans: Sequence[Plan]) -> Iterator[str]:
    yield from (f"Floor plans: two have the id {id_}." for id_ in duplicates([plan.id for plan in plans]))
    yield from (f"Floor plans: two have the name “{name}”." for name in duplicates([plan.name for plan in plans]))
    if any(plan.id == OFF for plan in plans):
        yield f"Floor plans: the id {OFF} says that there is none: choose another."
    if len([plan for plan in plans if plan.default]) > 1:
        yield "Floor plans: more than one is the default."


def name_of(plan: Plan) -> str:
    """What a plan is called, in the reader's language."""
    return plan.name_cy if plan.name_cy and current() == "cy" else plan.name


def _first_line(text: str) -> str:
    return text.partition("\n")[0].rstrip(".")
