"""What a draft is made of, and in which order."""

import re

import pytest

from foundation import clock
from foundation.ids import new_id
from rooms.minutes.drafting import merged
from rooms.minutes.kinds import ItemKind
from rooms.minutes.models import MinutesItem
from rooms.promises.models import Promise
from tests.cast import Cast
from tests.rooms.minutes.evening import Evening, Writer
from tests.rooms_from_outside import Room


async def test_the_draft_follows_the_log_with_answers_and_promises_under_their_questions(
    evening: Evening, ada: Writer
) -> None:
    rows = await MinutesItem.filter(minutes_id=evening.room.id).order_by("position").values_list("kind", "source_id")
    assert [tuple(row) for row in rows] == [
        ("moment", evening.moment),
        ("question", evening.bins), ("answer", evening.answer),
        ("question", evening.lights), ("promise", evening.promise),
        ("poll", evening.poll),
    ]  # fmt: skip
    page = await ada.look()
    places = [page.index(words) for words in ("Streets", "Who empties", "The council, on", "When are", "Where next?")]
    assert places == sorted(places)


async def test_nothing_is_drafted_before_the_close_nor_by_rosa(room: Room, cast: Cast) -> None:
    path = f"/surgeries/{room.id}/minutes/edit"
    assert (await room.house.page(path, cast.ada)).status == 409
    await room.act("close")
    assert (await room.house.page(path, cast.rosa)).status == 403
    assert (await room.house.page(path, cast.nia)).status == 403
    assert (await room.house.page(path, cast.mo)).status == 200
    assert (await room.house.page(path, cast.max)).status == 403


async def test_two_drafts_at_once_are_one(evening: Evening, ada: Writer) -> None:
    again = await ada.send("draft")
    assert again.status == 409
    assert await MinutesItem.filter(minutes_id=evening.room.id).count() == 6


async def test_what_is_promised_days_later_is_added_below_its_question_and_the_host_s_order_stays(
    evening: Evening, cast: Cast, ada: Writer
) -> None:
    await ada.do(f"items/{ada.item('Where next?')}/up")
    later = await Promise.create(
        id=new_id(), force_id="south-wales", neighbourhood_id="cathays", room_id=evening.room.id,
        question_id=evening.bins, text="More bins.", html="<p>More bins.</p>", owner="PC Okafor", due_on="2026-12-01",
        made_by=cast.ada.id, made_at=clock.now(),
    )  # fmt: skip
    page = await ada.do("refresh")
    order = [evening.moment, evening.bins, evening.answer, later.id, evening.lights, evening.poll, evening.promise]
    rows = MinutesItem.filter(minutes_id=evening.room.id).order_by("position")
    assert [str(source) for source in await rows.values_list("source_id", flat=True)] == order
    assert "More bins." in page
    await ada.do("refresh")
    assert await rows.count() == 7, "again adds nothing"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], [(ItemKind.QUESTION, "a"), (ItemKind.ANSWER, "b")]),
        ([("1", "a"), ("2", "b")], ["1", "2"]),
        ([("1", "b"), ("2", None)], [(ItemKind.QUESTION, "a"), "1", "2"]),
        ([("1", None), ("2", "a")], ["1", "2", (ItemKind.ANSWER, "b")]),
    ],
)
def test_what_is_new_comes_after_what_it_follows(items: list[tuple[str, str | None]], expected: list[object]) -> None:
    assert merged(items, [(ItemKind.QUESTION, "a"), (ItemKind.ANSWER, "b")]) == expected


async def test_a_question_that_was_taken_down_is_not_drafted(room: Room, cast: Cast) -> None:
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    asked = await rosa.ask("Is my neighbour a thief?")
    await mo.ok("hide_message", id=asked, reason="Names somebody.")
    await room.act("close")
    writer = Writer(Evening(room, "", "", "", "", "", ""), cast.ada)
    await writer.look()
    page = await writer.do("draft")
    assert "thief" not in page
    assert not re.search(r'id="i-', page)
    await writer.browser.close()
