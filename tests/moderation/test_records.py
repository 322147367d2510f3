"""Decisions as they are written down."""

import pytest

from foundation.database import atomic
from foundation.errors import Invalid
from foundation.models import AuditEntry
from foundation.permissions import Role, Viewer
from foundation.settings import Settings
from moderation import store
from moderation.models import Decision
from moderation.service import record_decision

MO = Viewer(id="mo00000000000000", role=Role.MODERATOR)


async def decide(action: str, **values: str) -> Decision:
    return await atomic(
        lambda: record_decision(viewer=MO, target_type="message", target_id="m1", action=action, **values)  # type: ignore[arg-type]
    )


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
