"""What an item is about, how urgent it is and why, in words."""

from datetime import datetime, timedelta
from typing import Any, Final

from foundation.language import Lazy, _, lazy, ngettext
from moderation.items.kinds import Kind

JSON = dict[str, Any]

PURPOSES: Final[dict[str, Lazy]] = {
    Kind.EMERGENCY: lazy("It may be happening now. The rule is there so that a person looks within the minute."),
    Kind.DANGER: lazy("Somebody may come to harm. The rule is there so that a person looks at once."),
    Kind.CHILD: lazy("Nobody should be able to find a child by what is written here."),
    Kind.GROOMING: lazy("It can be how grown-ups win a child’s trust. It is only a reason to look."),
    Kind.THREAT: lazy("It can be a threat, or a figure of speech. It is only a reason to look."),
    Kind.SEALED: lazy("A court or an inquiry wants something about this case kept unsaid."),
    Kind.ABOUT_ME: lazy("Whoever it is about asked us to look."),
    Kind.NAMES: lazy("Naming a victim, suspect or witness can hurt people and spoil a trial."),
    Kind.PERSONAL_DATA: lazy("Nobody’s number or address should be there for all to read."),
    Kind.ABUSE: lazy("The word is often meant to hurt, and often not: the list holds, it does not judge."),
    Kind.LINK: lazy("Links by people who are new here are often advertising or worse."),
    Kind.FLOOD: lazy("The same words again and again leave no room for others."),
    Kind.NEWCOMER: lazy("In this place a person reads the first words of everybody who is new."),
    Kind.PREMODERATED: lazy("In this place a person reads everything first."),
    Kind.OTHER: lazy("Somebody asked us to look."),
}
"""What a rule about each kind is for."""

CAUSES: Final[dict[str, Lazy]] = {
    "held": lazy("Held"),
    "flagged": lazy("Flagged"),
    "paged": lazy("Paged"),
    "appeal": lazy("Appeal"),
}

_TRUSTED, _DOUBTED = 104, 45
"""Hundredths of a flag, which counts 100 without a record, and 50 by such a guest: see `moderation.flags.weights`."""


def due_in_words(due: datetime, now: datetime) -> str:
    """`12 minutes left`, `Overdue by 2 hours`: rounded down to the minute, hour or day."""
    left = due - now
    said = _span(abs(left))
    return _("%(time)s left", time=said) if left > timedelta() else _("Overdue by %(time)s", time=said)


def _span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 1:
        return _("less than a minute")
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes)
    if minutes < 48 * 60:
        return ngettext("%(n)s hour", "%(n)s hours", minutes // 60)
    return ngettext("%(n)s day", "%(n)s days", minutes // (24 * 60))


def why_this_urgent(item: JSON) -> list[str]:
    """Why an item stands where it stands in the queue, the weightiest reason first."""
    said = [str(PURPOSES[item["kind"]])]
    if item["live"]:
        said.append(_("People are together there now."))
    if item["flags"]:
        said.append(ngettext("%(n)s person flagged it.", "%(n)s people flagged it.", item["flags"]))
    if item["flags"] and item["weight"] > _TRUSTED * item["flags"]:
        said.append(_("Those who flagged it have mostly been right before."))
    if item["flags"] and item["weight"] < _DOUBTED * item["flags"]:
        said.append(_("Those who flagged it have often been wrong before."))
    if item["reach"]:
        said.append(ngettext("%(n)s person may have read it.", "%(n)s people may have read it.", item["reach"]))
    return said
