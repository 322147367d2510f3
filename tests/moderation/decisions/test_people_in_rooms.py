"""What a host does to a person is a decision: they are told by which rule and why, and may appeal; it is in the log."""

from datetime import timedelta
from typing import Any

from foundation import clock
from foundation.models import AuditEntry
from moderation.appeals.models import Appeal
from moderation.evidence.models import Evidence
from moderation.evidence.purging_service import purge_evidence
from moderation.evidence.words import words_at
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import JSON, Answer
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Seat

WHY = "Please let others speak"


async def _silenced(desk: Desk, cast: Cast, **more: Any) -> tuple[Seat, JSON]:
    """Rosa in the room, silenced by Ada; and the row of the decision."""
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    await rosa.say("Me first!")
    ack = await ada.ok("silence_person", person=cast.rosa.id, **{"seconds": 600, "reason": WHY, **more})
    return rosa, await _row(ack["decision"])


async def _row(decision: str) -> JSON:
    return await Decision.get(id=decision).values()


async def _readmit(desk: Desk, member: Member, person: Member) -> None:
    await (await desk.room.enter(member)).ok("readmit_person", person=person.id)


async def _overturn(desk: Desk, moderator: Member, decision: str) -> Answer:
    appeal = (await Appeal.get(decision_id=decision)).id
    body = {"outcome": "overturned", "reason": "You let everybody speak"}
    return await desk.house.caller(moderator).post(f"/appeals/{appeal}/decision", body)


async def test_a_silence_is_written_down_with_its_rule_its_reason_and_what_was_said(desk: Desk, cast: Cast) -> None:
    _rosa, decision = await _silenced(desk, cast)
    assert (decision["action"], decision["author_id"]) == ("silence_person", cast.rosa.id)
    assert (decision["actor_id"], decision["actor_role"]) == (cast.ada.id, "officer")
    assert (decision["clause"], decision["reason"], decision["seconds"]) == ("useful", WHY, 600)
    assert (decision["place_id"], decision["until"] - decision["at"] < timedelta(seconds=601)) == (desk.room.id, True)
    kept = await words_at(decision["id"])
    assert kept
    assert kept.body == "Me first!"
    entry = await AuditEntry.get(act="conduct.silence_person")
    assert (entry.actor_id, entry.details["decision"], entry.reason) == (cast.ada.id, decision["id"], WHY)


async def test_a_host_may_say_by_which_rule_and_not_by_one_that_there_is_not(desk: Desk, cast: Cast) -> None:
    ada = await desk.room.enter(cast.ada)
    act = {"person": cast.rosa.id, "reason": WHY}
    assert await ada.refused("remove_person", **act, clause="whim") == "invalid"
    assert await Decision.all().count() == 0
    assert (await _row((await ada.ok("remove_person", **act))["decision"]))["clause"] == "kind"
    amir = await ada.ok("silence_person", person=cast.amir.id, reason=WHY, clause="honest")
    assert (await _row(amir["decision"]))["clause"] == "honest"


async def test_rosa_is_told_by_which_rule_and_why_and_has_a_button_to_appeal(desk: Desk, cast: Cast) -> None:
    _rosa, decision = await _silenced(desk, cast)
    [sentence] = await desk.told(cast.rosa)
    assert WHY in sentence
    assert "Leave room for others" in sentence
    assert decision["id"] in (await desk.house.page("/decisions", cast.rosa)).text
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert (WHY in page.text, "Leave room for others" in page.text) == (True, True)
    assert f'action="/decisions/{decision["id"]}/appeal"' in page.text
    assert cast.ada.name not in page.text
    assert (await desk.house.page(f"/decisions/{decision['id']}", cast.amir)).status == 404


async def test_an_appeal_that_is_won_lets_rosa_write_at_once(desk: Desk, cast: Cast) -> None:
    rosa, decision = await _silenced(desk, cast)
    assert (await desk.appeal(cast.rosa, decision, "I had the floor")).status == 201
    page = await desk.house.page("/moderation/appeals", cast.mo)
    assert ("I had the floor" in page.text, cast.rosa.name in page.text) == (True, True)
    assert (await desk.refusal(rosa))["code"] == "not_allowed"
    assert (await _overturn(desk, cast.mo, decision["id"])).status == 204
    assert await rosa.live.wait("readmitted") == {"room": desk.room.id}
    await rosa.say("Thank you")


