"""The address of a merged topic leads nobody to a topic that they may not read, and does not tell them which it is."""

import pytest

from forums.arranging.merging.service import merge
from tests.cast import Cast, Member
from tests.forums.talk import Talk


@pytest.fixture
async def merged(talk: Talk, cast: Cast) -> tuple[str, str]:
    """The ids of a topic of Rosa's and of the hidden one of Amir's that it was merged into."""
    into = str((await talk.topic(cast.amir, "Lamps in Cathays", "Which ones are dark?")).topic_id)
    old = str((await talk.topic(cast.rosa)).topic_id)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    await talk.flag(cast.olga, "topic", into)
    await talk.decide(cast.mo, into, "hide")
    return old, into


async def answers(talk: Talk, old: str, who: Member | None) -> list[tuple[int, str]]:
    """The status and all that is told of every address of the old topic."""
    page = await talk.house.page(f"/topics/{old}", who)
    caller = talk.house.caller(who)
    calls = [
        await caller.get(f"/topics/{old}"),
        await caller.get(f"/topics/{old}/replies"),
        await caller.send("GET", f"/topics/{old}/new"),
        await caller.send("GET", f"/api/v1/topics/{old}/feed.atom"),
        await caller.put(f"/topics/{old}/watch"),
        await caller.post(f"/topics/{old}/replies", {"body": "Is it still dark?"}),
    ]
    return [(each.status, f"{each.text} {each.headers}") for each in (page, *calls)]


async def test_it_is_not_there_for_who_may_not_read_where_it_leads(
    talk: Talk, cast: Cast, merged: tuple[str, str]
) -> None:
    old, into = merged
    for who in (None, cast.rosa, cast.nia, cast.max):
        for status, told in await answers(talk, old, who):
            assert (status in (401, 404), into in told) == (True, False), (who, status, told)


async def test_its_staff_and_its_author_are_led_on(talk: Talk, cast: Cast, merged: tuple[str, str]) -> None:
    old, into = merged
    for who in (cast.ada, cast.mo, cast.amir):
        assert (await talk.house.caller(who).get(f"/topics/{old}")).json["id"] == into
