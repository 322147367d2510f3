"""The pulse: asked once, never forced, and nothing leads from a person to an answer."""

from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.database import connection, dialect
from foundation.ids import new_id
from rooms.models import Room as RoomRow
from rooms.pulse import store
from rooms.pulse.figures import figures
from rooms.pulse.models import PulseAnswer, PulseTaken
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


@pytest.fixture
def limits() -> bool:
    return False


async def test_rosa_is_asked_once_and_only_if_she_likes(room: Room, cast: Cast) -> None:
    rosa = Browser(room.house.url, cast.rosa)
    path = f"/surgeries/{room.id}"
    assert "Two questions before we begin" in (await rosa.get(path)).text
    sent = await rosa.post(f"{path}/pulse", moment="before", listened="4")
    assert (sent.status, sent.headers["Location"]) == (303, f"{path}?pulse=thanks#pulse")
    assert "You will not be asked again" in (await rosa.get(f"{path}?pulse=thanks")).text
    assert "Two questions before we begin" not in (await rosa.get(path)).text
    [answer] = await PulseAnswer.all().values()
    assert (answer["listened"], answer["trust"]) == (4, None)
    await rosa.post(f"{path}/pulse", moment="before", trust="1")
    assert await PulseAnswer.all().count() == 1, "twice is once"
    await rosa.close()


async def test_who_would_rather_not_is_not_asked_again_and_nothing_is_kept(room: Room, cast: Cast) -> None:
    rosa = Browser(room.house.url, cast.rosa)
    await rosa.get(f"/surgeries/{room.id}")
    await rosa.post(f"/surgeries/{room.id}/pulse", moment="before", skip="yes", listened="1")
    assert "before we begin" not in (await rosa.get(f"/surgeries/{room.id}")).text
    assert await PulseAnswer.all().count() == 0
    await rosa.close()


async def test_after_the_close_gwen_is_asked_for_three_days(room: Room, cast: Cast) -> None:
    gwen = await room.enter(cast.gwen)
    assert await gwen.refused("answer_pulse", moment="after", trust=5) == "closed"
    await room.act("close")
    assert "before you go" in (await room.house.page(f"/surgeries/{room.id}", cast.gwen)).text
    # The clock is not moved so far: her session would end before.
    await RoomRow.filter(id=room.id).update(closed_at=clock.now() - timedelta(days=3, minutes=1))
    assert await gwen.refused("answer_pulse", moment="after", trust=5) == "closed"
    await RoomRow.filter(id=room.id).update(closed_at=clock.now() - timedelta(days=2))
    await gwen.ok("answer_pulse", moment="after", trust=5)
    assert await gwen.refused("answer_pulse", moment="after", trust=5) == "conflict"
    assert await PulseAnswer.all().values_list("moment", "trust", "listened") == [("after", 5, None)]


async def test_late_in_the_evening_nobody_is_asked_how_it_was_before(room: Room, cast: Cast) -> None:
    assert "before we begin" in (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    clock.move(timedelta(minutes=16))
    assert "before we begin" not in (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text


async def test_the_police_are_not_asked_about_themselves(room: Room, cast: Cast) -> None:
    for member in (cast.ada, cast.mo, cast.nia):
        assert await (await room.enter(member)).refused("answer_pulse", moment="before", trust=5) == "not_allowed"


@pytest.mark.parametrize("step", [0, 6, -1, 2.5, "5"])
async def test_a_step_off_the_scale_is_refused(room: Room, cast: Cast, step: object) -> None:
    assert await (await room.enter(cast.rosa)).refused("answer_pulse", moment="before", trust=step) == "invalid"


async def test_neither_order_nor_id_nor_time_leads_from_a_person_to_an_answer(room: Room) -> None:
    people = [new_id() for _ in range(12)]
    for number, person in enumerate(people):
        await store.add_taken(room.id, person, "before")
        await store.add_answer(room.id, "before", 1 + number % 5, None, "2026-11-22")
    taken = await _in_order_of_storage("pulse_taken", "person_id")
    answers = await _in_order_of_storage("pulse_answer", "listened")
    assert sorted(taken) == sorted(people)
    assert taken != people, "who came when is not to be seen"
    assert answers != [1 + number % 5 for number in range(12)], "nor what was said when"
    assert set(PulseAnswer._meta.fields) == {"id", "room_id", "moment", "listened", "trust", "day"}
    assert set(PulseTaken._meta.fields) == {"id", "room_id", "person_id", "moment"}


async def _in_order_of_storage(table: str, column: str) -> list[Any]:
    place = "rowid" if dialect() == "sqlite" else "ctid"
    rows = await connection().execute_query_dict(f"SELECT {column} FROM {table} ORDER BY {place}")
    return [row[column] for row in rows]


async def test_figures_wait_for_ten_answers_and_for_the_last_one(room: Room, cast: Cast, house: House) -> None:
    path = f"/surgeries/{room.id}/pulse"
    for number in range(10):
        await store.add_answer(room.id, "before", 1 + number % 5, 5 if number else None, "2026-11-22")
    assert "Answers can still come in" in (await house.page(path, cast.ada)).text
    await room.act("close")
    page = (await house.page(path, cast.ada)).text
    assert ">3.0<" in page, "ten answers to the first question"
    assert "Fewer than 10 answers" in page, "nine to the second"
    assert (await house.page(path, cast.rosa)).status == 403
    assert (await house.page(path, cast.nia)).status == 403


def test_ten_is_the_fewest() -> None:
    answers = [{"listened": 2, "trust": None}] * 9
    assert figures(answers) == {"listened": None, "trust": None}
    assert figures([*answers, {"listened": 5, "trust": None}])["listened"] == {
        "answers": 10, "mean": 2.3, "counts": [0, 9, 0, 0, 1],
    }  # fmt: skip


async def test_the_newest_answer_does_not_stand_last(room: Room) -> None:
    last = []
    for _evening in range(6):
        await PulseAnswer.filter(room_id=room.id).delete()
        for number in range(20):
            await store.add_answer(room.id, "before", 5 if number == 19 else 1, None, "2026-11-22")
        last.append((await _in_order_of_storage("pulse_answer", "listened"))[-1])
    assert last != [5] * 6, "by chance it would once in a hundred million times"
