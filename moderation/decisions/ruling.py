"""What somebody decides about a thing, before it is carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Action(StrEnum):
    """What can be decided, as the contract names it; `restore`, `undo` and `overturn` come of what was decided before.

    `reject` is how a room's own staff hide what was held. `silence_person`, `remove_person` and `readmit` are what they
    do about somebody in their room, and not about words: how that person behaves there is the thing decided about.
    """

    APPROVE = "approve"
    HIDE = "hide"
    HIDE_AND_WARN = "hide_and_warn"
    WARN = "warn"
    EDIT = "edit"
    SILENCE = "silence"
    REMOVE = "remove"
    LOCK = "lock"
    ESCALATE = "escalate"
    NONE = "none"
    REJECT = "reject"
    RESTORE = "restore"
    UNDO = "undo"
    OVERTURN = "overturn"
    SILENCE_PERSON = "silence_person"
    REMOVE_PERSON = "remove_person"
    READMIT = "readmit"


HIDING: Final = frozenset({Action.HIDE, Action.HIDE_AND_WARN, Action.SILENCE, Action.REMOVE})
"""What takes the words down: a person is kept out for what they wrote, so it does not stay either."""
TAKING_DOWN: Final = HIDING | {Action.REJECT}
"""The same, and what refuses words before anybody read them."""
KEEPING_OUT: Final[Mapping[Action, str]] = {Action.SILENCE_PERSON: "silence", Action.REMOVE_PERSON: "remove"}
"""What keeps somebody from writing in a place, or out of it, and takes no words down: by the kind of its exclusion."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision to be recorded.

    `clause` is the id of a community rule, `reason` what the author reads, `note` for staff only. `seconds` is for how
    long somebody is silenced or removed (None: until the place closes; for good), `body` the words that staff put in
    the place of others, `to` whom it is escalated to. `item` and `version` are the review item as it was read: somebody
    who decides in a place itself reads none. `supersedes` is the decision that it takes the place of. `of_edit`: only a
    change that waits is refused, and what stood before it stays.
    """

    action: Action
    clause: str = ""
    reason: str = ""
    note: str = ""
    seconds: int | None = None
    body: str | None = None
    to: str | None = None
    item: str | None = None
    version: int | None = None
    supersedes: str | None = None
    of_edit: bool = False
