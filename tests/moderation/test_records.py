"""Flags and decisions as they are written down."""

import pytest

from foundation.database import atomic
from foundation.errors import Invalid, NotSignedIn
from foundation.models import AuditEntry
from foundation.permissions import READER, Role, Viewer
from foundation.settings import Settings
from moderation import store
from moderation.models import Decision, Flag
from moderation.service import add_flag, record_decision

ROSA = Viewer(id="rosa000000000000", role=Role.RESIDENT)
GWEN = Viewer(id="gwen000000000000", role=Role.GUEST)
MO = Viewer(id="mo00000000000000", role=Role.MODERATOR)


async def flag(viewer: Viewer, reason: str = "abuse", note: str = "") -> Flag:
    return await atomic(
        lambda: add_flag(viewer=viewer, target_type="message", target_id="m1", reason=reason, note=note)
    )


async def decide(action: str, **values: str) -> Decision:
    return await atomic(
        lambda: record_decision(viewer=MO, target_type="message", target_id="m1", action=action, **values)  # type: ignore[arg-type]
    )


async def test_rosa_flags_twice_and_it_is_one_flag_with_her_last_words(database: Settings) -> None:
    first = await flag(ROSA)
    second = await flag(ROSA, "danger", " he is outside ")
    assert first.id == second.id
    flags = await store.list_flags("message", "m1")
    assert [(kept["reason"], kept["note"]) for kept in flags] == [("danger", "he is outside")]


async def test_a_guest_flags_too_and_each_person_counts(database: Settings) -> None:
    await flag(ROSA)
    await flag(GWEN)
    assert {kept["person_id"] for kept in await store.list_flags("message", "m1")} == {ROSA.id, GWEN.id}


async def test_a_flag_needs_a_person_a_known_reason_and_a_note_in_reach(database: Settings) -> None:
    with pytest.raises(NotSignedIn):
        await flag(READER)
    with pytest.raises(Invalid) as unknown:
        await flag(ROSA, "boring")
    with pytest.raises(Invalid) as long:
        await flag(ROSA, "other", "a" * 1001)
    assert [wrong.field for refused in (unknown, long) for wrong in refused.value.fields] == ["reason", "note"]
    assert await store.list_flags("message", "m1") == []


async def test_mos_decisions_stay_in_their_order_each_with_its_reason(database: Settings) -> None:
    await decide("hide", reason="It names a child.", clause="children", note="told the school team")
    await decide("restore", reason="It was a dog.")
    kept = await store.list_decisions("message", "m1")
    assert [(each["action"], each["clause"], each["reason"]) for each in kept] == [
        ("hide", "children", "It names a child."),
        ("restore", "", "It was a dog."),
    ]
    assert {(each["actor_id"], each["actor_role"]) for each in kept} == {(MO.id, "moderator")}


async def test_a_decision_is_in_the_audit_without_the_private_note(database: Settings) -> None:
    await decide("hide", reason="It names a child.", clause="children", note="secret")
    [entry] = await AuditEntry.filter(act="message.hide")
    assert (entry.actor_id, entry.subject_id, entry.reason) == (MO.id, "m1", "It names a child.")
    assert entry.details == {"clause": "children"}


async def test_a_decision_that_cites_no_rule_of_ours_leaves_nothing_behind(database: Settings) -> None:
    with pytest.raises(Invalid):
        await decide("hide", clause="because")
    assert await store.list_decisions("message", "m1") == []
    assert await AuditEntry.all().count() == 0
