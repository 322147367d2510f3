"""The words for what the public log and the report count by. Unknown names are shown as they are."""

from foundation.language import Lazy, _, lazy
from moderation.community_rules import find_clause
from moderation.decisions.ruling import Action
from moderation.public.kinds import KIND_NAMES, public_kind

ROLES: dict[str, Lazy] = {
    "rule": lazy("A rule, and no person"),
    "moderator": lazy("A moderator"),
    "administrator": lazy("An administrator"),
    "officer": lazy("A host"),
    "partner": lazy("A guest host"),
}
ACTIONS: dict[str, Lazy] = {
    Action.APPROVE: lazy("Let it be read"),
    Action.HIDE: lazy("Took it down"),
    Action.HIDE_AND_WARN: lazy("Took it down, with a warning"),
    Action.WARN: lazy("Warned its author"),
    Action.EDIT: lazy("Changed the words, marked as changed"),
    Action.SILENCE: lazy("Kept its author from writing for a time"),
    Action.REMOVE: lazy("Kept its author out"),
    Action.LOCK: lazy("Locked the place"),
    Action.ESCALATE: lazy("Passed it on to an officer or to safeguarding"),
    Action.NONE: lazy("Left it as it was"),
    Action.REJECT: lazy("Did not let it be read"),
    Action.RESTORE: lazy("Put it back"),
    Action.OVERTURN: lazy("Put it right after an appeal"),
}
TARGETS: dict[str, Lazy] = {
    "message": lazy("a message"),
    "person": lazy("a name"),
    "avatar": lazy("a picture"),
    "topic": lazy("a topic"),
    "reply": lazy("a reply"),
    "proposal": lazy("a proposal"),
}
FLAG_REASONS: dict[str, Lazy] = {
    "about_me": lazy("It is about me"),
    "danger": lazy("Somebody is in danger"),
    "child": lazy("It names a child"),
    "personal_data": lazy("It has private details"),
    "abuse": lazy("It is abusive"),
    "other": lazy("Something else"),
}
REVERSALS: dict[str, Lazy] = {
    "undo": lazy("Undone at once"),
    "appeal": lazy("Overturned by an appeal"),
    "later": lazy("Replaced by a later decision"),
}


def worded(words: dict[str, Lazy], name: str) -> str:
    """The words for one of these names, in the reader's language."""
    return str(words[name]) if name in words else name


def kind_name(kind: str) -> str:
    """The words for a kind."""
    return str(KIND_NAMES[public_kind(kind)])


def clause_name(clause: str) -> str:
    """The title of a community rule."""
    found = find_clause(clause)
    return str(found.title) if found else clause


def span(seconds: float | None) -> str:
    """A time as people say it, in the two largest units: `2 min 5 s`, `3 h 20 min`, `2 days 4 h`; empty for None."""
    if seconds is None:
        return ""
    whole = round(seconds)
    if whole < 60:
        return _("%(seconds)s s", seconds=whole)
    if whole < 3600:
        return _("%(minutes)s min %(seconds)s s", minutes=whole // 60, seconds=whole % 60)
    minutes = round(seconds / 60)
    if minutes < 60 * 48:
        return _("%(hours)s h %(minutes)s min", hours=minutes // 60, minutes=minutes % 60)
    return _("%(days)s days %(hours)s h", days=minutes // 1440, hours=minutes % 1440 // 60)
