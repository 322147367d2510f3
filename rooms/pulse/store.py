"""Every query and insert of the pulse. Who answered and what was answered stand in an order of chance, both.

Rows that follow each other would tell: the third who answered gave the third answer. So each answer that comes in is
written down with others of its room that are taken out and put back with it, and whoever answered takes the place of
somebody who answered before.
"""

import secrets
from random import SystemRandom

from rooms.models import Room
from rooms.pulse.models import PulseAnswer, PulseTaken

_chance = SystemRandom()
_WITH = 200
"""Answers that are written anew with a new one, at most: more would keep others waiting."""


async def room_times(room_id: str) -> dict[str, object]:
    """`opened_at` and `closed_at` of the room, and `surgery__starts_at`."""
    found = await Room.filter(id=room_id).values("opened_at", "closed_at", "surgery__starts_at")
    return dict(found[0])


async def taken(room_id: str, person_id: str) -> set[str]:
    """The moments at which somebody was asked here and is not asked again."""
    rows = PulseTaken.filter(room_id=room_id, person_id=person_id)
    return {str(moment) for moment in await rows.values_list("moment", flat=True)}


async def hold_room(room_id: str) -> None:
    """Let no other process write an answer of this room before the caller's transaction has ended."""
    await Room.filter(id=room_id).select_for_update().only("id")


async def add_taken(room_id: str, person_id: str, moment: str) -> None:
    """Note that somebody was asked, in the place of somebody else, who moves to the end (Fisher and Yates)."""
    before = await PulseTaken.filter(room_id=room_id, moment=moment).order_by("id").values("id", "person_id")
    place = _chance.randrange(len(before) + 1)
    last = person_id
    if place < len(before):
        last = before[place]["person_id"]
        await PulseTaken.filter(id=before[place]["id"]).update(person_id=person_id)
    await PulseTaken.create(id=_by_chance(), room_id=room_id, person_id=last, moment=moment)


async def add_answer(room_id: str, moment: str, listened: int | None, trust: int | None, day: str) -> None:
    """Write an answer down among others of its room and moment, all in a new order under new ids."""
    mine = PulseAnswer.filter(room_id=room_id, moment=moment)
    ids = list(await mine.values_list("id", flat=True))
    with_it = _chance.sample(ids, min(len(ids), _WITH))
    rows = await PulseAnswer.filter(id__in=with_it).values("room_id", "moment", "listened", "trust", "day")
    rows.append({"room_id": room_id, "moment": moment, "listened": listened, "trust": trust, "day": day})
    _chance.shuffle(rows)
    await PulseAnswer.filter(id__in=with_it).delete()
    await PulseAnswer.bulk_create([PulseAnswer(id=_by_chance(), **row) for row in rows])


async def answers(room_id: str, moment: str) -> list[dict[str, int | None]]:
    """All answers, `listened` and `trust`."""
    return list(await PulseAnswer.filter(room_id=room_id, moment=moment).values("listened", "trust"))


def _by_chance() -> str:
    return secrets.token_hex(16)
