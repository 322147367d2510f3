"""Whether words go out at once in a room: the rules, the model, sealed cases, what is said again and again, the mode.

The one place where these meet. Whoever writes the words down opens a review item by what it gives.
"""

import asyncio
from dataclasses import dataclass, field, replace

from aiohttp import web

from foundation.permissions import Role
from moderation.items.kinds import Kind
from moderation.known.service import is_known
from moderation.lists.service import words_of
from moderation.lists.sites_service import allowed_in
from moderation.modes import Mode, asks_who_is_known, kind_of_mode, reason_of_mode
from moderation.repetition.service import reason_of_repetition, repetition
from moderation.risk.heard import NOTHING, Heard
from moderation.risk.hits import hits_of
from moderation.risk.service import heard
from moderation.screening import Action, Context, Hit, Verdict, kinds_of, screened
from moderation.sealed.service import reason_of_sealed, sealed_hits
from rooms.messages.put_out_store import follows_one_who_was_put_out
from rooms.messages.screened import Screened
from rooms.standing import Standing


@dataclass
class _Words:
    """Words on their way into a room. Whether their author is known is asked once, and only where it matters."""

    app: web.Application
    standing: Standing
    body: str
    confirm: bool
    before: str | None
    _known: bool | None = field(default=None, init=False)

    @property
    def force(self) -> str:
        return str(self.standing.room["force_id"])

    @property
    def mode(self) -> str:
        return str(self.standing.room["mode"])

    @property
    def answered_for(self) -> bool:
        """Whether they are an officer's, a host's or a moderator's."""
        return self.standing.speaks or self.standing.viewer.is_staff

    async def by_known(self) -> bool:
        if self._known is None:
            self._known = self.answered_for or await is_known(self.app, str(self.standing.viewer.id))
        return self._known


async def screened_in(
    app: web.Application, standing: Standing, body: str, *, confirm: bool, before: str | None = None
) -> Screened:
    """What becomes of words in this room.

    `confirm`: their author was warned and sends them all the same. `before`: the words that they take the place of.
    """
    words = _Words(app, standing, body, confirm, before)
    listening = None if words.answered_for else asyncio.ensure_future(heard(app, body))
    verdict = await _by_rules(words)
    said = await listening if listening else NOTHING
    if said and Kind.EMERGENCY in said.kinds and not verdict.emergency:
        verdict = _in_danger(verdict)
    if standing.is_booth:
        # Names and numbers are what one comes to tell, and nobody else is there to read them first.
        return Screened(replace(verdict, action=Action.ALLOW, reason="", held=False, page=False))
    if verdict.action is Action.WARN:
        return Screened(verdict, heard=said)
    return await _beyond_rules(words, verdict, said)


async def _beyond_rules(words: _Words, verdict: Verdict, said: Heard | None) -> Screened:
    """What no rule can say of a text alone: who wrote it, where, how often, and what nobody may read."""
    sealed, case_id = await sealed_hits(words.app, words.force, words.body)
    again = None if words.answered_for else await _again(words)
    mode = await _mode_for(words)
    known = not asks_who_is_known(mode) or await words.by_known()
    of_mode = kind_of_mode(mode, known=known, is_staff=words.answered_for)
    if not verdict.held and (of_mode or again or sealed):
        # In this order: what a sealed case holds reads like what a mode holds, wherever it can.
        reason = reason_of_mode(mode, known=known, is_staff=words.answered_for)
        verdict = verdict.holding(reason or (reason_of_repetition(again) if again else reason_of_sealed()))
    by_model = hits_of(said) if said else ()
    verdict = replace(verdict, hits=(*verdict.hits, *by_model, *([again] if again else ()), *sealed))
    kinds = (*kinds_of(verdict), *([of_mode] if of_mode else ()))
    return Screened(verdict, tuple(dict.fromkeys(kinds)), case_id, said)


async def _mode_for(words: _Words) -> str:
    """The room's mode, or a stricter one for a guest who comes from where another one was put out lately: they may be
    the same, and nobody can know.
    """
    viewer = words.standing.viewer
    if viewer.role is not Role.GUEST or words.mode == Mode.PREMODERATED or not viewer.address:
        return words.mode
    again = await follows_one_who_was_put_out(words.standing.room_id, words.force, str(viewer.id), viewer.address)
    return Mode.NEWCOMERS if again else words.mode


async def _by_rules(words: _Words) -> Verdict:
    """As if by somebody new who may link nothing; only where there is a link it is asked who they are, and what they
    may.
    """
    own = await words_of(words.app, words.force)
    context = Context(words.answered_for, words.confirm, known=words.answered_for, words=own)
    verdict = await screened(words.body, context)
    if not any(hit.kind is Kind.LINK for hit in verdict.hits):
        return verdict
    sites = await allowed_in(words.app, words.force, words.standing.room_id)
    context = replace(context, known=await words.by_known(), allowed_sites=sites)
    return await screened(words.body, context)


async def _again(words: _Words) -> Hit | None:
    author = str(words.standing.viewer.id)
    room = words.standing.room_id
    return await repetition(words.app, room, author, words.body, words.by_known, before=words.before)


def _in_danger(verdict: Verdict) -> Verdict:
    """The model heard what no rule did. Somebody in danger has no time to mend a text: it goes to people at once."""
    warned = verdict.action is Action.WARN
    return replace(verdict, action=Action.PAGE, emergency=True, page=True, held=verdict.held or warned)
