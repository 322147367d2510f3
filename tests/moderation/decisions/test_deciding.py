"""Deciding about what waits: each action, what its author is told, and who may."""

import pytest

from foundation.models import AuditEntry
from moderation.evidence.models import Evidence
from moderation.models import Decision
from tests.cast import Cast
from tests.moderation.decisions.deciding import WORDS, Desk


async def test_mo_approves_what_waited_and_everybody_reads_it(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    assert await desk.shown(message) is None
    decision = await desk.decided(cast.mo, message, "approve", clause="", reason="")
    assert await desk.shown(message) == WORDS
    assert not await desk.waits(message, cast.mo)
    assert (decision["action"], decision["by"]["id"], decision["role"]) == ("approve", cast.mo.id, "moderator")


@pytest.mark.parametrize("action", ["hide", "hide_and_warn"])
async def test_mo_hides_what_was_flagged_and_rosa_reads_which_rule_and_why(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, action, note="she was warned in May")
    assert await desk.shown(message) is None
    [sentence] = await desk.told(cast.rosa)
    assert "taken down" in sentence
    assert "Be kind" in sentence
    assert "It says who people are." in sentence
    assert "May" not in sentence
    assert ("warning" in sentence) == (action == "hide_and_warn")
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert WORDS in page.text
    assert "A moderator decided this" in page.text
    assert "Mo Evans" not in page.text
    assert "May" not in page.text.replace("May be", "")


async def test_a_warning_leaves_the_words_where_they_are(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "warn")
    assert await desk.shown(message) == WORDS
    assert "This is a warning" in (await desk.told(cast.rosa))[0]


async def test_a_warning_about_what_waited_shows_it(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    await desk.decided(cast.mo, message, "warn")
    assert await desk.shown(message) == WORDS


async def test_what_staff_change_is_marked_and_its_author_can_only_take_it_back(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    amir = await desk.room.enter(cast.amir)
    decision = await desk.decided(cast.mo, message, "edit", body="The lamp is dark")
    edited = await amir.hear("message_edited", id=message)
    assert (edited["data"]["body"], edited["data"]["by_staff"]) == ("The lamp is dark", True)
    assert await desk.shown(message) == "The lamp is dark"
    page = await desk.house.page(f"/surgeries/{desk.room.id}", cast.amir)
    assert "changed by a moderator" in page.text
    rosa = await desk.room.enter(cast.rosa)
    assert await rosa.refused("edit_message", id=message, body=WORDS) == "conflict"
    own = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert WORDS in own.text, "the original is kept"
    assert "The lamp is dark" in own.text
    await rosa.ok("withdraw_message", id=message)


@pytest.mark.parametrize("action", ["silence", "remove"])
async def test_somebody_is_kept_out_for_a_time_and_their_words_go(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    rosa = await desk.room.enter(cast.rosa)
    await desk.decided(cast.mo, message, action, seconds=600)
    told = await rosa.live.wait("silenced" if action == "silence" else "removed", room=desk.room.id)
    assert (told["reason"], told["until"] is None) == ("It says who people are.", False)
    assert await desk.shown(message) is None
    assert (await desk.refusal(rosa))["code"] == "not_allowed"


async def test_mo_locks_the_room_and_staff_still_write(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    amir = await desk.room.enter(cast.amir)
    await desk.decided(cast.mo, message, "lock")
    assert (await amir.hear("mode_changed"))["data"]["mode"] == "locked"
    assert (await desk.refusal(amir))["code"] == "closed"
    await (await desk.room.enter(cast.ada)).say("We pause for a moment")


async def test_what_is_passed_on_waits_for_the_host_who_is_asked(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    before = await desk.item(message, cast.mo)
    await desk.decided(cast.mo, message, "escalate", to="officer")
    after = await desk.item(message, cast.mo)
    assert (after["escalated_to"], after["version"]) == ("officer", before["version"] + 1)
    notices = (await desk.house.caller(cast.ada).get("/notices")).json["notices"]
    [asked] = [each for each in notices if each["kind"] == "passed_on"]
    assert message in asked["path"]
    stale = await desk.decide(cast.dee, before, "hide")
    assert stale.status == 409
    assert stale.json["decision"]["action"] == "escalate"


async def test_what_is_passed_on_to_safeguarding_asks_the_administrators(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "escalate", to="safeguarding")
    for administrator in (cast.dee, cast.dai):
        notices = (await desk.house.caller(administrator).get("/notices")).json["notices"]
        assert "passed_on" in [each["kind"] for each in notices]


async def test_nothing_is_done_and_it_stays(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "none", clause="", reason="")
    assert await desk.shown(message) == WORDS
    assert not await desk.waits(message, cast.mo)
    assert await desk.told(cast.rosa) == []


async def test_what_waits_can_t_be_left_as_it_is(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    answer = await desk.decide(cast.mo, await desk.item(message, cast.mo), "none")
    assert answer.status == 422


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("clause", {"clause": ""}), ("clause", {"clause": "because"}), ("reason", {"reason": " "}),
     ("seconds", {"seconds": 0}), ("seconds", {"seconds": 30 * 24 * 3600 + 1})],
)  # fmt: skip
async def test_an_author_is_owed_a_rule_and_a_reason(
    desk: Desk, cast: Cast, field: str, wrong: dict[str, object]
) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    answer = await desk.decide(cast.mo, await desk.item(message, cast.mo), "silence", **wrong)
    assert answer.status == 422
    assert field in [error["field"] for error in answer.json["errors"]]
    assert await desk.shown(message) == WORDS


async def test_nobody_decides_about_their_own_words(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.mo, cast.amir)
    item = await desk.item(message, cast.dee)
    assert (await desk.decide(cast.mo, item, "none")).status == 403
    assert (await desk.decide(cast.dee, item, "none")).status == 201


async def test_outsiders_decide_nothing(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    assert [(await desk.decide(each, item, "hide")).status for each in (cast.max, cast.ada, cast.olga)] == [
        404,
        403,
        403,
    ]


async def test_staff_are_not_silenced_by_a_moderator(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.huw, cast.amir)
    item = await desk.item(message, cast.mo)
    assert (await desk.decide(cast.mo, item, "silence", seconds=600)).status == 403
    assert await desk.shown(message) == WORDS, "nothing of it was done"


async def test_who_has_it_before_them_is_not_overtaken(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    await desk.house.caller(cast.dee).post(f"/moderation/items/{item['id']}/claim")
    answer = await desk.decide(cast.mo, item, "hide")
    assert (answer.status, answer.json["claimed_by"]["id"]) == (409, cast.dee.id)
    assert (await desk.decide(cast.dee, item, "hide")).status == 201


async def test_every_decision_is_in_the_audit_and_kept_with_what_it_was_about(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    made = await desk.decided(cast.mo, message, "hide", note="secret")
    [entry] = await AuditEntry.filter(act="message.hide")
    assert (entry.actor_id, entry.subject_id, entry.reason) == (cast.mo.id, message, "It says who people are.")
    assert entry.details["decision"] == made["id"]
    assert "secret" not in str(entry.details)
    [kept] = await Evidence.filter(decision_id=made["id"])
    assert WORDS in str(kept.snapshot)
    row = await Decision.get(id=made["id"])
    assert (row.kind, row.force_id, row.place_id, row.was) == ("abuse", "south-wales", desk.room.id, "published")
    assert row.opened_at is not None
