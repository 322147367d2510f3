"""What acts, kinds, reasons and ends are called: the one list that every screen, list and file takes its words from.

Templates have them as `called`: see `IN_TEMPLATES`.
"""

from collections.abc import Mapping
from typing import Any, Final

from foundation.language import Lazy, lazy
from moderation.community_rules import CLAUSES
from moderation.content import CONDUCT
from moderation.decisions.ruling import Action
from moderation.flags.reasons import FlagReason
from moderation.items.kinds import Kind

Names = Mapping[str, Lazy]

TO_DO: Final[Names] = {
    Action.APPROVE: lazy("Approve"),
    Action.HIDE: lazy("Take down"),
    Action.HIDE_AND_WARN: lazy("Take down and warn"),
    Action.WARN: lazy("Warn"),
    Action.EDIT: lazy("Change the words"),
    Action.SILENCE: lazy("Silence"),
    Action.REMOVE: lazy("Remove"),
    Action.LOCK: lazy("Lock the place"),
    Action.ESCALATE: lazy("Pass on"),
    Action.NONE: lazy("Let it stand"),
    Action.REJECT: lazy("Refuse"),
    Action.RESTORE: lazy("Put back"),
    Action.UNDO: lazy("Undo"),
    Action.SILENCE_PERSON: lazy("Silence the person"),
    Action.REMOVE_PERSON: lazy("Remove the person"),
    Action.READMIT: lazy("Let them back"),
}
"""What can be decided, as its button says it."""
DONE: Final[Names] = {
    Action.APPROVE: lazy("Approved"),
    Action.HIDE: lazy("Taken down"),
    Action.HIDE_AND_WARN: lazy("Taken down, with a warning"),
    Action.WARN: lazy("Author warned"),
    Action.EDIT: lazy("Words changed by staff"),
    Action.SILENCE: lazy("Taken down, author silenced"),
    Action.REMOVE: lazy("Taken down, author removed"),
    Action.LOCK: lazy("Place locked"),
    Action.ESCALATE: lazy("Passed on"),
    Action.NONE: lazy("Let stand"),
    Action.REJECT: lazy("Refused"),
    Action.RESTORE: lazy("Put back"),
    Action.UNDO: lazy("Undone"),
    Action.OVERTURN: lazy("Overturned on appeal"),
    Action.SILENCE_PERSON: lazy("Person silenced"),
    Action.REMOVE_PERSON: lazy("Person removed"),
    Action.READMIT: lazy("Person let back"),
}
"""What was decided, as lists, the log and the report say it."""
REVERSALS: Final[Names] = {
    "undo": lazy("Undone at once"),
    "appeal": DONE[Action.OVERTURN],
    "later": lazy("Replaced by a later decision"),
}
"""How a decision came to stand no more."""
APPEALS: Final[Names] = {
    "open": lazy("Appeal waiting"),
    "upheld": lazy("The decision stands"),
    "overturned": DONE[Action.OVERTURN],
}
"""Where an appeal stands."""
ROLES: Final[Names] = {
    "rule": lazy("A rule, and no person"),
    "moderator": lazy("A moderator"),
    "administrator": lazy("An administrator"),
    "officer": lazy("A host"),
    "partner": lazy("A guest host"),
}
"""Who decided."""
KINDS: Final[Names] = {
    Kind.EMERGENCY: lazy("Emergency"),
    Kind.DANGER: lazy("Somebody in danger"),
    Kind.CHILD: lazy("A child"),
    Kind.GROOMING: lazy("Approaching a child"),
    Kind.THREAT: lazy("Threat"),
    Kind.SEALED: lazy("Sealed case"),
    Kind.ABOUT_ME: lazy("About the person who flagged it"),
    Kind.NAMES: lazy("Names somebody"),
    Kind.PERSONAL_DATA: lazy("Private details"),
    Kind.ABUSE: lazy("Abuse"),
    Kind.LINK: lazy("Link"),
    Kind.FLOOD: lazy("Repeated text"),
    Kind.NEWCOMER: lazy("By somebody new"),
    Kind.PREMODERATED: lazy("Everything is read first"),
    Kind.OTHER: lazy("Something else"),
}
"""What a thing is about. The public is never told `sealed`: see `moderation.public.kinds`."""
TARGETS: Final[Names] = {
    "message": lazy("A message"),
    "person": lazy("A name"),
    "avatar": lazy("A picture"),
    "topic": lazy("A topic"),
    "reply": lazy("A reply"),
    "proposal": lazy("A proposal"),
    "statement": lazy("A statement"),
    "action": lazy("What was done about a priority"),
    "priority": lazy("A priority, and what is promised"),
    CONDUCT: lazy("How somebody behaved"),
}
"""What sort of thing it is."""
FLAG_REASONS: Final[Names] = {
    FlagReason.ABUSE: lazy("It is abusive or hateful"),
    FlagReason.PERSONAL_DATA: lazy("It gives away private details"),
    FlagReason.ABOUT_ME: lazy("It is about me"),
    FlagReason.CHILD: lazy("It names a child, or a child may not be safe"),
    FlagReason.DANGER: lazy("Somebody is in danger"),
    FlagReason.OTHER: lazy("Something else"),
}
"""Why people flag, in the order of the form."""
FLAGS: Final[Names] = {
    "waits": lazy("Waiting"),
    "acted": lazy("Acted on"),
    "stays": lazy("Let stand"),
    "gone": lazy("Taken back"),
}
"""What came of a flag."""
IN_TEMPLATES: Final[Mapping[str, Any]] = {
    "to_do": TO_DO,
    "done": DONE,
    "appeals": APPEALS,
    "kinds": KINDS,
    "targets": TARGETS,
    "flag_reasons": FLAG_REASONS,
    "flags": FLAGS,
    "rules": {clause.id: clause.title for clause in CLAUSES},
}


def worded(words: Names, name: str) -> str:
    """The words for one of these names, in the reader's language; an unknown one as it is."""
    return str(words[name]) if name in words else name
