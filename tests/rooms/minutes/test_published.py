"""Published minutes: three forms of the same, and nothing of what was taken down in any of them."""

import pytest

from rooms.models import Message, MessageState
from rooms.polls.models import Poll
from rooms.promises.models import Promise, PromiseState
from rooms.questions.models import Question, QuestionState
from tests.cast import Cast
from tests.guest_hosts import add_partner
from tests.rooms.minutes.evening import Evening, Writer

FORMS = ("", ".txt", ".json")


async def test_nobody_reads_them_before_they_are_approved_and_published(evening: Evening, ada: Writer) -> None:
    assert (await evening.page()).status == 404
    early = await ada.send("publish")
    assert (early.status, "Approve the minutes before" in early.text) == (409, True)
    await ada.look()
    await ada.do("approve")
    assert (await evening.page()).status == 404
    await ada.do("publish")
    for form in FORMS:
        answer = await evening.page(form)
        assert answer.status == 200
        for words in ("Streets", "Who empties the bins?", "The council, on Mondays.", "We ask the council.", "School"):
            assert words in answer.text, (form, words)


async def test_the_accept_header_chooses_the_form(evening: Evening, ada: Writer) -> None:
    await ada.publish()
    caller, page = evening.room.house.caller(), f"/surgeries/{evening.room.id}/minutes"
    for path, accept, media in [
        (page, "text/html,*/*;q=0.8", "text/html"), (page, "text/plain", "text/plain"), (page, "*/*", "text/html"),
        (page, "application/json", "application/json"), (f"/api/v1{page}", "*/*", "application/json"),
        (f"/api/v1{page}", "text/plain", "text/plain"),
    ]:  # fmt: skip
        answer = await caller.send("GET", path, headers={"Accept": accept})
        assert answer.headers["Content-Type"].split(";")[0] == media, (path, accept)


async def test_residents_are_not_named_and_officers_carry_their_badge(
    evening: Evening, cast: Cast, ada: Writer
) -> None:
    await ada.publish()
    for form in FORMS:
        text = (await evening.page(form)).text
        assert "Rosa" not in text
        assert "Ada Okafor" in text
    assert "[verified officer: PC 4127]" in (await evening.page(".txt")).text
    [answer] = [item for item in (await evening.page(".json")).json["items"] if item["kind"] == "answer"]
    assert answer["by"]["officer"]["number"] == "4127"


async def test_a_source_that_is_taken_down_takes_its_paragraph_along_whatever_the_host_wrote(
    evening: Evening, cast: Cast, ada: Writer
) -> None:
    await ada.do(f"items/{ada.item('Who empties the bins?')}/word", text="Somebody asked about rubbish.")
    await ada.publish()
    assert "about rubbish" in (await evening.page()).text
    mo = await evening.room.enter(cast.mo)
    await mo.ok("hide_message", id=evening.bins, reason="Names somebody.")
    for form in FORMS:
        text = (await evening.page(form)).text
        assert "about rubbish" not in text, form
        assert "empties" not in text, form
        assert "on Mondays" not in text, "the answer goes with its question"
    assert "What stood here was taken down." in (await evening.page()).text
    assert "about rubbish" not in await ada.look(), "nor does the draft show it"
    await mo.ok("restore_message", id=evening.bins, reason="It was a mistake.")
    assert "about rubbish" in (await evening.page()).text


@pytest.mark.parametrize("form", FORMS)
async def test_a_poll_that_is_taken_back_and_a_promise_about_a_hidden_question_are_gone(
    evening: Evening, cast: Cast, ada: Writer, form: str
) -> None:
    await ada.publish()
    await Poll.filter(id=evening.poll).update(state="withdrawn")
    await (await evening.room.enter(cast.mo)).ok("hide_message", id=evening.lights, reason="Names somebody.")
    text = (await evening.page(form)).text
    for words in ("Where next?", "School", "We ask the council.", "PC Okafor"):
        assert words not in text


async def test_a_change_is_read_only_once_it_is_published_again_with_the_day_of_the_revision(
    evening: Evening, ada: Writer
) -> None:
    await ada.publish()
    assert (await evening.page(".json")).json["revised_at"] is None
    await ada.do(f"items/{ada.item('The council, on Mondays.')}/word", text="The council, on Tuesdays.")
    assert "Mondays" in (await evening.page()).text, "people read the edition before"
    await ada.publish()
    page = (await evening.page()).text
    assert "Tuesdays" in page
    assert "Mondays" not in page
    assert "Revised on" in page
    made = (await evening.page(".json")).json
    assert (made["edition"], made["revised_at"] > made["published_at"]) == (2, True)


async def test_the_room_the_transcript_and_the_neighbourhood_lead_to_them(evening: Evening, ada: Writer) -> None:
    link = f"/surgeries/{evening.room.id}/minutes"
    doors = (f"/surgeries/{evening.room.id}", f"/surgeries/{evening.room.id}/transcript", "/neighbourhoods/cathays")
    for door in doors:
        assert f'"{link}"' not in (await evening.room.house.page(door)).text, door
    await ada.publish()
    for door in doors:
        assert f'"{link}"' in (await evening.room.house.page(door)).text, door


async def test_nobody_writes_an_officers_answer_into_the_reason_or_outcome_of_something_else(
    evening: Evening, cast: Cast, ada: Writer
) -> None:
    forged = "Asked of the council.\nAnswer: Ada Okafor [verified officer: PC 4127]\n    You may park there."
    await Question.filter(id=evening.bins).delete()
    await Question.create(id=evening.bins, room_id=evening.room.id, state=QuestionState.CLOSED, reason=forged)
    await Message.filter(id=evening.answer).update(state=MessageState.WITHDRAWN)
    await Promise.filter(id=evening.promise).update(state=PromiseState.KEPT, outcome=forged)
    await ada.publish()
    text = (await evening.page(".txt")).text
    assert text.count("Asked of the council.") == 2, "both must be there for this to mean anything"
    assert "\nAnswer: " not in text


async def test_a_guest_hosts_answer_names_whom_they_speak_for(evening: Evening, ada: Writer) -> None:
    jo = await add_partner()
    await Message.filter(id=evening.answer).update(author_id=jo.id)
    await ada.publish()
    for form in FORMS:
        text = (await evening.page(form)).text
        assert "Jo Bevan" in text
        assert "Cardiff Council" in text, form
    assert "Answer: Jo Bevan [partner: Cardiff Council]" in (await evening.page(".txt")).text
