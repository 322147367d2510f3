"""How many voted on which day, so coarsely that it tells of nobody."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

JSON = dict[str, Any]
FEWEST: Final = 10


def day_cells(voted: Mapping[date, int]) -> list[JSON]:
    """`{from, to, voted}` in the order of the days: days under ten go together with the next ones, the last with those
    before. One cell where there are under ten in all, none where there is nobody.
    """
    cells: list[JSON] = []
    for day, many in sorted(voted.items()):
        if cells and cells[-1]["voted"] < FEWEST:
            cells[-1] = _joined(cells[-1], _cell(day, many))
        else:
            cells.append(_cell(day, many))
    if len(cells) > 1 and cells[-1]["voted"] < FEWEST:
        last = cells.pop()
        cells[-1] = _joined(cells[-1], last)
    return cells


def silent_cells(counted: Iterable[JSON]) -> list[JSON]:
    """Of `{label, could, voted}` those that are shown: at least ten who voted, and at least ten who did not."""
    return [each for each in counted if each["voted"] >= FEWEST and each["could"] - each["voted"] >= FEWEST]


def _cell(day: date, many: int) -> JSON:
    return {"from": day.isoformat(), "to": day.isoformat(), "voted": many}


def _joined(one: JSON, other: JSON) -> JSON:
    return {"from": one["from"], "to": other["to"], "voted": one["voted"] + other["voted"]}
