"""Who is signed out while they write gets their words back, whatever they wrote: with pictures beside them, too."""

import re

import aiohttp
import pytest

from priorities.models import Phase
from tests.accounts.browsing import Browser, NewBrowser
from tests.clients import Answer
from tests.priorities.poll import Poll

WORDS = "We stood there on three evenings, <b>and</b> counted."


async def _send(browser: Browser, path: str, fields: dict[str, str], *files: bytes) -> Answer:
    """As a browser sends a form with files: in the order of the page, words first."""
    token = re.search(r'name="csrf_token" value="([^"]*)"', browser.page.text)
    form = aiohttp.FormData()
    for name, value in {"csrf_token": token[1] if token else "", **fields}.items():
        form.add_field(name, value, content_type="text/plain; charset=utf-8")
    for data in files:
        form.add_field("pictures", data, filename="lamp.jpg", content_type="image/jpeg")
    return await browser._send("POST", path, data=form)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/rounds/{round}/manage/cancel", "reason"),
        ("/rounds/{round}/manage/vote", "about"),
        ("/rounds/new", "about"),
        ("/proposals/{proposal}/evidence", "known"),
        ("/proposals/{proposal}/refuse", "reason"),
        ("/proposals/{proposal}/appeal", "text"),
        ("/priorities/{priority}/keep", "promise"),
        ("/priorities/{priority}/close", "reason"),
        ("/rounds/{round}/panel/agree", "promise-{proposal}"),
        ("/rounds/{round}/panel/agree", "why"),
    ],
)
async def test_a_form_s_words_are_given_back(poll: Poll, browser: NewBrowser, path: str, name: str) -> None:
    round_id = await poll.begin(Phase.GATHER)
    ids = {"round": round_id, "proposal": (await poll.options(round_id))[0], "priority": round_id}
    out = browser()
    await out.get("/sign-in")
    answer = await out.post(path.format(**ids), **{name.format(**ids): WORDS, "password": "correct horse"})
    assert answer.status == 401
    assert "three evenings, &lt;b&gt;and&lt;/b&gt; counted." in answer.text
    assert "correct horse" not in answer.text
    assert re.search(r'href="/sign-in" target="_blank"', answer.text)


@pytest.mark.parametrize(
    "files", [(), (b"",), (b"\xff\xd8" + b"picture\r\n" * 200_000,)], ids=["none", "empty", "large"]
)
async def test_an_action_s_words_are_given_back_and_no_picture_is_waited_for(
    poll: Poll, browser: NewBrowser, files: tuple[bytes, ...]
) -> None:
    round_id = await poll.begin(Phase.GATHER)
    out = browser()
    await out.get("/sign-in")
    fields = {"client_id": "x", "body": WORDS, "partner": "Glanmor Council", "done_on": "2026-11-02"}
    answer = await _send(out, f"/priorities/{round_id}/actions/new", fields, *files)
    assert answer.status == 401
    assert "three evenings, &lt;b&gt;and&lt;/b&gt; counted." in answer.text
    assert "Glanmor Council" in answer.text


async def test_words_that_never_end_are_not_waited_for(poll: Poll, browser: NewBrowser) -> None:
    out = browser()
    await out.get("/sign-in")
    answer = await _send(out, "/priorities/none/actions/new", {"partner": "Glanmor Council", "body": "x " * 200_000})
    assert answer.status == 401
    assert "x x x" not in answer.text
    assert "Glanmor Council" in answer.text
