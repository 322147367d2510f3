"""The queue as its officers have it on their desk: who waits, whom they have called, with whom they talk."""

from typing import Any

from accounts.people import persons
from accounts.residents.privacy import is_young
from rooms.booth import store as booths
from rooms.booth.models import BoothKind
from rooms.queue import store
from rooms.queue.calls import ANSWER_WITHIN
from rooms.standing import Standing

JSON = dict[str, Any]


async def desk(standing: Standing) -> JSON:
    """For the room's officers: who waits, whom one has called, with whom one talks, and who whispers."""
    room_id, me = standing.room_id, standing.viewer.id
    waiting, called, open_booths = (
        await store.waiting_in(room_id), await store.called_in(room_id), await booths.open_in(room_id),
    )  # fmt: skip
    ids = {ticket["person_id"] for ticket in [*waiting, *called]} | {ticket["called_by"] for ticket in called}
    ids |= {booth["resident_id"] for booth in open_booths} | {one for booth in open_booths for one in booth["officers"]}
    people = await persons(ids - {None})
    mine = [booth for booth in open_booths if me in booth["officers"]]
    return {
        "waiting": [_waiting(ticket, people) for ticket in waiting],
        "next": (await store.next_to_call(room_id, None) or {}).get("id"),
        "called": [_called(ticket, people, me) for ticket in called],
        "talking": [await _booth(booth, people) for booth in mine],
        # That a colleague talks with somebody is on the door; with whom is not theirs to know.
        "elsewhere": [people[booth["officers"][0]] for booth in open_booths if booth not in mine and booth["officers"]],
        "calling": any(ticket["called_by"] == me for ticket in called),
    }


def _waiting(ticket: JSON, people: dict[str, JSON]) -> JSON:
    named = {name: ticket[name] for name in ("id", "number", "about", "call_back")}
    away, young = store.is_away(ticket), is_young(ticket["age_band"])
    return {**named, "person": people[ticket["person_id"]], "since": ticket["created_at"], "away": away, "young": young}


def _called(ticket: JSON, people: dict[str, JSON], me: str | None) -> JSON:
    mine = ticket["called_by"] == me
    return {
        "id": ticket["id"],
        "person": people[ticket["person_id"]] if mine else None,
        "by": people.get(ticket["called_by"]),
        "until": ticket["called_at"] + ANSWER_WITHIN,
        "mine": mine,
    }


async def _booth(booth: JSON, people: dict[str, JSON]) -> JSON:
    return {
        "id": booth["id"],
        "whisper": booth["kind"] == BoothKind.WHISPER,
        "person": people[booth["resident_id"]],
        "unanswered": await booths.count_unanswered(booth["id"], booth["resident_id"]),
        "left": booth["left_at"] is not None,
    }
