"""A room with more questions than anybody reads: its page draws the first of each order, and JSON comes in pages."""

import re
from random import Random
from threading import current_thread

import pytest

from foundation import clock
from foundation.alike import Likeness
from foundation.ids import new_id
from rooms.models import LogEntry, Message, MessageKind, MessageState
from rooms.models import Room as RoomRow
from rooms.questions.drawn import ALL_UP_TO
from rooms.questions.models import Question, QuestionState, QuestionVote
from tests.cast import Cast
from tests.rooms_from_outside import Room
from tests.running.threads import threads_of

MANY = ALL_UP_TO + 100


@pytest.fixture
async def asked(room: Room, cast: Cast) -> list[str]:
    """The ids of Rosa's questions, in their order; one in the middle has a vote, another is being answered."""
    start, now = await room.last_seq() + 1, clock.now()
    numbered = [(new_id(), seq, f"What about number {seq}?") for seq in range(start, start + MANY)]
    same = {"room_id": room.id, "author_id": cast.rosa.id, "kind": MessageKind.QUESTION, "created_at": now}
    await Message.bulk_create(
        Message(id=id_, client_id=id_, state=MessageState.PUBLISHED, body=body, html=f"<p>{body}</p>", posted_seq=seq,
                text_seq=seq, **same) for id_, seq, body in numbered
    )  # fmt: skip
    await LogEntry.bulk_create(
        LogEntry(id=new_id(), room_id=room.id, seq=seq, kind="message_posted", at=now, message_id=id_)
        for id_, seq, _body in numbered
    )
    ids = [id_ for id_, _seq, _body in numbered]
    middle = MANY // 2
    await QuestionVote.create(id=new_id(), question_id=ids[middle], room_id=room.id, person_id="x", created_at=now)
    await RoomRow.filter(id=room.id).update(last_seq=start + MANY - 1, answering=ids[middle + 1])
    return ids


def _drawn(page: str) -> list[str]:
    return re.findall(r'data-question="(\w{16})"', page.partition('id="questions"')[2].partition("<template")[0])


def _count(page: str, name: str) -> int:
    [n] = set(re.findall(rf'data-count="{name}"[^>]*>(\d+)<', page))
    return int(n)


async def test_the_page_draws_the_first_of_each_order_and_counts_all(room: Room, cast: Cast, asked: list[str]):
    page = (await room.house.page(f"/surgeries/{room.id}", cast.amir)).text
    drawn = _drawn(page)
    assert len(drawn) < ALL_UP_TO
    assert {asked[0], asked[-1], asked[MANY // 2], asked[MANY // 2 + 1]} <= set(drawn)
    assert (drawn[0], _count(page, "waiting"), _count(page, "questions")) == (asked[MANY // 2], MANY, MANY)
    assert "number" in page.partition('id="answering"')[2].partition("</section>")[0]
    assert f"out of {MANY}." in page
    [everything] = re.findall(r'href="([^"]*questions=all[^"]*)"', page)
    whole = (await room.house.page(everything.replace("&amp;", "&").partition("#")[0], cast.amir)).text
    assert sorted(_drawn(whole)) == sorted(asked)
    assert "questions=all" not in whole


async def test_what_was_merged_is_drawn_with_its_target_or_not_at_all(room: Room, cast: Cast, asked: list[str]):
    """Without its target the script would take it for one that waits."""
    shown, left_out = asked[0], asked[MANY // 2 + 10]
    for merged, into in ((asked[MANY // 2 + 20], shown), (asked[1], left_out)):
        await Question.create(id=merged, room_id=room.id, state=QuestionState.MERGED, merged_into=into)
    drawn = _drawn((await room.house.page(f"/surgeries/{room.id}", room.host)).text)
    assert asked[MANY // 2 + 20] in drawn
    assert not {asked[1], left_out} & set(drawn)


async def test_the_json_comes_page_by_page(room: Room, cast: Cast, asked: list[str]):
    caller, found, more = room.house.caller(cast.amir), list[str](), ""
    for expected in (150, MANY - 150):
        answer = await caller.get(f"/surgeries/{room.id}/questions?order=newest&limit=150{more}")
        assert (answer.status, len(answer.json["items"])) == (200, expected)
        found += [item["id"] for item in answer.json["items"]]
        more = f"&cursor={answer.json['next']}"
    assert (found, answer.json["next"]) == (asked[::-1], None)
    assert len((await caller.get(f"/surgeries/{room.id}/questions")).json["items"]) == 50
    assert (await caller.get(f"/surgeries/{room.id}/questions?cursor=x")).status == 422


async def test_what_is_like_a_long_one_is_looked_for_while_nobody_waits(
    room: Room, cast: Cast, asked: list[str], monkeypatch: pytest.MonkeyPatch
):
    letters, words = Random(1), list[str]()
    for id_ in asked:
        words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=5)) for _ in range(100)]
        await Message.filter(id=id_).update(body=" ".join(words))
    path = f"/surgeries/{room.id}/questions/similar?text={'+'.join(words)}"
    compared = threads_of(monkeypatch, Likeness, "to")
    assert (await room.house.caller(cast.amir).get(path)).status == 200
    assert len(compared) == MANY
    assert current_thread() not in compared, "others wait while the questions are compared"
