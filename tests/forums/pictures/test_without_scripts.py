"""Pictures by a form alone: sent with the words, described on the page that comes back, never sent twice."""

import re

import aiohttp
import pytest

from forums.models import Topic
from forums.pictures.models import ReplyPicture
from tests.accounts.avatars.pictures import photo, written
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.forums.talk import Talk

WORDS = "It is dark there"


async def _post(browser: Browser, path: str, *files: bytes, **fields: str) -> Answer:
    """Send the form of the last page with files, as a browser does: the token first, the files where they stand."""
    form = aiohttp.FormData()
    token = re.search(r'name="csrf_token" value="([^"]*)"', browser.page.text)
    form.add_field("csrf_token", token[1] if token else "", content_type="text/plain; charset=utf-8")
    for name, value in fields.items():
        form.add_field(name, value, content_type="text/plain; charset=utf-8")
    for number, data in enumerate(files):
        form.add_field("pictures", data, filename=f"{number}.jpg", content_type="image/jpeg")
    answer = await browser._send("POST", path, data=form)
    browser.page = answer if answer.status != 303 else browser.page
    return answer


async def test_pictures_sent_with_the_words_come_back_to_be_described(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "The lamp", "body": WORDS}
    back = await _post(rosa, "/topics/new", written(photo(), "JPEG"), written(photo(300, 200), "PNG"), **said)
    assert (back.status, "Say what each picture shows" in back.text, WORDS in back.text) == (422, True, True)
    ids = re.findall(r'name="alt-(\w{16})"', back.text)
    assert len(ids) == 2
    alts = {f"alt-{id_}": f"Lamp {number}" for number, id_ in enumerate(ids)}
    posted = await _post(rosa, "/topics/new", **said, **alts, **{f"without-{ids[0]}": "yes"})
    assert posted.status == 303, posted.text
    page = await talk.shown(posted.headers["Location"].rpartition("/")[2])
    assert 'alt="Lamp 1"' in page
    assert "Lamp 0" not in page
    assert (await ReplyPicture.get(id=ids[0])).large is None


async def test_a_picture_without_a_word_is_kept_and_words_are_asked_for(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic, forum = str((await talk.topic(cast.rosa)).topic_id), (await talk.forum())["id"]
    rosa = browser(cast.rosa)
    doors = {f"/topics/{topic}": (f"/topics/{topic}/reply", {}), "/topics/new": ("/topics/new", {"title": "A lamp"})}
    for page, (path, said) in doors.items():
        await rosa.get(f"{page}?forum={forum}")
        said = {"forum": forum, **said}
        back = await _post(rosa, path, written(photo(), "JPEG"), body=" ", **said)
        assert (back.status, "Write something about your pictures" in back.text) == (422, True), path
        [id_] = re.findall(r'name="alt-(\w{16})"', back.text)
        again = {f"alt-{id_}": "The lamp by the gate"}
        back = await _post(rosa, path, body="", **said, **again)
        assert (back.status, f'name="alt-{id_}"' in back.text) == (422, True), path
        assert "The lamp by the gate" in back.text, "what was said of it stands there still"
        posted = await _post(rosa, path, body=WORDS, **said, **again)
        assert posted.status == 303, posted.text
    assert await ReplyPicture.exclude(reply_id=None).count() == 2


async def test_what_is_wrong_with_a_picture_never_takes_the_words(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    said = {"forum": forum, "title": "The lamp", "body": WORDS}
    large, five = b"\xff\xd8" + b"x" * (6 * 1024 * 1024), [written(photo(), "JPEG")] * 5
    for files, sentence in (([large], "larger than 5 MB"), ([b"<svg/>"], "not a photo"), (five, "at most 4")):
        await rosa.get(f"/topics/new?forum={forum}")
        back = await _post(rosa, "/topics/new", *files, **said)
        assert sentence in back.text
        assert WORDS in back.text
        assert 'value="The lamp"' in back.text
    assert await Topic.all().count() == 0


async def test_a_form_without_its_token_keeps_no_picture(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    answer = await _post(rosa, "/topics/new", written(photo(), "JPEG"), forum=forum, title="The lamp", body=WORDS)
    assert answer.status == 403
    assert await ReplyPicture.all().count() == 0


async def test_whoever_chooses_pictures_is_told_that_a_draft_keeps_none(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    forum = (await talk.forum())["id"]
    for path in (f"/topics/{topic}", f"/topics/new?forum={forum}"):
        assert "A draft keeps no pictures" in (await browser(cast.amir).get(path)).text, path


async def test_a_form_names_no_more_pictures_than_one_can_have(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "The lamp", "body": WORDS}
    back = await _post(rosa, "/topics/new", written(photo(), "JPEG"), **said)
    [mine] = re.findall(r'name="alt-(\w{16})"', back.text)
    made_up = {f"{field}-{field:0>12}{number:04}": "A lamp" for number in range(16) for field in ("alt", "without")}
    answer = await rosa.post("/topics/new", **said, **made_up, **{f"alt-{mine}": "Mine", f"without-{mine}": "yes"})
    assert answer.status == 422
    assert WORDS in answer.text
    row = await ReplyPicture.get(id=mine)
    assert (row.alt, row.removed_at) == ("", None)
    assert (await rosa.post("/topics/new", **said, **{f"alt-{mine}": "Mine"})).status == 303


@pytest.mark.parametrize("length", [17, 40, 64])
async def test_what_can_be_no_picture_s_id_is_passed_over_in_a_form(
    talk: Talk, cast: Cast, browser: NewBrowser, length: int
) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    odd = {f"alt-{'x' * length}": "A lamp", f"without-{'y' * length}": "yes"}
    assert (await rosa.post("/topics/new", forum=forum, title="The lamp", body=WORDS, **odd)).status == 303
