"""What the model said can be explained years later: by which version, how sure it was, and what that meant."""

import json
from typing import Any

import pytest

from moderation.evidence.models import Evidence
from moderation.items.kinds import Kind
from moderation.items.models import ReviewItem
from moderation.models import RuleHit
from moderation.replay.by_model import ByModel, said_now, said_then
from moderation.replay.keeping_service import keep_rules
from moderation.replay.service import replay_evidence, replay_text
from moderation.risk.heard import Heard, heard_of
from moderation.risk.hits import hits_of, threshold_of
from moderation.risk.listening import LISTENER
from moderation.risk.versions import versions
from moderation.screening import rule_set_id, screen
from tests.cast import Cast
from tests.moderation.risk.conftest import until
from tests.rooms_from_outside import Room, Seat

DANGER = "my neighbour is lying on her kitchen floor and she isn't moving"
SAID = f"Lovely evening. {DANGER}. Is anybody near?"
NOW = versions()[-1]


@pytest.fixture
async def rosa(room: Room, cast: Cast) -> Seat:
    """In a room that the model listens to."""
    assert not screen(SAID).emergency, "no rule may find it, for this to mean anything"
    await until(lambda: room.house.app[LISTENER].is_idle)
    return await room.enter(cast.rosa)


async def test_what_it_heard_is_kept_with_its_version_score_and_sentence(room: Room, rosa: Seat, cast: Cast) -> None:
    said = await rosa.say(SAID)
    hit = await RuleHit.get(target_id=said["id"])
    assert (hit.rule, hit.version, hit.kind) == ("model.emergency", NOW.version, "emergency")
    assert hit.score is not None
    assert NOW.sure["emergency"] <= hit.score <= 1
    assert DANGER in SAID[hit.start : hit.end]
    assert threshold_of({"rule": hit.rule, "version": hit.version}) == NOW.sure["emergency"]


async def test_mo_reads_it_in_plain_words_in_the_queue_and_in_the_evidence(room: Room, rosa: Seat, cast: Cast) -> None:
    said = await rosa.say(SAID)
    hit = await RuleHit.get(target_id=said["id"])
    item = await ReviewItem.get(target_id=said["id"])
    kept = await Evidence.get(target_id=said["id"])
    score, threshold = round(100 * (hit.score or 0)), round(100 * NOW.sure["emergency"])
    words = f"The model gave these words {score} of 100: from {threshold} on, people are called."
    for path in (f"/moderation/items/{item.id}?show=1", f"/moderation/evidence/{kept.id}"):
        page = await room.house.page(path, cast.mo)
        assert words in page.text, path
        assert f"Model, version {NOW.version}" in page.text


ANSWER: dict[str, Any] = {
    "scores": {"emergency": 0.97, "threat": 0.02, "grooming": 0.4},
    "kinds": ["emergency"],
    "sure": ["emergency"],
    "places": {"emergency": [4, 9], "threat": [0, 9], "grooming": [0, 9]},
    "whole": True,
    "version": 2,
}


def test_what_only_sounds_like_an_emergency_is_kept_as_such_with_its_own_threshold() -> None:
    [hit] = hits_of(heard_of(ANSWER | {"sure": []}))
    assert (hit.rule, hit.kind, hit.score) == ("model.danger", Kind.DANGER, 0.97)
    assert threshold_of({"rule": "model.danger", "version": 2}) == versions()[1].heard["emergency"]


def test_a_version_that_is_not_known_here_and_a_rule_have_no_threshold() -> None:
    assert threshold_of({"rule": "model.emergency", "version": 9999}) is None
    assert threshold_of({"rule": "emergency.now", "version": 2}) is None


def test_a_replay_says_what_was_said_then_and_what_is_said_now_and_that_it_is_another_version() -> None:
    then: dict[str, Any] = {"rule": "model.danger", "version": 1, "kind": "danger", "score": 0.6, "revision": 2}
    rule = {"rule": "abuse.words", "version": 3, "kind": "abuse", "score": None, "revision": 2}
    snapshot = {"target": {"revision": 2}, "hits": [rule, then, then | {"revision": 1}]}
    now = said_now(heard_of(ANSWER))
    assert [(row["kind"], row["score"], row["heard"]) for row in now] == [
        ("emergency", 0.97, True), ("threat", 0.02, False), ("grooming", 0.4, False),
    ]  # fmt: skip
    assert said_then(snapshot) == [then]
    assert ByModel([then], now).versions == (1, 2)
    assert ByModel([then | {"version": 2}], now).versions is None
    assert ByModel(None, now).versions is ByModel([then], None).versions is None
    assert said_now(Heard()) == []


async def test_mo_replays_evidence_with_the_model_of_then_and_of_now(room: Room, rosa: Seat, cast: Cast) -> None:
    await keep_rules(room.house.app)
    said = await rosa.say(SAID)
    kept = await Evidence.get(target_id=said["id"])
    snapshot = json.loads(kept.snapshot)
    replay = await replay_evidence(room.house.app, cast.mo.viewer, kept.id)
    assert [hit["score"] for hit in snapshot["hits"]] == [hit["score"] for hit in replay.by_model.then or []]
    assert [row["heard"] for row in replay.by_model.now or []] == [True, False, False]
    page = await room.house.page(f"/moderation/replay?evidence={kept.id}", cast.mo)
    for words in ("What it said then", "What it says now", f"Model, version {NOW.version}", "of 100: from"):
        assert words in page.text


async def test_a_replay_goes_on_where_the_model_does_not_answer(room: Room, rosa: Seat, cast: Cast) -> None:
    await keep_rules(room.house.app)
    await room.house.app[LISTENER].stop()
    replay = await replay_text(room.house.app, cast.mo.viewer, SAID, rule_set_id())
    assert replay.by_model == ByModel(None, None)
