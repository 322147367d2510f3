"""Whether words go out at once in a place: the rules, the model, sealed cases, what is said again and again, the mode.

The one place where these meet. Whoever writes the words down opens a review item by what it gives.
"""

import asyncio
from dataclasses import replace

from moderation.items.kinds import Kind
from moderation.lists.service import words_of
from moderation.lists.sites_service import allowed_in
from moderation.modes import asks_who_is_known, kind_of_mode
from moderation.passing.screened import Screened
from moderation.passing.words import Words
from moderation.repetition.service import reason_of_repetition, repetition
from moderation.risk.heard import NOTHING, Heard
from moderation.risk.hits import hits_of
from moderation.risk.service import heard
from moderation.screening import Action, Context, Hit, Verdict, kinds_of, screened
from moderation.sealed.service import reason_of_sealed, sealed_hits


async def screened_in(words: Words) -> Screened:
    """What becomes of words in their place."""
    listening = None if words.answered_for else asyncio.ensure_future(heard(words.app, words.body))
    verdict = await _by_rules(words)
    said = await listening if listening else NOTHING
    if said and Kind.EMERGENCY in said.kinds and not verdict.emergency:
        verdict = _in_danger(verdict)
    if words.alone:
        # Names and numbers are what one comes to tell, and nobody else is there to read them first.
        return Screened(replace(verdict, action=Action.ALLOW, reason="", held=False, page=False))
    if verdict.action is Action.WARN:
        return Screened(verdict, heard=said)
    return await _beyond_rules(words, verdict, said)


async def _beyond_rules(words: Words, verdict: Verdict, said: Heard | None) -> Screened:
    """What no rule can say of a text alone: who wrote it, where, how often, and what nobody may read."""
    sealed, case_id = await sealed_hits(words.app, words.force, words.body)
    again = None if words.answered_for else await _again(words)
    mode = await words.mode()
    known = not asks_who_is_known(mode) or await words.by_known()
    of_mode = kind_of_mode(mode, known=known, is_staff=words.answered_for)
    if not verdict.held and (of_mode or again or sealed):
        # In this order: what a sealed case holds reads like what a mode holds, wherever it can.
        reason = words.reason_of_mode(mode, known=known, kind=of_mode)
        verdict = verdict.holding(reason or (reason_of_repetition(again) if again else reason_of_sealed()))
    by_model = hits_of(said) if said else ()
    verdict = replace(verdict, hits=(*verdict.hits, *by_model, *([again] if again else ()), *sealed))
    kinds = (*kinds_of(verdict), *([of_mode] if of_mode else ()))
    return Screened(verdict, tuple(dict.fromkeys(kinds)), case_id, said)


async def _by_rules(words: Words) -> Verdict:
    """As if by somebody new who may link nothing; only where there is a link it is asked who they are, and what they
    may.
    """
    own = await words_of(words.app, words.force)
    context = Context(words.answered_for, words.confirm, known=words.answered_for, words=own)
    verdict = await screened(words.body, context)
    if not any(hit.kind is Kind.LINK for hit in verdict.hits):
        return verdict
    sites = await allowed_in(words.app, words.force, words.place)
    context = replace(context, known=await words.by_known(), allowed_sites=sites)
    return await screened(words.body, context)


async def _again(words: Words) -> Hit | None:
    author = str(words.viewer.id)
    return await repetition(words.app, words.place, author, words.body, words.by_known, before=words.before)


def _in_danger(verdict: Verdict) -> Verdict:
    """The model heard what no rule did. Somebody in danger has no time to mend a text: it goes to people at once."""
    warned = verdict.action is Action.WARN
    return replace(verdict, action=Action.PAGE, emergency=True, page=True, held=verdict.held or warned)
