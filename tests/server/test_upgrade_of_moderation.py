"""What was held, flagged and decided before there was a review queue is found in it, in the log and on its own page."""

import pytest

from moderation.models import Flag
from tests.clients import JSON
from tests.house import House
from tests.running.before_moderation import FLAGGED, HELD, PENDING, fill_before_moderation
from tests.running.first_version import FirstVersion
from tests.running.old_database import Fill
from tests.server.upgraded import old as old
from tests.server.upgraded import old_databases as old_databases  # filled once a run
from tests.server.upgraded import settings as settings  # its copy
from tests.server.upgraded import upgraded as upgraded  # a house on it


@pytest.fixture
def fill() -> Fill:
    return fill_before_moderation


async def _queue(house: House, old: FirstVersion) -> dict[str, JSON]:
    answer = await house.caller(token=old.tokens["dee"]).get("/moderation/queue")
    assert answer.status == 200, answer.text
    return {item["target"]["id"]: item for item in answer.json["items"]}


async def test_what_waited_and_what_was_flagged_is_in_the_queue(upgraded: House, old: FirstVersion) -> None:
    items = await _queue(upgraded, old)
    assert list(items) == [FLAGGED, HELD, PENDING], "the flag names a child"
    assert [items[each]["text"] for each in (FLAGGED, HELD, PENDING)] == [
        "The boy at number 9", "Words that nobody has read", "Other words"
    ]  # fmt: skip
    assert (items[FLAGGED]["flags"], items[HELD]["flags"]) == (2, 0)
    page = await upgraded.caller(token=old.tokens["dee"]).page("/moderation")
    assert (page.status, page.text.count("data-item=")) == (200, 3)
    open_ = await upgraded.caller(token=old.tokens["dee"]).page(f"/moderation/items/{items[PENDING]['id']}")
    assert "Other words" in open_.text


async def test_each_flag_knows_its_item_and_what_was_answered_stays_answered(
    upgraded: House, old: FirstVersion
) -> None:
    items = await _queue(upgraded, old)
    kept = {row.target_id: row.item_id for row in await Flag.all()}
    assert kept == {FLAGGED: items[FLAGGED]["id"], old.hidden: None}


async def test_dee_decides_about_what_waited(upgraded: House, old: FirstVersion) -> None:
    dee = upgraded.caller(token=old.tokens["dee"])
    items = await _queue(upgraded, old)
    for target, action in ((HELD, "approve"), (FLAGGED, "hide"), (PENDING, "approve")):
        said = {"version": items[target]["version"], "action": action, "clause": "kind", "reason": "It says who."}
        answer = await dee.post(f"/moderation/items/{items[target]['id']}/decision", said)
        assert answer.status == 201, answer.text
    assert await _queue(upgraded, old) == {}
    log = str((await upgraded.caller().get(f"/surgeries/{old.surgery}/events")).json["events"])
    assert ["The boy" in log, "Words that nobody has read" in log, "Other words" in log] == [False, True, True]


async def test_a_decision_of_before_is_in_the_public_log_and_on_its_page(upgraded: House, old: FirstVersion) -> None:
    [decision] = old.tables["decision"]
    for query in ("", "?force=south-wales", "?neighbourhood=cathays"):
        items = (await upgraded.caller().get(f"/moderation/log{query}")).json["items"]
        assert [(item["action"], item["role"], item["reversed"]) for item in items] == [("hide", "officer", None)], (
            query
        )
    assert 'class="acts__act"' in (await upgraded.page("/moderation/log")).text
    assert (await upgraded.page("/moderation/report?month=2026-11")).status == 200
    page = await upgraded.caller(token=old.tokens["rosa"]).page(f"/decisions/{decision['id']}")
    assert page.status == 200
    assert "off topic" in page.text
    assert "Words to be hidden" in page.text
