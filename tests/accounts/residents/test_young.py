"""Under-16s: sentences that are sent with one tap."""

import re

from tests.accounts.browsing import NewBrowser
from tests.accounts.residents.signing_up import sign_up
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


def _form(page: str) -> str:
    found = re.search(r'<form class="room-phrases".*?</form>', page, re.DOTALL)
    return found[0] if found else ""


def _phrases(page: str) -> list[str]:
    return re.findall(r'name="body" value="([^"]*)"', _form(page))


def _client_id(page: str) -> str:
    """What makes two taps one message, as the form itself carries it."""
    found = re.search(r'name="client_id" value="([^"]+)"', _form(page))
    assert found
    return found[1]


async def test_ben_sends_every_sentence_without_scripts(
    house: House, cast: Cast, browser: NewBrowser, room: Room
) -> None:
    ben = browser()
    person = await sign_up(ben, name="Ben Evans", age_band="under_16")
    path = f"/surgeries/{room.id}"
    phrases = _phrases((await ben.get(path)).text)
    assert {"I have a question", "I agree", "Thank you", "Something worries me here"} <= set(phrases)
    for phrase in phrases:
        page = await ben.get(path)
        answer = await ben.post(f"{path}/messages", body=phrase, client_id=_client_id(page.text))
        assert (answer.status, "#m-" in answer.headers["Location"]) == (303, True), phrase
    said = [entry["data"] for entry in await room.log() if entry["kind"] == "message_posted"]
    assert [message["body"] for message in said] == phrases
    assert {message["author"]["id"] for message in said} == {person.id}


async def test_a_tap_too_many_is_one_message(house: House, cast: Cast, browser: NewBrowser, room: Room) -> None:
    ben = browser()
    await sign_up(ben, name="Ben Evans", age_band="under_16")
    page = await ben.get(f"/surgeries/{room.id}")
    for _tap in range(2):
        await ben.post(f"/surgeries/{room.id}/messages", body="I agree", client_id=_client_id(page.text))
    assert len([entry for entry in await room.log() if entry["kind"] == "message_posted"]) == 1


async def test_dilys_has_her_sentences_in_welsh(house: House, cast: Cast, browser: NewBrowser, room: Room) -> None:
    dilys = browser()
    await sign_up(dilys, name="Dilys Wyn", age_band="under_16")
    await dilys.get("/language/cy")
    page = (await dilys.get(f"/surgeries/{room.id}")).text
    assert '<html lang="cy"' in page
    assert len(_phrases(page)) == 7


async def test_nobody_else_is_offered_them(house: House, cast: Cast, browser: NewBrowser, room: Room) -> None:
    for member in (None, cast.gwen, cast.rosa, cast.ada):
        page = await browser(member).get(f"/surgeries/{room.id}")
        assert page.status == 200
        assert _phrases(page.text) == []
