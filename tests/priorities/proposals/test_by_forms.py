"""Proposing by a form, without scripts: nothing that was typed is lost, and no picture is sent twice."""

import re
from html import unescape

import aiohttp

from priorities.models import Phase, Proposal
from priorities.pictures.models import PriorityPicture
from priorities.proposals.posting.forms import NAMES
from tests.accounts.avatars.pictures import photo, written
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.forums.posting.forms import id_of
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import ABUSE, CORNERS, TITLE, WHAT, Ideas

SAID = {"title": TITLE, "what": WHAT, "place_name": "Lowther Road", "times": "Each day", "speaks_for": "Parents"}


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


async def test_rosa_proposes_and_amir_reads_it(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(ideas=())
    rosa, path = browser(cast.rosa), f"/rounds/{round_id}/proposals/new"
    await rosa.get(path)
    said = {**SAID, "client_id": id_of(rosa.page.text)}
    first, again = await rosa.post(path, **said), await rosa.post(path, **said)
    assert (first.status, first.headers["Location"]) == (303, again.headers["Location"])
    page = (await browser(cast.amir).get(first.headers["Location"])).text
    for words in (TITLE, "<em>eight</em>", "Lowther Road", "Each day", "Parents", "1 person supports it"):
        assert words in page, words
    assert TITLE in (await poll.house.page(f"/rounds/{round_id}")).text


async def test_all_that_is_wrong_is_said_at_once_and_comes_back(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    rosa, path = browser(cast.rosa), f"/rounds/{await poll.begin(ideas=())}/proposals/new"
    await rosa.get(path)
    sent = id_of(rosa.page.text)
    wrong = {**SAID, "title": "", "place_name": "12 Lowther Road", "area": "{broken", "client_id": sent}
    answer = await rosa.post(path, **wrong)
    summary = answer.text.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    assert (answer.status, re.findall(r'href="(#\w+)"', summary)) == (422, ["#title", "#place_name"])
    assert WHAT in answer.text
    assert "12 Lowther Road" in answer.text
    assert id_of(answer.text) == sent
    answer = await rosa.post(path, **{**wrong, "title": TITLE, "place_name": ""})
    assert (answer.status, 'href="#area"' in answer.text) == (422, True)
    assert await Proposal.all().count() == 0


async def test_looked_at_first_nothing_is_sent(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    rosa, path = browser(cast.rosa), f"/rounds/{await poll.begin(ideas=())}/proposals/new"
    await rosa.get(path)
    answer = await rosa.post(path, preview="yes", **SAID)
    assert (answer.status, "How it will look" in answer.text, "<em>eight</em>" in answer.text) == (200, True, True)
    assert await Proposal.all().count() == 0


async def test_who_names_a_person_is_told_before_anything_is_stored(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    rosa, path = browser(cast.rosa), f"/rounds/{await poll.begin(ideas=())}/proposals/new"
    await rosa.get(path)
    named = {**SAID, "what": "My neighbour Gareth Pritchard sells drugs from his car"}
    answer = await rosa.post(path, **named)
    assert (answer.status, "Not sent yet" in answer.text) == (200, True)
    assert await Proposal.all().count() == 0
    assert (await rosa.post(path, confirm="true", **named)).status == 303


async def test_who_was_signed_out_meanwhile_gets_their_words_back(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    rosa, path = browser(cast.rosa), f"/rounds/{await poll.begin(ideas=())}/proposals/new"
    await rosa.get(path)
    assert (await poll.house.caller(cast.rosa).delete("/session")).status == 204
    answer = await rosa.post(path, **SAID)
    assert (answer.status in (401, 403), WHAT.replace("*", "*") in answer.text) == (True, True)


async def test_who_is_too_late_gets_their_words_back(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(ideas=())
    rosa, path = browser(cast.rosa), f"/rounds/{round_id}/proposals/new"
    await rosa.get(path)
    await poll.move_to(round_id, Phase.SHAPE)
    answer = await rosa.post(path, **SAID)
    assert answer.status in (401, 409)
    assert WHAT in answer.text


async def test_one_that_is_like_another_is_offered_once(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin()
    amir, path = browser(cast.amir), f"/rounds/{round_id}/proposals/new"
    await amir.get(path)
    said = {**SAID, "title": "Speeding in Whitchurch Road"}
    answer = await amir.post(path, **said)
    assert (answer.status, "Speeding on Whitchurch Road" in answer.text, WHAT in answer.text) == (200, True, True)
    assert (await amir.post(path, alike_seen="yes", **said)).status == 303


async def test_pictures_come_back_to_be_described_and_go_when_they_are_taken_out(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    rosa, path = browser(cast.rosa), f"/rounds/{await poll.begin(ideas=())}/proposals/new"
    await rosa.get(path)
    back = await _post(rosa, path, written(photo(), "JPEG"), written(photo(300, 200), "PNG"), **SAID)
    assert (back.status, "Say what each picture shows" in back.text, WHAT in back.text) == (422, True, True)
    ids = re.findall(r'name="alt-(\w{16})"', back.text)
    assert len(ids) == 2
    alts = {f"alt-{id_}": f"Lamp {number}" for number, id_ in enumerate(ids)}
    posted = await _post(rosa, path, **SAID, **alts, **{f"without-{ids[0]}": "yes"})
    assert posted.status == 303, posted.text
    page = (await poll.house.page(posted.headers["Location"])).text
    assert 'alt="Lamp 1"' in page
    assert "Lamp 0" not in page
    assert (await PriorityPicture.get(id=ids[0])).large is None
    edit = posted.headers["Location"] + "/edit"
    await rosa.get(edit)
    changed = await _post(rosa, edit, version="1", **SAID, **{f"alt-{ids[1]}": "", f"without-{ids[1]}": "yes"})
    assert changed.status == 303, changed.text
    assert "Lamp 1" not in (await poll.house.page(posted.headers["Location"])).text


async def test_a_picture_is_seen_by_who_reads_its_proposal(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    rosa = poll.house.caller(cast.rosa)
    jpeg, headers = written(photo(), "JPEG"), {"Content-Type": "image/jpeg"}
    sent = await rosa.send("POST", "/api/v1/priority-pictures", data=jpeg, headers=headers)
    assert sent.status == 201, sent.text
    picture = sent.json["id"]
    await rosa.patch(f"/priority-pictures/{picture}", {"alt": "A lamp"})
    round_id = await poll.begin(ideas=())

    async def seen() -> list[int]:
        found = []
        for who in (cast.rosa, cast.ada, cast.amir, None):
            async with browser(who)._session.get(sent.json["small"]) as answer:
                found.append(answer.status)
        return found

    assert await seen() == [200, 404, 404, 404]
    waits = await ideas.send(cast.rosa, round_id, what=ABUSE, pictures=[picture])
    assert (waits.status, await seen()) == (202, [200, 200, 404, 404])
    await ideas.in_place(cast.ada, waits.json["id"], "approve")
    assert await seen() == [200] * 4
    await ideas.in_place(cast.ada, waits.json["id"], "hide")
    assert await seen() == [200, 200, 404, 404]
    taken = await ideas.send(cast.amir, round_id, pictures=[picture])
    assert taken.status == 422, "nobody posts a picture of somebody else"


async def test_what_waits_with_an_edit_is_shown_with_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    rosa = poll.house.caller(cast.rosa)
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    jpeg, headers = written(photo(), "JPEG"), {"Content-Type": "image/jpeg"}
    picture = (await rosa.send("POST", "/api/v1/priority-pictures", data=jpeg, headers=headers)).json["id"]
    await rosa.patch(f"/priority-pictures/{picture}", {"alt": "A lamp"})
    assert (await ideas.change(cast.rosa, made, what=ABUSE, pictures=[picture])).status == 202
    assert (await ideas.read(cast.amir, made["id"])).json["pictures"] == []
    await ideas.in_place(cast.ada, made["id"], "approve")
    [shown] = (await ideas.read(cast.amir, made["id"])).json["pictures"]
    assert shown["alt"] == "A lamp"


async def test_a_form_that_is_sent_again_leaves_the_place_where_it_is(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id, rosa = await poll.begin(ideas=()), browser(cast.rosa)
    area = {"type": "Polygon", "coordinates": [CORNERS]}
    for where in ({"latitude": 51.481, "longitude": -3.171}, {"name": "Lowther Road", "area": area}):
        made = await ideas.made(cast.rosa, round_id, title=f"At {len(where)} {where}"[:100], where=where)
        path = f"/proposals/{made['id']}/edit"
        page = (await rosa.get(path)).text.partition('id="edit-proposal"')[2]
        fields = {name: unescape(value) for name, value in re.findall(r'name="([a-z_]+)"[^>]*? value="([^"]*)"', page)}
        sent = {name: fields[name] for name in NAMES if name in fields}
        answer = await rosa.post(path, **{**sent, "title": "Changed", "what": WHAT})
        assert answer.status == 303, answer.text
        assert (await ideas.read(None, made["id"])).json["where"] == made["where"]
