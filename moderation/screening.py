"""Screening: what the rules of today say of a text before it is posted. Rules hold, warn and page; people judge.

Pure and synchronous: no database, no clock; well under a millisecond for a message.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from moderation.items.kinds import Kind
from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Hit
from moderation.screening_rules.in_use import rules_in_use
from moderation.screening_rules.links import links
from moderation.screening_rules.own_words import NO_WORDS, OwnWords
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.reasons import reason_for
from moderation.screening_rules.rule_set import RuleSet, from_content
from moderation.screening_rules.rules import Action

__all__ = [
    "Action", "Context", "Hit", "Screener", "Verdict", "kinds_of", "links", "rule_set_id", "screen", "screened",
    "under",
]  # fmt: skip


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


Screener = Callable[[str, Context], Verdict]
NOBODY = Context()
_LONG = 500
"""Characters; above it a text made to be slow could hold the event loop for some milliseconds."""


def screen(text: str, context: Context = NOBODY) -> Verdict:
    """Try every rule on a text of any length and content."""
    return _screen(rules_in_use(), text, context)


async def screened(text: str, context: Context = NOBODY) -> Verdict:
    """The same as `screen`; a long text is tried in a thread, off the event loop."""
    if len(text) <= _LONG:
        return screen(text, context)
    return await asyncio.to_thread(screen, text, context)


def under(content: str) -> Screener:
    """`screen` as it was under the rules and lists of another day: `content` is that of their row in `rule_set`.

    The force's own words are those of that day too, whatever the context says. Raises BadRules where the program does
    not know how to look for something any more.
    """
    rules, words = from_content(content)
    return lambda text, context: _screen(rules, text, replace(context, words=words))


def kinds_of(verdict: Verdict) -> list[Kind]:
    """What a text is about, by what was found in it, each kind once."""
    return list(dict.fromkeys(hit.kind for hit in verdict.hits))


def rule_set_id(words: OwnWords = NO_WORDS) -> str:
    """The id of the rules and lists of today, with a force's own words: its row in `rule_set` has them whole."""
    return rules_in_use().id(words)


def _screen(rules: RuleSet, text: str, context: Context) -> Verdict:
    reading = Reading(text)
    hits = tuple(hit for rule in rules.rules for hit in rule.hits(reading, context))
    if not hits:
        return Verdict(Action.ALLOW, rule_set=rules.id(context.words))
    emergency = any(hit.kind is Kind.EMERGENCY for hit in hits)
    actions = {rules.by_id[hit.rule].action for hit in hits}
    page = Action.PAGE in actions and not context.trusted
    action = _action(actions, emergency, context)
    stopped = [hit for hit in hits if rules.by_id[hit.rule].action in (Action.WARN, Action.HOLD)]
    return Verdict(
        action=Action.PAGE if page else action,
        hits=hits,
        emergency=emergency,
        reason="" if action is Action.ALLOW else reason_for(text, stopped, held=action is Action.HOLD),
        held=action is Action.HOLD,
        page=page,
        rule_set=rules.id(context.words),
    )


def _action(actions: Iterable[Action], emergency: bool, context: Context) -> Action:
    """What becomes of the text, but for paging: that is done beside it."""
    if Action.HOLD not in actions and Action.WARN not in actions:
        return Action.ALLOW
    if context.trusted:
        return Action.ALLOW if context.confirmed else Action.WARN
    # Somebody in danger has no time to mend a text: it goes to people at once, without the step of a warning.
    held = Action.HOLD in actions or emergency or context.confirmed
    return Action.HOLD if held else Action.WARN
