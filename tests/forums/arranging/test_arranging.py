"""Pinned, locked, slowed down, moved and archived: what staff do so that a forum stays readable."""

import re
from datetime import timedelta

import pytest

from forums.arranging import moving_service, service
from forums.places.paths import path_of
from forums.places.service import forum_of_force, forum_of_neighbourhood, staff_forum
from foundation import clock
from foundation.errors import Closed, Conflict, Invalid, NotAllowed, TooFast
from foundation.models import AuditEntry, SearchEntry
from notices.models import Notice
from tests.cast import ELSEWHERE, Cast
from tests.forums.talk import Talk


def _trail(page: str) -> list[str]:
    """The addresses by which somebody goes up from a page."""
    return re.findall(r'<a class="govuk-breadcrumbs__link" href="([^"]*)"', page)


async def test_ada_locks_a_topic_and_everybody_reads_why(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    with pytest.raises(Invalid):
        await service.lock(talk.house.app, cast.ada.viewer, topic, " ")
    await service.lock(talk.house.app, cast.ada.viewer, topic, "The case is in court")
    with pytest.raises(Closed, match="The case is in court"):
        await talk.reply(cast.amir, topic)
    assert (await talk.reply(cast.ada, topic, "We tell you when it is over")).status == "published"
    [notice] = await Notice.filter(person_id=cast.rosa.id, kind="topic_changed")
    assert "The case is in court" in notice.sentence
    await service.unlock(talk.house.app, cast.ada.viewer, topic)
    assert (await talk.reply(cast.amir, topic)).status == "published"
    acts = await AuditEntry.filter(subject_id=topic).order_by("id").values_list("act", "reason")
    assert acts == [("topic.lock", "The case is in court"), ("topic.unlock", "")]


async def test_amir_waits_his_time_in_slow_mode(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await service.set_mode(talk.house.app, cast.ada.viewer, topic, "slow", 600)
    await talk.reply(cast.amir, topic)
    with pytest.raises(TooFast):
        await talk.reply(cast.amir, topic, "And another thing")
    clock.move(timedelta(minutes=11))
    await talk.reply(cast.amir, topic, "And another thing")
    await service.set_mode(talk.house.app, cast.ada.viewer, topic, None)
    await talk.reply(cast.amir, topic, "And another one")
    for mode, seconds in (("slow", 0), ("slow", 10**6), ("locked", None), ("loud", None)):
        with pytest.raises(Invalid):
            await service.set_mode(talk.house.app, cast.ada.viewer, topic, mode, seconds)


async def test_nobody_writes_in_the_archive_and_quiet_topics_go_there_by_themselves(talk: Talk, cast: Cast) -> None:
    quiet, pinned = [str((await talk.topic(cast.rosa, title)).topic_id) for title in ("Quiet", "Pinned")]
    await service.pin(talk.house.app, cast.ada.viewer, pinned)
    clock.move(service.QUIET_FOR + timedelta(days=1))
    loud = str((await talk.topic(cast.ada, "Loud")).topic_id)
    await talk.house.run_jobs()
    archived = {topic: (await talk.topic_row(topic)).archived_at is not None for topic in (quiet, pinned, loud)}
    assert archived == {quiet: True, pinned: False, loud: False}
    with pytest.raises(Closed):
        await talk.reply(cast.amir, quiet)
    await service.unarchive(talk.house.app, cast.ada.viewer, quiet)
    await talk.house.run_jobs()
    assert (await talk.reply(cast.amir, quiet)).status == "published"


async def test_five_topics_are_pinned_and_no_more(talk: Talk, cast: Cast) -> None:
    topics = [str((await talk.topic(cast.rosa, f"Number {each}")).topic_id) for each in range(6)]
    for topic in topics[:5]:
        await service.pin(talk.house.app, cast.ada.viewer, topic)
    await service.pin(talk.house.app, cast.ada.viewer, topics[0])
    with pytest.raises(Conflict):
        await service.pin(talk.house.app, cast.ada.viewer, topics[5])
    await service.unpin(talk.house.app, cast.ada.viewer, topics[0])
    await service.pin(talk.house.app, cast.ada.viewer, topics[5])


async def test_a_topic_is_moved_and_found_where_it_is(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    moved = str(topic.topic_id)
    said = await talk.reply(cast.amir, moved)
    before = await talk.forum()
    assert _trail(await talk.shown(moved)) == ["/forums", path_of(before), f"{path_of(before)}/general"]
    await moving_service.move(talk.house.app, cast.ada.viewer, moved, "traffic")
    assert _trail(await talk.shown(moved))[-1] == f"{path_of(before)}/traffic"
    assert {entry["section"] for entry in await SearchEntry.all().values("section")} == {"traffic"}
    with pytest.raises(Invalid):
        await moving_service.move(talk.house.app, cast.ada.viewer, moved, "traffic")
    force = await forum_of_force("south-wales")
    await moving_service.move(talk.house.app, cast.dee.viewer, moved, "general", force["id"])
    row = await talk.topic_row(moved)
    assert (row.forum_id, row.neighbourhood_id) == (force["id"], None)
    for path in (f"/topics/{moved}", f"/topics/{moved}?last"):
        page = await talk.house.page(path)
        assert page.status == 200
        assert _trail(page.text) == ["/forums", path_of(force), f"{path_of(force)}/general"]
    permalink = await talk.house.page(f"/topics/{moved}/replies/{said.id}")
    assert (permalink.status, permalink.headers["Location"]) == (302, f"/topics/{moved}#r-{said.id}")
    assert set(await SearchEntry.all().values_list("neighbourhood_id", flat=True)) == {None}
    assert await Notice.filter(person_id=cast.rosa.id, kind="topic_changed").count() == 2


async def test_nothing_is_moved_to_where_others_read_or_where_one_does_not_serve(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    staff, elsewhere = await staff_forum("south-wales"), await forum_of_neighbourhood(ELSEWHERE)
    with pytest.raises(Invalid):
        await moving_service.move(talk.house.app, cast.ada.viewer, topic, "general", staff["id"])
    with pytest.raises(NotAllowed):
        await moving_service.move(talk.house.app, cast.ada.viewer, topic, "general", elsewhere["id"])


async def test_residents_and_officers_from_elsewhere_arrange_nothing(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    app = talk.house.app
    for who in (cast.rosa, cast.gwen, cast.nia, cast.max):
        for act in (service.pin, service.unpin, service.unlock, service.archive, service.unarchive):
            with pytest.raises(NotAllowed):
                await act(app, who.viewer, topic)
        with pytest.raises(NotAllowed):
            await service.lock(app, who.viewer, topic, "Mine")
        with pytest.raises(NotAllowed):
            await service.set_mode(app, who.viewer, topic, "slow")
        with pytest.raises(NotAllowed):
            await moving_service.move(app, who.viewer, topic, "traffic")
