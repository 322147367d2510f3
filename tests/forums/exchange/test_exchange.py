"""A forum is taken out as a file, and its topics are brought in elsewhere, once."""

import csv
import io
import json
from typing import Any

import pytest

from forums.exchange.import_service import import_topics
from forums.models import Reply, Topic
from forums.places.service import forum_of_force, forum_of_neighbourhood
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, Cast, Member
from tests.clients import Answer
from tests.forums.talk import Talk
from tests.house import House

FORMULA = "=SUM(A1:A9)"


async def taken_out(house: House, browser: NewBrowser, who: Member, forum: str, kind: str = "json") -> Answer:
    clerk = browser(who)
    await clerk.get(f"/forums/{forum}/exchange")
    return await clerk.post(f"/forums/{forum}/export/{kind}")


@pytest.fixture
async def exported(talk: Talk, cast: Cast, browser: NewBrowser) -> dict[str, Any]:
    """Two topics: a talk with an answer in it and a reply that was taken back, and one alone."""
    topic = str((await talk.topic(cast.rosa, "A light", "It is *dark* there.")).topic_id)
    asked = str((await talk.reply(cast.amir, topic, FORMULA)).id)
    await talk.reply(cast.rosa, topic, "Yes, that one", reply_to=asked)
    await talk.reply(cast.ada, topic, "It is ordered", official=True)
    gone = str((await talk.reply(cast.amir, topic, "Oh no")).id)
    assert (await talk.house.caller(cast.amir).delete(f"/replies/{gone}")).status == 204
    await talk.topic(cast.amir, "Bins", "They stand there still.")
    answer = await taken_out(talk.house, browser, cast.mo, (await talk.forum())["id"])
    assert answer.status == 200, answer.text
    return dict(json.loads(answer.text))


async def brought_in(talk: Talk, who: Member, file: Any, place: str = ELSEWHERE) -> Any:
    forum = await forum_of_neighbourhood(place)
    return await import_topics(talk.house.app, who.viewer, forum["id"], json.dumps(file).encode())


async def test_mo_takes_a_forum_out_with_all_that_is_shown_in_it(exported: dict[str, Any], cast: Cast) -> None:
    assert exported["format"] == "bluelamp.forum/1"
    light, bins = exported["topics"]
    assert (light["title"], light["section"], light["state"], bins["title"]) == (
        "A light",
        "general",
        "answered",
        "Bins",
    )
    assert [reply["number"] for reply in light["replies"]] == [1, 2, 3, 4, 5]
    assert [reply["body"] for reply in light["replies"]] == [
        "It is *dark* there.", FORMULA, "Yes, that one", "It is ordered", None,
    ]  # fmt: skip
    assert light["replies"][2]["reply_to"] == light["replies"][1]["id"]
    assert light["replies"][3]["official"] is True
    assert light["replies"][3]["author"]["officer"]
    assert light["replies"][4]["state"] == "withdrawn"
    assert light["replies"][0]["author"]["name"] == cast.rosa.name
    assert "email" not in json.dumps(exported)


