"""What a decision counts for: the record of those who flagged the thing, and of the person who wrote it."""

from collections.abc import Sequence
from typing import Any, Final

from moderation.content import State, Tell
from moderation.decisions.ruling import TAKING_DOWN, Action
from moderation.flags.records import judged, unjudged
from moderation.known.service import approval_undone, approved, refusal_undone, refused

JSON = dict[str, Any]
_AGAINST: Final = TAKING_DOWN | {Action.EDIT}
"""Something was wrong with the words."""
_ACTED: Final = _AGAINST | {Action.WARN, Action.LOCK}
_LEFT: Final = frozenset({Action.APPROVE, Action.NONE, Action.RESTORE})


async def count(decision: JSON, item: JSON | None) -> Sequence[Tell]:
    """Count a person's decision for its author and for who flagged the thing. Inside its transaction.

    `item` is what it ends: who flagged waits on where it ends none. What a rule decides counts for nobody.
    """
    if decision["actor_id"] is None:
        return []
    if author := decision["author_id"]:
        if decision["action"] in _AGAINST:
            await refused(author)
        elif _is_approval(decision):
            await approved(author)
    return await judged(item["id"], decision["action"] in _ACTED) if item and _is_verdict(decision) else []


async def uncount(decision: JSON, item: JSON | None) -> Sequence[Tell]:
    """The opposite, for a decision that was undone or overturned; `item` is what it ended, if it ended one."""
    if decision["actor_id"] is None:
        return []
    if author := decision["author_id"]:
        if decision["action"] in _AGAINST:
            await refusal_undone(author)
        elif _is_approval(decision):
            await approval_undone(author)
    return await unjudged(item["id"], decision["action"] in _ACTED) if item and _is_verdict(decision) else []


def _is_approval(decision: JSON) -> bool:
    """Only what waited to be read was approved: that a flagged line may stay says nothing of who is new."""
    return bool(decision["action"] in (Action.APPROVE, Action.WARN) and decision["was"] == State.HELD)


def _is_verdict(decision: JSON) -> bool:
    return decision["action"] in _ACTED | _LEFT
