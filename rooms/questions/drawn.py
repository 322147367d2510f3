"""Which questions of a very full room its page draws, unless all are asked for: thousands would take seconds."""

from dataclasses import dataclass
from typing import Any

from rooms.questions.models import QuestionState

JSON = dict[str, Any]
ALL_UP_TO = 200
"""A room with no more questions than this draws all of them."""
_FIRST = 50
"""Of each order, in fuller rooms: whichever order somebody turns to, its top is there."""


@dataclass(frozen=True)
class Drawn:
    """`ids`: those to draw, None for all; `undrawn`: how many are left out by where they stand, merged ones never."""

    ids: frozenset[str] | None
    undrawn: dict[str, int]


EVERY = Drawn(None, {})


def drawn_of(part: JSON, *, everything: bool = False) -> Drawn:
    """What to draw of `questions_part`: the first of each order, what is being answered, what was merged into them."""
    now: dict[str, JSON] = part["asked_now"]
    if everything or len(now) <= ALL_UP_TO:
        return EVERY
    first = {id_ for order in part["question_orders"].values() for id_ in order[:_FIRST]}
    ids = {id_ for id_ in (*first, part["answering"]) if id_ in now and not now[id_]["into"]}
    ids |= {id_ for id_, one in now.items() if one["into"] in ids}
    undrawn: dict[str, int] = {}
    for id_, one in now.items():
        if id_ not in ids and one["stands"] != QuestionState.MERGED:
            undrawn[one["stands"].value] = undrawn.get(one["stands"].value, 0) + 1
    return Drawn(frozenset(ids), undrawn)
