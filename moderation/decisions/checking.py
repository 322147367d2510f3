"""Whether a ruling says all that its action needs, and can be carried out on the thing as it is."""

from dataclasses import replace
from typing import Final

from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.lengths import too_long
from foundation.text import check_text, clean_text
from moderation.community_rules import find_clause
from moderation.content import Content, State
from moderation.decisions.ruling import HIDING, Action, Ruling

LONGEST_REASON: Final = 1000
LONGEST_EXCLUSION: Final = 30 * 24 * 3600
"""Seconds. Whoever is to be kept out for longer is banned, which takes two people."""
_EXPLAINED: Final = HIDING | {Action.WARN, Action.EDIT}
"""What its author is owed a rule and a reason for."""
_BY_STAFF: Final = _EXPLAINED | {Action.APPROVE, Action.LOCK, Action.ESCALATE, Action.NONE}
_ON_WHAT_IS_GONE: Final = frozenset({Action.NONE, Action.ESCALATE, Action.WARN, Action.SILENCE, Action.REMOVE})


def check_ruling(ruling: Ruling) -> Ruling:
    """A moderator's ruling with its words cleaned; raises Invalid, naming the field."""
    ruling = replace(ruling, reason=_cleaned("reason", ruling.reason), note=_cleaned("note", ruling.note))
    if ruling.action not in _BY_STAFF:
        raise Invalid.at("action", _("Choose what is to be done."))
    if ruling.action in _EXPLAINED:
        _check_explained(ruling)
    if ruling.seconds is not None and not 1 <= ruling.seconds <= LONGEST_EXCLUSION:
        raise Invalid.at("seconds", _("Choose between 1 second and 30 days."))
    if ruling.action is Action.ESCALATE and not ruling.to:
        raise Invalid.at("to", _("Choose who is to decide: an officer, or safeguarding."))
    if ruling.action is Action.EDIT:
        return replace(ruling, body=check_text(ruling.body or ""))
    return ruling


def check_possible(content: Content, ruling: Ruling) -> None:
    """Raises Conflict or Invalid where this can't be done with the thing as it is."""
    if content.state is State.GONE and ruling.action not in _ON_WHAT_IS_GONE:
        raise Conflict(_("This is gone already: its author took it back. You can still decide about its author."))
    if content.waits and ruling.action is Action.NONE:
        raise Invalid.at("action", _("This waits to be read first. Approve it, or take it down."))
    if ruling.action is Action.EDIT:
        _check_editable(content, ruling.body)


def _check_editable(content: Content, body: str | None) -> None:
    if content.state is State.HIDDEN:
        raise Conflict(_("This is taken down. Put it back before you change it."))
    if body == content.words:
        raise Invalid.at("body", _("Nothing is changed in it yet."))


def _check_explained(ruling: Ruling) -> None:
    if find_clause(ruling.clause) is None:
        raise Invalid.at("clause", _("Choose the rule that this is about: the person will read it."))
    if not ruling.reason:
        raise Invalid.at("reason", _("Give a reason: the person will read it."))


def _cleaned(field: str, text: str) -> str:
    cleaned = clean_text(text)
    if len(cleaned) > LONGEST_REASON:
        raise too_long(LONGEST_REASON, field)
    return cleaned
