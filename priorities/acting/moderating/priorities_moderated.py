"""Priorities for moderation: a `moderation.content.Moderated`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.text import check_text, rendered
from moderation.content import Also, Content, Exclusion, Line, Tell
from priorities.acting import store
from priorities.acting.finding import priority_changed
from priorities.acting.models import Words
from priorities.acting.moderated_words import parted_priority
from priorities.acting.moderating.priorities_content import context, fetch_priorities, revision_of
from priorities.acting.priority_rows import lock_priority, priorities_as_kept
from priorities.agreeing.panel_rows import agreements_as_kept, set_agreed_words, without_words
from priorities.meanwhile import changed_meanwhile
from priorities.round_rows import lock_round, touch_round
from priorities.taking_out.standing_in import taken_out_on
from priorities.writing import Change, write

JSON = dict[str, Any]
_LONGEST: Final = {"title": 120, "promise": 500, "owner_role": 80, "closed_why": 500, "reason": 1000}


@dataclass(frozen=True)
class _Putting:
    """The words of an edit by their columns. `instead` stands for what earlier agreements said, None: that stays."""

    words: JSON
    instead: str | None


class Priorities:
    """Nothing of a priority waits. What is hidden takes the words of its agreement with it, and is worked on as before.

    What happens, in one that a round came to, is its proposal’s: whoever takes that down or words it otherwise decides
    about the proposal, and the priority says the same.
    """

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_priorities(ids)

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await write(app, partial(_changed, content, also, Words.PUBLISHED, Words.HIDDEN, None))

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        raise changed_meanwhile()

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        raise changed_meanwhile()

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await write(app, partial(_changed, content, also, Words.HIDDEN, Words.PUBLISHED, None))

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        raise changed_meanwhile()

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> None:
        words = parted_priority(check_text(body))
        _check_lengths(words)
        words |= {"issue_html": await rendered(words["issue"])}
        instead = taken_out_on(clock.today_in(app[SETTINGS].time_zone)) if by_staff else None
        putting = _Putting(words, instead)
        await write(app, partial(_changed, content, also, Words.PUBLISHED, Words.PUBLISHED, putting))

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        raise Conflict(_("Only officers and partners write here. Take this down, or let it stand."))

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        raise NotAllowed(_("Officers and partners can’t be silenced or removed here. Ask an administrator."))

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return []


async def _changed(content: Content, also: Also, before: Words, after: Words, putting: _Putting | None) -> Change[None]:
    [kept] = await priorities_as_kept([content.id]) or [{"round_id": None}]
    round_id = kept["round_id"]
    if round_id:
        await lock_round(round_id)
    await lock_priority(content.id)
    row = next(iter(await priorities_as_kept([content.id])), None)
    agreement = (await agreements_as_kept([round_id])).get(round_id) if round_id else None
    # What is hidden was read by somebody; whatever stands there now goes with it.
    overtaken = row is None or (after is not Words.HIDDEN and revision_of(row, agreement) != content.revision)
    if row is None or overtaken or row["state"] != before:
        raise changed_meanwhile()
    columns = await _columns(row, putting) if putting else {}
    await store.set_priority(row["id"], row["version"], state=after, **columns)
    if agreement:
        await set_agreed_words(agreement, **(_agreed_words(agreement, putting) if putting else {}))
    await priority_changed(row["id"])
    if round_id:
        await touch_round(round_id)
    return Change(None, priorities=[row["id"]], rounds=[round_id] if round_id else [], tell=list(await also()))


async def _columns(row: JSON, putting: _Putting) -> JSON:
    names = ["promise", "owner_role", "closed_why"]
    if row["option_id"] is None:
        names += ["title", "issue", "issue_html"]
        if not putting.words["title"]:
            raise Invalid.at("body", _("The first line is the title: there has to be one."))
    elif putting.words["issue"] or putting.words["title"] not in ("", row["title"]):
        raise Invalid.at(
            "body", _("What happens is said by the proposal: decide about that one, and this says the same.")
        )
    return {name: putting.words[name] for name in names} | {"kept_version": row["kept_version"] + 1}


def _agreed_words(agreement: JSON, putting: _Putting) -> JSON:
    columns: JSON = {"reason": putting.words["reason"]}
    if putting.instead is None:
        return columns
    return columns | {"changes": [without_words(each) | {"why": putting.instead} for each in agreement["changes"]]}


def _check_lengths(words: JSON) -> None:
    for name, most in _LONGEST.items():
        if name != "reason":
            words[name] = cleaned_line(words[name])
        if len(words[name]) > most:
            raise Invalid.at("body", _("This is too long: use at most %(most)s characters.", most=most))
