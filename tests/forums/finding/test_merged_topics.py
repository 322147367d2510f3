"""A topic that others were merged into is found by their titles too, while these can be read in it."""

import pytest

from forums.arranging.merging.service import merge, unmerge
from tests.cast import Cast
from tests.forums.finding.conftest import Finder
from tests.forums.invariants import check_forums
from tests.forums.talk import Talk

OLD, INTO = "Broken bollard", "Lamps in Cathays"


@pytest.fixture
async def merged(talk: Talk, cast: Cast) -> tuple[str, str]:
    """The ids of a topic of Rosa's and of the one of Amir's that it was merged into."""
    into = str((await talk.topic(cast.amir, INTO, "Which ones are dark?")).topic_id)
    old = str((await talk.topic(cast.rosa, OLD, "It lies on the grass")).topic_id)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    return old, into


async def test_it_is_found_by_the_title_of_the_other(find: Finder, merged: tuple[str, str]) -> None:
    [item] = await find("bollards", kind="topic")
    assert (item["id"], item["title"]) == (merged[1], INTO)
    assert OLD in item["excerpt"]
    await check_forums()


async def test_and_of_one_that_was_merged_into_that(
    find: Finder, talk: Talk, cast: Cast, merged: tuple[str, str]
) -> None:
    last = str((await talk.topic(cast.olga, "Everything broken", "All of it")).topic_id)
    await merge(talk.house.app, cast.ada.viewer, merged[1], last)
    for title in ("bollard", "lamps"):
        assert await find.ids(title, kind="topic") == [last]
    await unmerge(talk.house.app, cast.ada.viewer, merged[1])
    await unmerge(talk.house.app, cast.ada.viewer, merged[0])
    assert await find.ids("bollard", kind="topic") == [merged[0]]
    assert await find.ids("everything", kind="topic") == [last]
    await check_forums()


async def test_a_title_that_was_taken_down_with_its_words_finds_nothing_until_they_are_shown_again(
    find: Finder, talk: Talk, cast: Cast, merged: tuple[str, str]
) -> None:
    first = (await talk.replies(merged[1]))[1].id
    await talk.flag(cast.olga, "reply", first)
    hidden = await talk.decide(cast.mo, first, "hide")
    assert "ollard" not in await find.everything("bollard")
    await check_forums()
    assert (await talk.undo(cast.mo, hidden)).status == 204
    assert await find.ids("bollard", kind="topic") == [merged[1]]
    await check_forums()


async def test_nothing_is_found_of_it_when_the_topic_that_it_is_in_is_taken_down(
    find: Finder, talk: Talk, cast: Cast, merged: tuple[str, str]
) -> None:
    await talk.flag(cast.olga, "topic", merged[1])
    await talk.decide(cast.mo, merged[1], "hide")
    for member in (None, cast.rosa, cast.mo):
        assert await find("bollard", member) == []
    await check_forums()


async def test_a_title_that_its_author_took_out_of_the_words_is_not_found(
    find: Finder, talk: Talk, cast: Cast, merged: tuple[str, str]
) -> None:
    first = (await talk.replies(merged[1]))[1]
    change = {"body": "It lies on the grass", "version": first.version}
    assert (await talk.house.caller(cast.rosa).patch(f"/replies/{first.id}", change)).status == 200
    assert "ollard" not in await find.everything("bollard")
    assert await find.ids("grass") == [first.id]
    await check_forums()
