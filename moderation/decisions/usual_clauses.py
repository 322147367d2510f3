"""The community rule that a decision goes by where whoever decided in a room named none."""

from typing import Final

from moderation.decisions.ruling import KEEPING_OUT, TAKING_DOWN, Action
from moderation.queue.usual_rulings import usual_ruling

_OWED: Final = TAKING_DOWN | {*KEEPING_OUT}
_OF_ACTIONS: Final = {Action.REMOVE_PERSON: "kind"}
"""Whoever is put out has hurt somebody; the rest left no room for others."""
_ELSE: Final = "useful"


def usual_clause(action: Action, kind: str) -> str:
    """The id of the rule that an act of a room's staff goes by, by the kind of what waited, and by the act.

    Empty for what takes nothing from anybody.
    """
    if action not in _OWED:
        return ""
    return usual_ruling(kind)[0] or _OF_ACTIONS.get(action, _ELSE)
