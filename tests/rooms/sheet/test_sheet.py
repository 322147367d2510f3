"""The printed sheet: what stands on it, and that its ticks count."""

import re
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from rooms.paper.counts import counts
from rooms.polls.models import Poll
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.rooms_from_outside import Room


async def _poll(room: Room, **changes: object) -> str:
    values: dict[str, Any] = {"question": "Where next?", "options": ["Park", "School"], "opened_by": room.host.id}
    return str((await Poll.create(id=new_id(), room_id=room.id, opened_at=clock.now(), **values | changes)).id)


async def _browser(room: Room, member: Member | None = None) -> Browser:
    return Browser(room.house.url, member)


async def test_anybody_prints_the_waiting_questions_and_the_open_poll(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    await rosa.ask("When are the lights in Woodville Road mended?")
    await _poll(room)
    page = (await room.house.page(f"/surgeries/{room.id}/sheet")).text
    assert "When are the lights in Woodville Road mended?" in page
    assert "Where next?" in page
    assert page.count('class="sheet__box"') == 3
    assert f"/surgeries/{room.id}</strong>" in page, "it says where to take part"


async def test_a_question_that_is_taken_down_leaves_the_sheet_and_the_others_keep_their_numbers(
    room: Room, cast: Cast
) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    first = await rosa.ask("What about my neighbour?")
    await rosa.ask("What about the bins?")
    await ada.ok("hide_message", id=first, reason="Names somebody.")
    page = (await room.house.page(f"/surgeries/{room.id}/sheet")).text
    assert "my neighbour" not in page
    assert re.search(r'sheet__number">2<.*What about the bins', page, re.DOTALL)


async def test_an_answered_question_is_not_printed_any_more(room: Room, cast: Cast) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    asked = await rosa.ask("What about the bins?")
    await ada.ok(
        "answer_question", id=asked, client_id="0d3e6c1e-3a44-4c86-9f1c-6d2f0b8d7a11", body="They are emptied."
    )
    assert "What about the bins?" not in (await room.house.page(f"/surgeries/{room.id}/sheet")).text


async def test_ada_enters_ticks_after_the_close_and_changes_them_with_her_name_in_the_audit(
    room: Room, cast: Cast
) -> None:
    rosa = await room.enter(cast.rosa)
    asked = await rosa.ask("What about the bins?")
    poll = await _poll(room)
    await room.act("close")
    ada = await _browser(room, cast.ada)
    path = f"/surgeries/{room.id}/sheet/counts"
    await ada.get(path)
    question, option = f"{asked}.-1", f"{poll}.1"
    sent = await ada.post(path, **{question: "7", f"was-{question}": "0", option: "3", f"was-{option}": "0"})
    assert sent.status == 303, sent.text
    assert await counts([asked, poll]) == {asked: {-1: 7}, poll: {1: 3}}
    await ada.post(path, **{question: "8", f"was-{question}": "7"})
    assert (await counts([asked]))[asked] == {-1: 8}
    written = await AuditEntry.filter(act="sheet.enter", actor_id=cast.ada.id).order_by("id").values_list("details")
    assert [entry[0]["count"] for entry in written if entry[0]["subject"] == asked] == [7, 8]
    await ada.close()


async def test_two_hosts_who_enter_the_same_box_do_not_undo_each_other(room: Room, cast: Cast) -> None:
    asked = await (await room.enter(cast.rosa)).ask("What about the bins?")
    path, field = f"/surgeries/{room.id}/sheet/counts", f"{asked}.-1"
    ada, mo = await _browser(room, cast.ada), await _browser(room, cast.mo)
    await ada.get(path)
    await mo.get(path)
    assert (await mo.post(path, **{field: "4", f"was-{field}": "0"})).status == 303
    late = await ada.post(path, **{field: "9", f"was-{field}": "0"})
    assert late.status == 409
    assert "changed this number to 4 meanwhile" in late.text
    assert (await counts([asked]))[asked] == {-1: 4}
    await ada.close()
    await mo.close()


async def test_a_number_that_is_none_and_one_that_is_too_large_are_refused(room: Room, cast: Cast) -> None:
    asked = await (await room.enter(cast.rosa)).ask("What about the bins?")
    path, field = f"/surgeries/{room.id}/sheet/counts", f"{asked}.-1"
    ada = await _browser(room, cast.ada)
    await ada.get(path)
    for given in ("-1", "many", "10000", "٣"):
        refused = await ada.post(path, **{field: given, f"was-{field}": "0"})
        assert refused.status == 422, given
        assert "whole number from 0" in refused.text
    assert await counts([asked]) == {}
    await ada.close()


async def test_rosa_and_an_officer_of_elsewhere_enter_nothing(room: Room, cast: Cast) -> None:
    path = f"/surgeries/{room.id}/sheet/counts"
    assert (await room.house.page(path, cast.rosa)).status == 403
    assert (await room.house.page(path, cast.nia)).status == 403
    assert (await room.house.page(path, cast.ada)).status == 200, "must be the host for the others to mean anything"
