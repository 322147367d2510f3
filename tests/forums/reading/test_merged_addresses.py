"""Whoever comes by an address of a topic that was merged arrives at the same place of the one that it is in."""

import pytest

from forums.arranging.merging.service import merge
from forums.feature import FEATURE
from forums.meeting.ports import PUT_FORWARD, TAKES_PROPOSALS, WasProposed
from foundation.permissions import Viewer
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

LONG = 102
"""Numbers of a topic that is longer than a page: its own text and 101 replies."""
_ALONE = {"/topics/{id}/new", "/topics/{id}/replies/{reply}"}
"""What scripts ask for is answered with where the topic is; a reply's address leads to where that reply is."""
BENEATH = sorted(
    route.path
    for routes in FEATURE.pages
    for route in routes
    if route.method == "GET" and route.path.startswith("/topics/{id}") and route.path not in _ALONE
)


async def takes_proposals(_neighbourhood: str) -> bool:
    return True


async def _two(talk: Talk, cast: Cast) -> tuple[str, str]:
    """Amir's topic and Rosa's, into which it is to be merged."""
    return str((await talk.topic(cast.amir, "The same lamp")).topic_id), str((await talk.topic(cast.rosa)).topic_id)


async def test_the_digests_link_leads_to_the_first_unread_of_the_topic_that_it_is_in(talk: Talk, cast: Cast) -> None:
    old, new = await _two(talk, cast)
    for number in range(2, LONG + 1):
        await talk.reply(cast.rosa, new, f"Number {number}")
    await talk.shown(f"{new}?last", cast.huw)
    await talk.shown(old, cast.huw)
    said = await talk.reply(cast.rosa, old, "Dark at the gate")
    await merge(talk.house.app, cast.mo.viewer, old, new)
    led = await talk.house.page(f"/topics/{old}?unread", cast.huw)
    assert (led.status, led.headers["Location"]) == (301, f"/topics/{new}?unread")
    found = await talk.house.page(led.headers["Location"], cast.huw)
    assert (found.status, found.headers["Location"]) == (302, f"/topics/{new}?after=100#r-{said.id}")
    page = await talk.shown(f"{new}?after=100", cast.huw)
    read, line, unread = page.partition('id="new"')
    assert line
    assert "Number 102" in read
    assert f'id="r-{said.id}"' in unread


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("last", "?last"),
        ("unread", "?unread"),
        ("after=100", ""),
        ("after=100&emergency", "?emergency"),
        ("last&emergency&from=mail", "?last&emergency"),
        ("unread=&x=%0d%0aSet-Cookie:y", "?unread="),
    ],
)
async def test_what_is_as_true_of_the_other_topic_is_kept(talk: Talk, cast: Cast, asked: str, led: str) -> None:
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    answer = await talk.house.page(f"/topics/{old}?{asked}")
    assert (answer.status, answer.headers["Location"]) == (301, f"/topics/{new}{led}")


def test_the_pages_of_a_topic_are_known() -> None:
    assert len(BENEATH) >= 6, "if they are looked for in another place by now, nothing is tested below"


@pytest.mark.parametrize("path", BENEATH)
async def test_every_page_of_a_merged_topic_leads_to_that_of_the_other(talk: Talk, cast: Cast, path: str) -> None:
    async def propose(_viewer: Viewer, _topic: str, _place: str, _title: str, _what: str) -> WasProposed:
        raise AssertionError("nobody puts anything forward here")

    talk.house.app._state[PUT_FORWARD], talk.house.app._state[TAKES_PROPOSALS] = propose, takes_proposals
    oldest = str((await talk.topic(cast.rosa, "The first of three")).topic_id)
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, oldest, old)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    for each in (oldest, old):
        answer = await talk.house.page(path.replace("{id}", each), cast.ada)
        assert (answer.status, answer.headers.get("Location")) == (301, path.replace("{id}", new))


async def test_a_reply_is_answered_and_quoted_where_it_is(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    old, new = await _two(talk, cast)
    said = await talk.reply(cast.rosa, old, "Dark at the gate")
    await merge(talk.house.app, cast.mo.viewer, old, new)
    amir = browser(cast.amir)
    led = await amir.get(f"/topics/{old}/reply?to={said.id}&quote={said.id}")
    assert led.headers["Location"] == f"/topics/{new}/reply?to={said.id}&quote={said.id}"
    page = await amir.get(led.headers["Location"])
    assert "&gt; Dark at the gate" in page.text
    assert f'name="reply_to" value="{said.id}"' in page.text


async def test_a_number_of_the_merged_topic_is_none_of_the_other(talk: Talk, cast: Cast) -> None:
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    led = await talk.house.page(f"/topics/{old}/split?after=100", cast.ada)
    assert (led.status, led.headers["Location"]) == (301, f"/topics/{new}/split")


async def test_who_is_signed_out_signs_in_first_and_is_led_on_then(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    asked = await browser().get(f"/topics/{old}/reply")
    assert asked.headers["Location"] == f"/sign-in?back=/topics/{old}/reply"


async def test_nobody_is_led_to_a_topic_that_they_may_not_read(talk: Talk, cast: Cast) -> None:
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    await talk.flag(cast.gwen, "topic", new)
    await talk.decide(cast.mo, new, "hide")
    for path in BENEATH:
        answer = await talk.house.page(path.replace("{id}", old), cast.amir)
        assert answer.status in (403, 404), path
        assert new not in answer.text


async def test_who_flags_a_merged_topic_is_led_to_the_one_that_it_is_in(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    old, new = await _two(talk, cast)
    await merge(talk.house.app, cast.mo.viewer, old, new)
    led = await browser(cast.olga).get(f"/flags/new?type=topic&id={old}")
    assert (led.status, led.headers.get("Location")) == (301, f"/topics/{new}")


@pytest.mark.parametrize(("path", "field"), [("ask", "body"), ("split", "title")])
async def test_what_was_typed_for_a_topic_that_was_merged_meanwhile_comes_back(
    talk: Talk, cast: Cast, browser: NewBrowser, path: str, field: str
) -> None:
    old, new = await _two(talk, cast)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{old}")
    await merge(talk.house.app, cast.mo.viewer, old, new)
    answer = await ada.post(f"/topics/{old}/{path}", **{field: "Who mends this lamp?"})
    assert answer.status == 404
    assert "This topic was merged into another one." in answer.text
    assert "Who mends this lamp?</textarea>" in answer.text