async def test_a_spreadsheet_runs_nothing_that_people_wrote(
    exported: dict[str, Any], talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    answer = await taken_out(talk.house, browser, cast.mo, (await talk.forum())["id"], "csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 6
    assert rows[1]["body"] == f"'{FORMULA}"
    assert (rows[4]["state"], rows[4]["body"]) == ("withdrawn", "")


async def test_topics_are_brought_in_as_they_were_and_say_who_wrote_them(
    exported: dict[str, Any], talk: Talk, cast: Cast
) -> None:
    for topic in exported["topics"]:
        topic["id"] = f"old-{topic['id']}"
    report = await brought_in(talk, cast.mo, exported)
    assert (report.added, report.known, report.bad) == (2, 0, [])
    light = await Topic.get(title="A light", neighbourhood_id=ELSEWHERE)
    assert (light.author_id, light.replies, light.last_number) == (cast.mo.id, 3, 4)
    replies = await Reply.filter(topic_id=light.id).order_by("number")
    assert "Rosa" in replies[0].body
    assert replies[0].body.endswith("It is *dark* there.")
    assert "<em>dark</em>" in replies[0].html
    assert replies[2].parent_id == replies[1].id
    assert not any(reply.official for reply in replies), "nobody speaks for the police by a file"
    page = (await talk.house.page(f"/topics/{light.id}")).text
    assert "It is ordered" in page
    assert (await talk.house.page(f"/neighbourhoods/{ELSEWHERE}/forum")).text.count("A light") >= 1
    assert await AuditEntry.filter(act="topic.import").count() == 2


async def test_again_changes_nothing(exported: dict[str, Any], talk: Talk, cast: Cast) -> None:
    for topic in exported["topics"]:
        topic["id"] = f"old-{topic['id']}"
    await brought_in(talk, cast.mo, exported)
    before = await Topic.all().count(), await Reply.all().count()
    report = await brought_in(talk, cast.mo, exported)
    assert (report.added, report.known) == (0, 2)
    assert (await Topic.all().count(), await Reply.all().count()) == before


async def test_what_was_taken_out_here_is_not_brought_in_beside_itself(
    exported: dict[str, Any], talk: Talk, cast: Cast
) -> None:
    report = await brought_in(talk, cast.mo, exported)
    assert (report.added, report.known) == (0, 2)


def _untitled(topic: dict[str, Any]) -> None:
    topic["title"] = " "


def _without_text(topic: dict[str, Any]) -> None:
    topic["replies"][0]["body"] = None


def _enormous(topic: dict[str, Any]) -> None:
    topic["replies"][0]["body"] = "long " * 1000


def _to_come(topic: dict[str, Any]) -> None:
    topic["replies"][0]["created_at"] = "2999-01-01T00:00:00Z"


def _twice(topic: dict[str, Any]) -> None:
    topic["replies"] *= 2


def _no_list(topic: dict[str, Any]) -> None:
    topic["replies"] = "none"


@pytest.mark.parametrize(
    "spoil", [_untitled, _without_text, _enormous, _to_come, _twice, _no_list], ids=lambda each: str(each.__name__)
)
async def test_a_bad_topic_is_named_and_keeps_no_other_out(
    exported: dict[str, Any], talk: Talk, cast: Cast, spoil: Any
) -> None:
    light, bins = exported["topics"]
    light["id"], bins["id"] = "old-1", "old-2"
    spoil(light)
    report = await brought_in(talk, cast.mo, exported)
    assert report.added == 1
    [sentence] = report.bad
    assert "1" in sentence
    assert (light["title"].strip() or "“") in sentence
    assert await Topic.filter(neighbourhood_id=ELSEWHERE).count() == 1


@pytest.mark.parametrize("file", ["", "{}", "[]", '{"format": "other/1", "topics": []}', "\x00", '{"format": 1}'])
async def test_a_file_that_is_none_is_refused_in_a_sentence(
    talk: Talk, cast: Cast, browser: NewBrowser, file: str
) -> None:
    answer = await sent(talk, browser, cast.mo, file)
    assert answer.status == 422, answer.text
    assert "govuk-error-summary" in answer.text
    assert await Topic.all().count() == 0


async def sent(talk: Talk, browser: NewBrowser, who: Member, file: str) -> Answer:
    import aiohttp

    forum, clerk = (await talk.forum())["id"], browser(who)
    page = await clerk.get(f"/forums/{forum}/exchange")
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    form = aiohttp.FormData({"csrf_token": token})
    form.add_field("file", file.encode(), filename="forum.json", content_type="application/json")
    async with clerk._session.post(f"/forums/{forum}/import", data=form, allow_redirects=False) as answer:
        return Answer(answer.status, answer.headers, await answer.text())


async def test_mo_sends_a_file_by_the_page_and_reads_what_became_of_it(
    exported: dict[str, Any], talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    one, two = exported["topics"]
    one["id"], two["id"], two["title"] = "old-1", "old-2", ""
    answer = await sent(talk, browser, cast.mo, json.dumps(exported))
    assert answer.status == 200, answer.text
    assert "1 topic was brought in." in answer.text
    assert "1 topic could not be brought in:" in answer.text


async def test_nobody_else_takes_out_or_brings_in(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    here = (await talk.forum())["id"]
    for who in (cast.rosa, cast.gwen, cast.ada, cast.max, None):
        visitor = browser(who) if who else browser()
        await visitor.get("/forums")
        for path in (f"/forums/{here}/export/json", f"/forums/{here}/export/csv", f"/forums/{here}/import"):
            assert (await visitor.post(path)).status in (303, 401, 403, 404), (who, path)
        assert (await visitor.get(f"/forums/{here}/exchange")).status in (303, 403, 404)
    assert not await AuditEntry.filter(act="topic.export").exists()


async def test_the_force_wide_forum_goes_out_too(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    forum = await forum_of_force("south-wales")
    answer = await taken_out(talk.house, browser, cast.mo, forum["id"])
    assert json.loads(answer.text)["topics"] == []
    assert await AuditEntry.filter(act="topic.export", subject_id=forum["id"]).count() == 1
