"""An old text under the rules of then and of now: side by side, for moderators, and written down where it is read."""

import json
from datetime import timedelta

import pytest

from foundation import clock
from moderation.evidence.models import Evidence, EvidenceReading
from moderation.models import RuleSet
from moderation.replay.keeping_service import keep_rules
from moderation.replay.service import replay_evidence, replay_text
from moderation.screening import rule_set_id
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room

THEN = "then000000000000"
WORDS = "You are a muppet of the highest order"


async def posted(house: House, cast: Cast, text: str, rules: str) -> Answer:
    """Mo fills in the form."""
    browser = Browser(house.url, cast.mo)
    try:
        await browser.get("/moderation/replay")
        return await browser.post("/moderation/replay", text=text, rules=rules)
    finally:
        await browser.close()


@pytest.fixture
async def then(house: House, cast: Cast) -> str:
    """The rules of a week ago, when a word was held that none is held for today."""
    await keep_rules(house.app)
    kept = await RuleSet.get(id=rule_set_id())
    content = json.loads(kept.content)
    content["own"]["held"] = ["muppet"]
    await RuleSet.create(id=THEN, content=json.dumps(content), first_used_at=clock.now() - timedelta(days=7))
    return THEN


async def test_the_rules_in_use_are_kept_once(house: House, cast: Cast) -> None:
    await house.run_jobs()
    await house.run_jobs()
    assert await RuleSet.filter(id=rule_set_id()).count() == 1


async def test_mo_sees_what_the_rules_said_then_and_what_they_say_now(house: House, cast: Cast, then: str) -> None:
    replay = await replay_text(house.app, cast.mo.viewer, WORDS, then)
    assert str(replay.comparison.then.action) == "hold"
    assert str(replay.comparison.now.action) == "allow"
    assert replay.comparison.differs
    assert [(found.words, found.other) for found in replay.comparison.found_then] == [("muppet", True)]
    page = await posted(house, cast, WORDS, then)
    assert page.status == 200
    for words in ("The rules say something else today", "Held it to be read", "Let it be read at once", "Then only"):
        assert words in page.text
    assert page.headers["Cache-Control"] == "no-store"


async def test_what_both_say_is_said_to_be_the_same(house: House, cast: Cast, then: str) -> None:
    text = "Ring me on 029 2018 0123"
    replay = await replay_text(house.app, cast.mo.viewer, text, then)
    assert not replay.comparison.differs
    assert [found.other for found in replay.comparison.found_now] == [False]
    assert "The rules of today say the same" in (await posted(house, cast, text, then)).text


@pytest.mark.parametrize(
    ("text", "rules", "status"), [("", THEN, 422), ("a" * 4001, THEN, 422), ("hello", "no-such-rules", 404)]
)
async def test_what_can_not_be_tried_is_refused_in_a_sentence(
    house: House, cast: Cast, then: str, text: str, rules: str, status: int
) -> None:
    page = await posted(house, cast, text, rules)
    assert (page.status, "There is a problem" in page.text) == (status, True)


async def test_evidence_is_replayed_under_its_own_rules_and_its_reading_is_written_down(
    house: House, cast: Cast, room: Room
) -> None:
    await keep_rules(house.app)
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    said = await amir.say("Ring me on 029 2018 0123", confirm=True)
    assert said["status"] == "held"
    await mo.ok("reject_message", id=said["id"], reason="No numbers here.")
    kept = await Evidence.filter(target_id=said["id"]).order_by("-taken_at").first()
    assert kept is not None
    replay = await replay_evidence(house.app, cast.mo.viewer, kept.id)
    assert (replay.text, replay.rules) == ("Ring me on 029 2018 0123", rule_set_id())
    assert await EvidenceReading.filter(evidence_id=kept.id, person_id=cast.mo.id, act="read").count() == 1
    page = await house.page(f"/moderation/replay?evidence={kept.id}", cast.mo)
    assert "029 2018 0123" in page.text
    assert await EvidenceReading.filter(evidence_id=kept.id).count() == 2
    for outsider in (cast.max, cast.rosa, cast.ada, None):
        refused = await house.page(f"/moderation/replay?evidence={kept.id}", outsider)
        assert refused.status in {303, 401, 403, 404}
        assert "029 2018 0123" not in refused.text
    assert (await house.page("/moderation/replay?evidence=0000000000000000", cast.mo)).status == 404
