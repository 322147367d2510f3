"""Looking after a force's own words: listing, taking off, and trying one on what people have written before."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import clean_text
from foundation.turns import take_turn
from moderation.lists import words_store as store
from moderation.lists.remembered import OWN_WORDS
from moderation.lists.service import words_of
from moderation.policy import check_moderates
from moderation.ports import LAST_WORDS
from moderation.replay.keeping_service import keep_rules
from moderation.screening import Context, screen
from moderation.screening_rules.own_words import OwnWords
from moderation.screening_rules.phrases import Phrases
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]
LISTS = ("abuse", "allowed")
_LONGEST, _LONGEST_WHY, _MOST_WORDS = 100, 300, 6
LOOKED_AT = 1000
_SHOWN = 5


@dataclass(frozen=True)
class NewWord:
    """A word or phrase to be listed: `list` is `abuse` (held) or `allowed` (let pass), `why` is for colleagues."""

    list: str
    entry: str
    why: str


@dataclass(frozen=True)
class Trial:
    """What a word would have changed: of the last `looked_at` messages, `changed` would be held (or held no more).

    `examples` are some of those, `{body, path}`.
    """

    looked_at: int
    changed: int
    examples: tuple[JSON, ...]


async def list_words(viewer: Viewer) -> list[JSON]:
    """A force's own words: `id`, `list`, `entry`, `why`, `by` (a name), `added_at`. Raises NotAllowed."""
    rows = await store.words_of(check_moderates(viewer))
    people = await persons({row["added_by_id"] for row in rows})
    return [{**row, "by": people.get(row["added_by_id"], {}).get("name", "")} for row in rows]


async def try_word(app: web.Application, viewer: Viewer, word: NewWord) -> Trial:
    """What listing a word would have changed about the last messages of the force. Raises NotAllowed, Invalid."""
    force, word = check_moderates(viewer), _checked(word)
    now = await words_of(app, force)
    last = await app[LAST_WORDS](force, LOOKED_AT)
    changed = await asyncio.to_thread(_changed, [said["body"] for said in last], now, _with(now, word))
    return Trial(len(last), len(changed), tuple(last[at] for at in changed[:_SHOWN]))


async def add_word(app: web.Application, viewer: Viewer, word: NewWord) -> str:
    """List a word for the force; gives its id. Raises NotAllowed, Invalid, and Conflict where it is listed."""
    force, word = check_moderates(viewer), _checked(word)
    await check_unsealed(app, force, word.entry, field="entry")
    await check_unsealed(app, force, word.why, field="why")

    async def work() -> str:
        await take_turn(f"words {force}")
        listed = await store.add_word(force, word.list, word.entry, word.why, str(viewer.id))
        if listed is None:
            raise Conflict.at("entry", _("That is on the list already."))
        await _audit(viewer, "words.list", force, word.list, word.entry, word.why)
        return listed

    listed = await atomic(work)
    await _changed_now(app, force)
    return listed


async def remove_word(app: web.Application, viewer: Viewer, word: str) -> None:
    """Take a word off the force's list. Raises NotAllowed, NotFound."""
    force = check_moderates(viewer)

    async def work() -> None:
        removed = await store.remove_word(force, word, str(viewer.id)) if is_id(word) else None
        if removed is None:
            raise NotFound(_("That is not on the list any more."))
        await _audit(viewer, "words.unlist", force, removed["list"], removed["entry"], "")

    await atomic(work)
    await _changed_now(app, force)


async def _changed_now(app: web.Application, force: str) -> None:
    app[OWN_WORDS].forget(force)
    await keep_rules(app)


def _with(words: OwnWords, word: NewWord) -> OwnWords:
    if word.list == "abuse":
        return replace(words, held=(*words.held, word.entry))
    return replace(words, passed=(*words.passed, word.entry))


def _changed(bodies: list[str], before: OwnWords, after: OwnWords) -> list[int]:
    """Which of these texts would be held and was not, or the other way round."""
    then, now = Context(words=before), Context(words=after)
    return [at for at, body in enumerate(bodies) if screen(body, then).held != screen(body, now).held]


def _checked(word: NewWord) -> NewWord:
    entry, why = cleaned_line(word.entry), clean_text(word.why)
    if word.list not in LISTS:
        raise Invalid.at("list", _("Choose whether it is held or let pass."))
    if not Phrases([entry]).firsts:
        raise Invalid.at("entry", _("Enter a word or a phrase."))
    if len(entry) > _LONGEST or len(entry.split()) > _MOST_WORDS:
        raise Invalid.at("entry", _("Enter a word, or a phrase of at most %(most)s words.", most=_MOST_WORDS))
    if len(why) < 3:
        raise Invalid.at("why", _("Say why: your colleagues will wonder."))
    if len(why) > _LONGEST_WHY:
        raise Invalid.at("why", _("Keep this under %(most)s characters.", most=_LONGEST_WHY))
    return NewWord(word.list, entry, why)


async def _audit(viewer: Viewer, act: str, force: str, name: str, entry: str, why: str) -> None:
    details: dict[str, object] = {"list": name, "entry": entry}
    await add_entry(act=act, actor=viewer, subject_type="force", subject_id=force, reason=why, details=details)
