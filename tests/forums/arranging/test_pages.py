"""The pages and calls by which staff arrange topics, and what they refuse."""

import re
from html import unescape

import pytest

from forums.arranging.tidying import service as tidying
from forums.models import PostState
from forums.places.paths import path_of
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import TITLE, Talk


async def test_ada_merges_two_topics_by_forms_and_the_old_address_leads_on(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    old, into = [str((await talk.topic(cast.rosa, title)).topic_id) for title in (TITLE, "All lamps")]
    reply = str((await talk.reply(cast.amir, old)).id)
    ada, reader = browser(cast.ada), browser()
    page = await ada.get(f"/topics/{old}/arrange")
    assert "Merge it into another topic" in page.text
    merged = await ada.post(f"/topics/{old}/arrange", action="merge", into=f"{talk.house.url}/topics/{into}?last#r-1")
    assert merged.headers["Location"] == f"/topics/{into}?done=merge"
    assert (await reader.get(f"/topics/{old}")).headers["Location"] == f"/topics/{into}"
    moved = await reader.get(f"/topics/{old}/replies/{reply}")
    assert moved.status in (301, 302, 308)
    assert into in moved.headers["Location"]
    page = await reader.get(f"/topics/{into}")
    assert f'id="r-{reply}"' in page.text
    await ada.get(f"/topics/{into}/arrange")
    assert (await ada.post(f"/topics/{old}/unmerge")).headers["Location"] == f"/topics/{old}?done=unmerge"
    assert (await reader.get(f"/topics/{old}")).status == 200


async def test_what_was_typed_comes_back_with_what_is_wrong_in_it(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{topic}/arrange")
    page = await ada.post(f"/topics/{topic}/arrange", action="merge", into="the other one")
    assert page.status == 422
    assert 'value="the other one"' in page.text
    page = await ada.post(f"/topics/{topic}/arrange", action="lock", reason=" ")
    assert page.status == 422
    assert "Give a reason" in page.text
    page = await ada.post(f"/topics/{topic}/arrange", action="mode", mode="slow", seconds="soon")
    assert page.status == 422


async def test_ada_splits_by_a_form(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    reply = str((await talk.reply(cast.amir, topic, "And the bins?")).id)
    ada = browser(cast.ada)
    assert "And the bins?" in (await ada.get(f"/topics/{topic}/split")).text
    page = await ada.post(f"/topics/{topic}/split", title="The bins")
    assert page.status == 422
    assert 'value="The bins"' in page.text
    made = await ada.post(f"/topics/{topic}/split", title="The bins", replies=reply)
    assert made.status == 303
    assert (await talk.row(reply)).number == 1


async def test_ada_tidies_many_topics_at_once_and_reads_which_were_refused(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    forum = (await talk.forum())["id"]
    topics = [await talk.topic(cast.rosa, f"Topic {each}") for each in range(2)]
    other = await talk.topic(cast.ada, "Her own")
    mo = browser(cast.mo)
    page = await mo.get(f"/forums/{forum}/tidy")
    assert all(f"Topic {each}" in page.text for each in range(2))
    assert (await mo.post(f"/forums/{forum}/tidy", action="archive")).status == 422
    page = await mo.post(f"/forums/{forum}/tidy", action="lock", reason="In court", topics=str(topics[0].topic_id))
    assert "Done with 1 topic" in page.text
    assert (await talk.topic_row(topics[0].topic_id)).locked_reason == "In court"
    page = await mo.post(
        f"/forums/{forum}/tidy", action="hide", reason="Spam", clause="kind", topics=str(topics[1].topic_id)
    )
    assert "Done with 1 topic" in page.text
    assert (await talk.topic_row(topics[1].topic_id)).state == PostState.HIDDEN
    assert (await talk.topic_row(other.topic_id)).state == PostState.PUBLISHED


async def test_mo_finds_all_topics_by_when_somebody_last_wrote_there(
    talk: Talk, cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MOST", 2)
    titles = [f"Topic {each}" for each in range(5)]
    topics = [str((await talk.topic(cast.rosa, title)).topic_id) for title in titles]
    for each in (3, 0):
        await talk.reply(cast.amir, topics[each])
    mo, forum = browser(cast.mo), await talk.forum()
    listed = await mo.get(path_of(forum))
    path: str | None = f"/forums/{forum['id']}/tidy"
    assert f'href="{path}"' in listed.text
    assert f'href="{path}"' not in (await browser(cast.rosa).get(path_of(forum))).text
    found = []
    while path:
        page = (await mo.get(path)).text
        found.append(re.findall(r"<bdi>(Topic \d)</bdi>", page))
        following = re.search(r'href="([^"]+)">Older topics', page)
        path = following and unescape(following[1])
    assert found == [["Topic 0", "Topic 3"], ["Topic 4", "Topic 2"], ["Topic 1"]]


async def test_a_refused_form_comes_back_with_its_page_and_what_was_chosen_there(
    talk: Talk, cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MOST", 2)
    topics = [str((await talk.topic(cast.rosa, f"Topic {each}")).topic_id) for each in range(5)]
    mo, path = browser(cast.mo), f"/forums/{(await talk.forum())['id']}/tidy"
    second = _linked((await mo.get(path)).text, r'href="([^"]+)">Older topics')
    action = _linked((await mo.get(second)).text, r'<form method="post" action="([^"]+/tidy[^"]*)"')
    page = await mo.post(action, topics=topics[1], reason="In court")
    assert page.status == 422
    assert re.findall(r"<bdi>(Topic \d)</bdi>", page.text) == ["Topic 2", "Topic 1"]
    assert re.findall(r'value="(\w+)" checked', page.text) == [topics[1]]
    assert _linked(page.text, r'<form method="post" action="([^"]+/tidy[^"]*)"') == action


def _linked(page: str, pattern: str) -> str:
    found = re.search(pattern, page)
    assert found, page
    return unescape(found[1])


async def test_ada_reads_that_it_is_done_and_nobody_else_does(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic, into = [str((await talk.topic(cast.rosa, title)).topic_id) for title in (TITLE, "All lamps")]
    reply = str((await talk.reply(cast.amir, topic, "And the bins?")).id)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{topic}/arrange")
    said = {}
    acts = ("pin", "unpin", "lock", "unlock", "archive", "unarchive", "mode", "move", "merge")
    more = {"lock": {"reason": "In court"}, "move": {"section": "traffic"}, "merge": {"into": into}}
    for act in acts:
        done = await ada.post(f"/topics/{topic}/arrange", action=act, **more.get(act, {}))
        assert done.status == 303, (act, done.text)
        said[act] = done.headers["Location"]
    await ada.get(f"/topics/{into}/arrange")
    said["unmerge"] = (await ada.post(f"/topics/{topic}/unmerge")).headers["Location"]
    said["split"] = (await ada.post(f"/topics/{topic}/split", title="The bins", replies=reply)).headers["Location"]
    told = {}
    for act, path in said.items():
        page = (await ada.get(path)).text
        assert "govuk-notification-banner--success" in page, act
        told[act] = re.findall(r'govuk-notification-banner__heading">\s*([^<]+?)\s*<', page)[0]
        assert "govuk-notification-banner" not in (await browser(cast.rosa).get(path)).text, act
    assert len(set(told.values())) == len(said), told
    assert "govuk-notification-banner" not in (await ada.get(f"/topics/{topic}?done=explode")).text


async def test_ada_is_not_told_that_she_may_not_write_where_she_may(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.house.caller(cast.ada).post(f"/topics/{topic}/arrangement", {"action": "lock", "reason": "In court"})
    closed = "you can read it, but not reply"
    for who in (cast.ada, cast.mo):
        page = await talk.shown(topic, who)
        assert "This topic is locked. The reason given is: In court" in page
        assert closed not in page
    assert closed in await talk.shown(topic, cast.amir)


async def test_all_that_is_wrong_with_a_split_is_said_at_once(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.reply(cast.amir, topic)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{topic}/split")
    page = (await ada.post(f"/topics/{topic}/split", title="")).text
    summary = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    assert re.findall(r'href="(#\w+)"', summary) == ["#title", "#replies"]


async def test_the_calls_arrange_as_the_forms_do(talk: Talk, cast: Cast) -> None:
    old, into = [str((await talk.topic(cast.rosa, title)).topic_id) for title in (TITLE, "All lamps")]
    ada = talk.house.caller(cast.ada)
    assert (await ada.post(f"/topics/{old}/arrangement", {"action": "pin"})).json == {"topic": old}
    answer = await ada.post(f"/topics/{old}/arrangement", {"action": "merge", "into": into})
    assert answer.json == {"topic": into}
    found = await talk.house.caller().get(f"/topics/{old}")
    assert (found.status, found.json["id"]) == (200, into)
    assert (await ada.post(f"/topics/{old}/arrangement", {"action": "unmerge"})).status == 200
    assert (await ada.post(f"/topics/{old}/arrangement", {"action": "explode"})).status == 422


@pytest.mark.parametrize("path", ["arrange", "split"])
async def test_the_doors_are_shut_to_residents_guests_and_strangers(
    talk: Talk, cast: Cast, browser: NewBrowser, path: str
) -> None:
    topic, forum = str((await talk.topic(cast.rosa)).topic_id), (await talk.forum())["id"]
    for who in (None, cast.rosa, cast.gwen, cast.nia, cast.max):
        visitor = browser(who)
        assert (await visitor.get(f"/topics/{topic}/{path}")).status in (303, 401, 403)
        assert (await visitor.get(f"/forums/{forum}/tidy")).status in (303, 401, 403)
        answer = await talk.house.caller(who).post(f"/topics/{topic}/arrangement", {"action": "pin"})
        assert answer.status in (401, 403)
