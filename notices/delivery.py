"""What leaves the house of a notice: mails and push messages, to each by the ways that they chose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from accounts.reach import Reach
from foundation import language
from foundation.mail.outbox import add_mails
from foundation.mail.refusals import refusals_of
from notices.digests.budget import mailed_when
from notices.digests.quiet import quiet_until
from notices.kinds import BUDGETED, CAN_WAIT, KIND_NAMES, NoticeKind
from notices.letters import letter_of
from notices.models import OutboxPush
from notices.preferences.chosen import ways_for
from notices.push.outbox import Words, add_pushes, push_of

Sentence = str | Callable[[], str]
_LONGEST = 500


@dataclass(frozen=True)
class Telling:
    """One thing that people are told, as `notices.service.notify` takes it."""

    kind: NoticeKind
    sentence: Sentence
    path: str
    heading: Sentence = ""
    urgent: bool = False
    useless_after: datetime | None = None
    mailed: bool = True


@dataclass(frozen=True)
class Said:
    """The sentence as one person reads it, the title of its mail and push, and their language."""

    sentence: str
    title: str
    language: str


def words_for(telling: Telling, languages: Mapping[str, str]) -> dict[str, Said]:
    """By person: said once in each language, however many read it."""
    said: dict[str, Said] = {}
    for code in set(languages.values()):
        with language.speaking(code):
            title = _said(telling.heading) or str(KIND_NAMES[telling.kind])
            said[code] = Said(_said(telling.sentence)[:_LONGEST], title, code)
    return {person: said[code] for person, code in languages.items()}


async def deliver(
    telling: Telling,
    people: Mapping[str, Reach],
    notices: Mapping[str, str],
    words: Mapping[str, Said],
    browsers: Sequence[Mapping[str, Any]],
) -> None:
    """Have it sent to these people; inside the act's transaction.

    By person: `notices` the ids of theirs, `words` as they read it. `browsers` are everybody's.
    """
    ways = await ways_for(people, telling.kind)
    waits = await quiet_until(people) if telling.kind in CAN_WAIT and not telling.urgent else {}
    if telling.mailed:
        await _mail(telling, [one for id_, one in people.items() if ways[id_].mail], notices, words, waits)
    pushed = [browser for browser in browsers if browser["person_id"] in people and ways[browser["person_id"]].push]
    await add_pushes([_push(telling, browser, notices, words, waits) for browser in pushed])


def _push(
    telling: Telling,
    browser: Mapping[str, Any],
    notices: Mapping[str, str],
    words: Mapping[str, Said],
    waits: Mapping[str, datetime],
) -> OutboxPush:
    person = browser["person_id"]
    said = words[person]
    shown = Words(notices[person], said.title, said.sentence, telling.path)
    return push_of(
        browser["id"], shown, urgent=telling.urgent, useless_after=telling.useless_after, due_at=waits.get(person)
    )


async def _mail(
    telling: Telling,
    people: Sequence[Reach],
    notices: Mapping[str, str],
    words: Mapping[str, Said],
    waits: Mapping[str, datetime],
) -> None:
    """A letter to each who has an address that takes mails; another day, where they have had enough today."""
    refused = await refusals_of([one.email for one in people if one.email])
    people = [one for one in people if one.email and one.email not in refused]
    if telling.kind in BUDGETED and not telling.urgent:
        waits = await mailed_when([one.id for one in people])
        people = [one for one in people if one.id in waits]
    letters = []
    for one in people:
        said = words[one.id]
        with language.speaking(said.language):
            letter = letter_of(one, telling.kind, notices[one.id], said.title, said.sentence, telling.path)
        if letter:
            letters.append(replace(letter, due_at=waits.get(one.id)))
    await add_mails(letters)


def _said(sentence: Sentence) -> str:
    return sentence if isinstance(sentence, str) else sentence()
