"""Screening: what the rules of today say of a text before it is posted. Rules hold, warn and page; people judge.

Pure and synchronous: no database, no clock; well under a millisecond for a message.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from foundation.folding import Plain
from moderation.items.kinds import Kind
from moderation.reasons import reason_for
from moderation.screening_rules import RULES, Hit
from moderation.screening_rules.context import Context
from moderation.screening_rules.links import links
from moderation.screening_rules.own_words import NO_WORDS, OwnWords

__all__ = ["Action", "Context", "Hit", "Verdict", "kinds_of", "links", "rule_set_id", "screen", "screened"]


class Action(StrEnum):
    """The strongest that is done with a text: post it, ask its author first, let a moderator see it first, or post it
    and page a person at once.
    """

    ALLOW = "allow"
    WARN = "warn"
    HOLD = "hold"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What screening says, and why.

    `reason` is a sentence for the author, in their language, empty where the text neither waits nor is asked about;
    `emergency`: tell the author to call 999; `held`: a moderator reads it before others do; `page`: somebody must look
    at once, whether it is held or not. `rule_set` is the id of the rules and lists that said it.
    """

    action: Action
    hits: tuple[Hit, ...] = ()
    emergency: bool = False
    reason: str = ""
    held: bool = False
    page: bool = False
    rule_set: str = ""

    def holding(self, reason: str) -> "Verdict":
        """The same, held for what is no rule's to say: a room's mode, a sealed case, a text said again and again."""
        return replace(self, action=Action.PAGE if self.page else Action.HOLD, reason=reason, held=True)


NOBODY = Context()
_LONG = 500
"""Characters; above it a text made to be slow could hold the event loop for some milliseconds."""


def screen(text: str, context: Context = NOBODY) -> Verdict:
    """Try every rule on a text of any length and content."""
    plain = Plain(text)
    hits = tuple(hit for rule in RULES for hit in rule.hits(plain))
    emergency = any(hit.kind is Kind.EMERGENCY for hit in hits)
    page = emergency and not context.trusted
    action = _action(hits, emergency, context)
    return Verdict(
        action=Action.PAGE if page else action,
        hits=hits,
        emergency=emergency,
        reason="" if action is Action.ALLOW else reason_for(text, hits, held=action is Action.HOLD),
        held=action is Action.HOLD,
        page=page,
        rule_set=rule_set_id(context.words),
    )


async def screened(text: str, context: Context = NOBODY) -> Verdict:
    """The same as `screen`; a long text is tried in a thread, off the event loop."""
    if len(text) <= _LONG:
        return screen(text, context)
    return await asyncio.to_thread(screen, text, context)


def kinds_of(verdict: Verdict) -> list[Kind]:
    """What a text is about, by what was found in it, each kind once."""
    return list(dict.fromkeys(hit.kind for hit in verdict.hits))


def rule_set_id(words: OwnWords = NO_WORDS) -> str:
    """The id of the rules and lists of today, with a force's own words: its row in `rule_set` has them whole."""
    return words.id


def _action(hits: Iterable[Hit], emergency: bool, context: Context) -> Action:
    kinds = {hit.kind for hit in hits} - {Kind.EMERGENCY}
    if not kinds:
        return Action.ALLOW
    if context.trusted:
        return Action.ALLOW if context.confirmed else Action.WARN
    # Somebody in danger has no time to mend a text: it goes to people at once, without the step of a warning.
    held = Kind.ABUSE in kinds or emergency or context.confirmed
    return Action.HOLD if held else Action.WARN
