"""The surgeries of the load, made by the rooms' own verbs."""

from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web

from bench import words
from bench.people import People
from foundation import clock
from foundation.client_ids import new_client_id
from rooms.messages.drafts import Draft
from rooms.messages.questions import answer_question
from rooms.messages.service import post_message
from rooms.models import MessageKind
from rooms.surgeries import service
from rooms.surgeries.plans import Plan

SAID = 200
"""Messages, questions and answers together in the surgeries whose pages are asked for."""
MANY = 50
_EVERY = 10


@dataclass(frozen=True)
class Surgeries:
    """Ids of surgeries. `closed` and `talked_in` have SAID messages; the others are open and silent."""

    closed: str
    talked_in: str
    one: str
    many: list[str]
    crowded: str


async def hold_surgeries(app: web.Application, people: People) -> Surgeries:
    """Make them all."""
    closed, talked_in = [await _talked_in(app, people) for _surgery in range(2)]
    await service.close_surgery(app, people.officer, closed)
    silent = [await _open(app, people) for _surgery in range(MANY + 2)]
    return Surgeries(closed, talked_in, silent[0], silent[2:], silent[1])


async def _open(app: web.Application, people: People) -> str:
    plan = Plan("An evening surgery", clock.now(), clock.now() + timedelta(hours=3))
    surgery = await service.schedule_surgery(app, people.officer, next(iter(people.officer.neighbourhoods)), plan)
    await service.open_surgery(app, people.officer, surgery["id"])
    return str(surgery["id"])


async def _talked_in(app: web.Application, people: People) -> str:
    """One of ten asks, the officer answers, and everybody else says something."""
    room = await _open(app, people)
    for number in range(0, SAID, _EVERY):
        asker = people.residents[number % len(people.residents)]
        question = await post_message(app, asker, room, _draft(words.asked(), MessageKind.QUESTION))
        await answer_question(app, people.officer, room, str(question.id), _draft(words.answered()))
        for place in range(number, number + _EVERY - 2):
            speaker = people.residents[place % len(people.residents)]
            await post_message(app, speaker, room, _draft(words.said()))
    return room


def _draft(said: str, kind: MessageKind = MessageKind.MESSAGE) -> Draft:
    return Draft(new_client_id(), said, kind, confirm=True)
