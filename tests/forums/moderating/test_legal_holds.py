"""Evidence about a topic stays while a legal hold keeps its words, wherever they have been moved since."""

from datetime import timedelta

import pytest

from forums.arranging.merging.service import merge
from forums.arranging.splitting.service import split
from forums.moderating.content import fetch_topics
from foundation import clock
from moderation.evidence.models import Evidence
from moderation.evidence.purging_service import purge_evidence
from moderation.legal_holds.kept import is_kept
from moderation.models import LegalHold
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.moderation.evidence.kept import kept

LONG = timedelta(days=365 * 8)


@pytest.mark.parametrize("first", ["held", "merged"])
@pytest.mark.parametrize("stands", ["as a reply", "as a topic of its own"])
async def test_a_hold_keeps_the_evidence_about_a_merged_topic(
    talk: Talk, cast: Cast, browser: NewBrowser, first: str, stands: str
) -> None:
    into = str((await talk.topic(cast.amir, "Lamps in Cathays", "Which ones are dark?")).topic_id)
    topic = await talk.topic(cast.rosa)
    old = str(topic.topic_id)
    evidence = await kept((await fetch_topics([old]))[old], [])
    if first == "held":
        await _hold(browser, cast, old)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    if stands == "as a topic of its own":
        await split(talk.house.app, cast.ada.viewer, into, [str(topic.id)], "The lamp by the school")
    if first == "merged":
        await _hold(browser, cast, old)
    await _check_kept(talk, old, evidence)


async def test_a_hold_on_one_topic_keeps_no_evidence_about_the_one_it_was_merged_into(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    into = str((await talk.topic(cast.amir, "Lamps in Cathays", "Which ones are dark?")).topic_id)
    old = str((await talk.topic(cast.rosa)).topic_id)
    evidence = await kept((await fetch_topics([into]))[into], [])
    await _hold(browser, cast, old)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    assert not await is_kept(talk.house.app, "topic", into)
    clock.move(LONG)
    await purge_evidence(talk.house.app)
    assert (await Evidence.get(id=evidence)).snapshot is None


async def _hold(browser: NewBrowser, cast: Cast, topic: str) -> None:
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    answer = await dee.post("/admin/holds", what="message", named=f"/topics/{topic}", reason="Enquiry 1234")
    assert answer.status == 303, answer.text


async def _check_kept(talk: Talk, topic: str, evidence: str) -> None:
    assert await is_kept(talk.house.app, "topic", topic)
    clock.move(LONG)
    await purge_evidence(talk.house.app)
    assert (await Evidence.get(id=evidence)).snapshot
    await LegalHold.all().update(ended_at=clock.now())
    await purge_evidence(talk.house.app)
    assert (await Evidence.get(id=evidence)).snapshot is None
