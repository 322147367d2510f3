"""Kinds, rules and spans of time in words, for the public log and the report."""

from foundation.language import _
from moderation.community_rules import find_clause
from moderation.names import KINDS
from moderation.public.kinds import public_kind


def kind_name(kind: str) -> str:
    """The words for a kind."""
    return str(KINDS[public_kind(kind)])


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
