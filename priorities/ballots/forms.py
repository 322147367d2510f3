"""What the ballot’s form says, in each method of voting: without scripts, and without a place for what it can’t say."""

from collections.abc import Mapping
from typing import Any

from foundation.errors import Invalid
from foundation.language import _
from priorities.ballots.choices import Chosen, Points
from priorities.models import Method

JSON = dict[str, Any]
CHOICE, POINTS, PLACE = "choice-", "points-", "place-"
_LONGEST_NUMBER = 4


def chosen_of(row: JSON, form: Mapping[str, str]) -> Chosen:
    """What was chosen: `choice-ID` (approval), `points-ID`, or `place-1` and so on (ranking). Raises Invalid."""
    if row["method"] == Method.POINTS:
        given = _members(form, POINTS)
        return [Points(option, _number(said)) for option, said in given.items() if said]
    if row["method"] == Method.RANKING:
        places = [form.get(f"{PLACE}{place}", "") for place in range(1, row["pick"] + 1)]
        return [option for option in places if option]
    return list(_members(form, CHOICE))


def typed_of(form: Mapping[str, str]) -> JSON:
    """All that was filled in, for the same form: `choices`, `points` and `places` by option or place, and `code`."""
    return {
        "choices": _members(form, CHOICE),
        "points": _members(form, POINTS),
        "places": _members(form, PLACE),
        "code": form.get("code", ""),
    }


def _members(form: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): value.strip() for name, value in form.items() if name.startswith(prefix)}


def _number(said: str) -> int:
    if not said.isascii() or not said.isdecimal() or len(said) > _LONGEST_NUMBER:
        raise Invalid.at("choices", _("Write points as whole numbers, such as 3."))
    return int(said)
