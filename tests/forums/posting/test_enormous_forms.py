"""Words that are far too long come back to who typed them, from every form of the forums, with pictures or without."""

import re
import time
from html import unescape

import pytest
from aiohttp import FormData

from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.forums.talk import Talk

FAR_TOO_LONG = "A word about @Amir and [the lamp](/rules) > " * 30_000
"""More than a million letters."""


async def send(browser: Browser, path: str, files: bool, **fields: str) -> Answer:
    """As a browser sends the form: `files` as one with a field for pictures."""
    if not files:
        return await browser.post(path, **fields)
    token = re.search(r'name="csrf_token" value="([^"]*)"', browser.page.text)
    form = FormData()
    for name, value in {"csrf_token": token[1] if token else "", **fields}.items():
        form.add_field(name, value, content_type="text/plain; charset=utf-8")
    form.add_field("pictures", b"", filename="", content_type="application/octet-stream")
    return await browser._send("POST", path, data=form)


def came_back(answer: Answer) -> bool:
    found = re.search(r'<textarea[^>]*name="body"[^>]*>(.*?)</textarea>', answer.text, re.DOTALL)
    return found is not None and unescape(found[1]) == FAR_TOO_LONG


@pytest.mark.parametrize("files", [False, True], ids=["words alone", "with pictures"])
async def test_they_come_back_with_what_is_wrong(talk: Talk, cast: Cast, browser: NewBrowser, files: bool) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply, forum = (await talk.reply(cast.amir, topic)).id, (await talk.forum())["id"]
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    forms = {
        f"/topics/{topic}/reply": {},
        "/topics/new": {"forum": forum, "title": "The lamp", "section": "general"},
        f"/replies/{reply}/edit": {"version": "1"},
    }
    for path, more in forms.items():
        for button in ({}, {"preview": "yes"}):
            began = time.monotonic()
            answer = await send(amir, path, files, body=FAR_TOO_LONG, **more, **button)
            assert answer.status == 422, (path, button)
            assert "too long" in answer.text
            assert came_back(answer), (path, button)
            assert time.monotonic() - began < 3, (path, button)


@pytest.mark.parametrize("files", [False, True], ids=["words alone", "with pictures"])
async def test_even_more_is_refused_with_a_sentence(talk: Talk, cast: Cast, browser: NewBrowser, files: bool) -> None:
    topic, amir = (await talk.topic(cast.rosa)).topic_id, browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    answer = await send(amir, f"/topics/{topic}/reply", files, body=FAR_TOO_LONG * 3)
    assert answer.status == 413
    assert "That is too long to send" in answer.text