async def test_a_guest_who_was_removed_for_good_appeals_and_comes_back(desk: Desk, cast: Cast) -> None:
    gwen, ada = await desk.room.enter(cast.gwen), await desk.room.enter(cast.ada)
    made = (await ada.ok("remove_person", person=cast.gwen.id, reason="Threats"))["decision"]
    assert (await gwen.live.wait("removed"))["until"] is None
    [sentence] = await desk.told(cast.gwen)
    assert "Threats" in sentence
    assert (await desk.appeal(cast.gwen, {"id": made}, "It was a joke")).status == 201
    assert (await _overturn(desk, cast.dee, made)).status == 204
    await (await desk.room.enter(cast.gwen)).say("Back again")
    assert "right" in (await desk.told(cast.gwen))[0]


async def test_letting_somebody_back_takes_the_place_of_the_silence(desk: Desk, cast: Cast) -> None:
    rosa, decision = await _silenced(desk, cast)
    await _readmit(desk, cast.ada, cast.rosa)
    await rosa.live.wait("readmitted")
    await rosa.say("Thank you")
    [later] = await Decision.filter(supersedes_id=decision["id"]).values()
    assert (later["action"], later["actor_id"], later["clause"]) == ("readmit", cast.ada.id, "")
    assert (await desk.appeal(cast.rosa, decision)).status == 409, "nothing stands that could be appealed against"
    [sentence] = await desk.told(cast.rosa)
    assert "write again" in sentence


async def test_the_log_and_the_report_count_it_by_role_and_name_nobody(desk: Desk, cast: Cast) -> None:
    await _silenced(desk, cast)
    await _readmit(desk, cast.ada, cast.rosa)
    acts = (await desk.house.caller(None).get("/moderation/log")).json["items"]
    assert [(act["action"], act["role"], act["target"]) for act in acts] == [
        ("readmit", "officer", "conduct"),
        ("silence_person", "officer", "conduct"),
    ]
    assert acts[1]["reversed"]["by"] == "later"
    page = await desk.house.page("/moderation/log")
    assert ("Person silenced" in page.text, "silence_person" in page.text) == (True, False)
    assert (cast.rosa.name in page.text, cast.ada.name in page.text, WHY in page.text) == (False, False, False)
    report = (await desk.house.caller(None).get(f"/moderation/report?month={clock.now():%Y-%m}")).json
    assert "silence_person" in str(report["by_action"])


async def test_moderators_see_it_among_what_was_decided_about_its_author(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir, reason="other")
    await _silenced(desk, cast, seconds=None)
    page = await desk.house.page(f"/moderation/items/{(await desk.item(message, cast.mo))['id']}", cast.mo)
    assert (WHY in page.text, cast.ada.name in page.text) == (True, True)
    assert "Silenced, until the place closes." in page.text


async def test_another_time_takes_the_place_of_the_first_and_leaves_the_appeal(desk: Desk, cast: Cast) -> None:
    rosa, first = await _silenced(desk, cast)
    assert (await desk.appeal(cast.rosa, first)).status == 201
    ada = await desk.room.enter(cast.ada)
    second = (await ada.ok("silence_person", person=cast.rosa.id, seconds=60, reason="A minute will do"))["decision"]
    assert (await _row(second))["supersedes_id"] == first["id"]
    assert (await Appeal.get(decision_id=first["id"])).state == "open"
    assert (await desk.appeal(cast.rosa, {"id": second})).status == 201
    clock.move(timedelta(seconds=61))
    await rosa.say("A minute is over")


async def test_a_host_takes_back_their_own_within_two_minutes(desk: Desk, cast: Cast) -> None:
    rosa, decision = await _silenced(desk, cast)
    assert [(await desk.undo(each, decision)).status for each in (cast.huw, cast.nia, cast.rosa)] == [403, 403, 403]
    assert (await desk.undo(cast.ada, decision)).status == 204
    await rosa.say("That was quick")
    assert "taken back" in (await desk.told(cast.rosa))[0]
    assert (await desk.undo(cast.ada, decision)).status == 409
    _rosa, again = await _silenced(desk, cast)
    clock.move(timedelta(minutes=2, seconds=1))
    assert (await desk.undo(cast.ada, again)).status == 409


