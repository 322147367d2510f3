"""What somebody typed of a slip into a form: its number, and what is chosen on it."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.numbers import whole_number
from priorities.ballots.choices import Chosen, Points
from priorities.models import Method

JSON = dict[str, Any]
_FIELD = "option-"


def serial_in(form: Mapping[str, str]) -> int:
    """The number of the slip, or 0, which none has, for what is no number."""
    return whole_number(form.get("serial", "").strip()) or 0


def chosen_in(form: Mapping[str, str], row: JSON, options: Sequence[JSON]) -> Chosen | None:
    """What a form about a slip says, for a round (its row) with these options; None for a slip that holds no ballot.

    Its fields are `nothing`, and `option-` with each id: a tick, or a number. Raises Invalid with all that is wrong.
    """
    if "nothing" in form:
        return None
    given = {option["id"]: form.get(_FIELD + option["id"], "").strip() for option in options}
    if row["method"] == Method.APPROVAL:
        return [option for option, tick in given.items() if tick]
    numbers = _numbers(given)
    if row["method"] == Method.POINTS:
        return [Points(option, points) for option, points in numbers.items()]
    return _ranked(numbers)


def _numbers(given: Mapping[str, str]) -> dict[str, int]:
    """The numbers, those that say none left out."""
    read = {option: whole_number(typed) for option, typed in given.items() if typed}
    if wrong := [option for option, number in read.items() if number is None]:
        sentence = _("Type the number as it stands on the slip.")
        raise Invalid(sentence, fields=[FieldError(_FIELD + option, sentence) for option in wrong])
    return {option: number for option, number in read.items() if number}


def _ranked(ranks: Mapping[str, int]) -> list[str]:
    """In the order of their ranks, which begin with 1 and leave none out."""
    order = sorted(ranks, key=lambda option: ranks[option])
    for place, option in enumerate(order, 1):
        if ranks[option] != place:
            raise Invalid.at(
                _FIELD + option,
                _("Ranks go 1, 2, 3 with none twice and none left out. If the slip has others, it holds no ballot."),
            )
    return order