async def test_a_moderator_takes_back_what_a_host_did(desk: Desk, cast: Cast) -> None:
    rosa, decision = await _silenced(desk, cast)
    assert (await desk.undo(cast.mo, decision)).status == 204
    await rosa.say("Thank you")


async def test_a_readmission_that_is_taken_back_leaves_the_silence_for_its_time(desk: Desk, cast: Cast) -> None:
    rosa, decision = await _silenced(desk, cast)
    await _readmit(desk, cast.ada, cast.rosa)
    [readmission] = await Decision.filter(action="readmit").values("id")
    assert (await desk.undo(cast.ada, readmission)).status == 204
    assert (await desk.refusal(rosa))["code"] == "not_allowed"
    assert (await desk.appeal(cast.rosa, decision)).status == 201, "it stands again"
    clock.move(timedelta(seconds=601))
    await rosa.say("Ten minutes are over")


async def test_the_room_s_forms_take_a_rule_as_well(desk: Desk, cast: Cast) -> None:
    said = [(await (await desk.room.enter(cast.rosa)).say(words))["id"] for words in ("Me first!", "And again!")]
    ada = Browser(desk.house.url, cast.ada)
    try:
        page = await ada.get(f"/surgeries/{desk.room.id}")
        assert 'name="clause"' in page.text
        person = f"/surgeries/{desk.room.id}/people/{cast.rosa.id}"
        assert (await ada.post(f"{person}/silence", reason=WHY, seconds="60", clause="honest")).status == 303
        assert (await ada.post(f"{person}/readmit")).status == 303
        assert (await ada.post(f"{person}/remove", reason=WHY)).status == 303
        for message, clause in zip(said, ("children", ""), strict=True):
            form = {"reason": "Not here", "clause": clause}
            assert (await ada.post(f"/surgeries/{desk.room.id}/messages/{message}/hide", **form)).status == 303
        assert (await ada.post(f"{person}/remove", reason=WHY, clause="whim")).status == 422
    finally:
        await ada.close()
    rows = await Decision.all().order_by("id").values_list("action", "clause")
    of_people = [("silence_person", "honest"), ("readmit", ""), ("remove_person", "kind")]
    assert rows == [*of_people, ("hide", "children"), ("hide", "useful")]


async def test_a_host_s_hide_goes_by_what_it_was_flagged_for_where_no_rule_is_named(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir, reason="personal_data")
    ada = await desk.room.enter(cast.ada)
    assert await ada.refused("hide_message", id=message, reason="Not here", clause="whim") == "invalid"
    await ada.ok("hide_message", id=message, reason="Not here")
    assert (await Decision.get(action="hide")).clause == "private"
    await ada.ok("restore_message", id=message, reason="It was nobody’s", clause="private")
    assert (await Decision.get(action="restore")).clause == "", "what is shown broke no rule"


async def test_moderators_read_what_was_said_there_as_evidence_and_in_the_appeal(desk: Desk, cast: Cast) -> None:
    await (await desk.room.enter(cast.amir)).say("What about the bins?")
    _rosa, decision = await _silenced(desk, cast)
    kept = await Evidence.get(decision_id=decision["id"])
    page = await desk.house.page(f"/moderation/evidence/{kept.id}", cast.mo)
    assert page.status == 200
    assert ("Me first!" in page.text, "What about the bins?" in page.text) == (True, True)
    assert (await desk.house.page(f"/moderation/evidence/of/conduct/{kept.target_id}", cast.mo)).status == 200
    appeal = (await desk.appeal(cast.rosa, decision, "I had the floor")).json["id"]
    page = await desk.house.page(f"/moderation/appeals/{appeal}", cast.mo)
    assert (page.status, "Me first!" in page.text, "Person silenced" in page.text) == (200, True, True)


async def test_what_was_kept_of_it_is_emptied_in_its_time(desk: Desk, cast: Cast) -> None:
    _rosa, decision = await _silenced(desk, cast)
    clock.move(timedelta(days=8 * 366))
    await purge_evidence(desk.house.app)
    assert (await Evidence.get(decision_id=decision["id"])).snapshot is None
