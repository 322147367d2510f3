"""A resident begins a topic with a picture, is shown what is like it, and an officer answers for the police."""

import pytest
from playwright.async_api import FilePayload, Page, expect

from notices.models import Notice
from tests.accounts.avatars.pictures import photo, written
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
LAMP: FilePayload = {"name": "lamp.jpg", "mimeType": "image/jpeg", "buffer": written(photo(1200, 800), "JPEG")}
LIKE = "Street lights are out on Lowther Road"


@pytest.fixture
def limits() -> bool:
    return False


async def begin(page: Page, talk: Talk, title: str) -> None:
    await page.goto(f"/topics/new?forum={(await talk.forum())['id']}")
    await page.get_by_label("Title").press_sequentially(title, delay=5)
    await page.get_by_label("Your words").fill("All of them, since Monday")


@pytest.mark.parametrize("device", DEVICES)
async def test_rosa_adds_a_picture_and_sees_what_is_like_her_topic(
    browse: Browse, talk: Talk, cast: Cast, axe: str, device: str
) -> None:
    await talk.topic(cast.amir, LIKE)
    rosa = await browse(cast.rosa, **DEVICES[device])
    await begin(rosa, talk, "Lowther Road street lights")
    similar = rosa.locator("#similar")
    await expect(similar.get_by_role("link", name=LIKE)).to_be_visible()
    await expect(similar).to_contain_text("0 replies")
    await rosa.get_by_text("Add pictures").click()
    await rosa.get_by_label("Choose up to four pictures").set_input_files([LAMP, LAMP])
    words = rosa.get_by_label("What the picture shows")
    await expect(words).to_have_count(2)
    await expect(words.first).to_be_focused()
    assert await violations(rosa, axe) == []
    await fits(rosa, "the form")
    await rosa.get_by_label("Take the picture away").last.check()
    await words.first.fill("A lamp post without its lamp")
    await rosa.get_by_role("button", name="Post the topic").click()
    shown = rosa.get_by_role("img", name="A lamp post without its lamp")
    await expect(shown).to_be_visible()
    await expect(rosa.locator(".forum-shown__picture")).to_have_count(1)
    await shown.evaluate("img => img.decode()")


async def test_ada_answers_for_the_police_and_rosa_marks_it_solved(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    ada, rosa = await browse(cast.ada), await browse(cast.rosa, width=360)
    await ada.goto(f"/topics/{topic}")
    day = ada.get_by_label("If you promise something in it")
    await expect(day).to_be_hidden()
    await ada.get_by_label("Your words").fill("The council mends it")
    await ada.get_by_label("This is the official answer of the police").check()
    await day.fill("2099-01-01")
    await ada.get_by_role("button", name="Post the reply").click()
    await expect(ada.get_by_text("within a year").first).to_be_visible()
    await expect(ada.get_by_label("Your words")).to_have_value("The council mends it")
    await ada.get_by_label("If you promise something in it").fill("")
    await ada.get_by_role("button", name="Post the reply").click()
    await rosa.goto(f"/topics/{topic}")
    top = rosa.get_by_role("region", name="Official answer of the police")
    await expect(top).to_contain_text("The council mends it")
    await expect(top).to_contain_text("PC 4127")
    await rosa.get_by_role("button", name="This solved it").click()
    await expect(rosa.get_by_role("link", name="Read what solved it")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_on_the_way_from_the_room_to_the_forum(
    browse: Browse, talk: Talk, room: Room, cast: Cast, axe: str, device: str
) -> None:
    question = await (await room.enter(cast.rosa)).ask("Why are the lights out?")
    answer = await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    assert answer.status == 200, answer.text
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.ada, topic)).id
    rosa = await browse(cast.rosa, **DEVICES[device])
    notice = await Notice.get(person_id=cast.rosa.id, kind="question_to_topic")
    await rosa.goto(notice.path)
    await expect(rosa.get_by_role("heading", name="Your question in the forum")).to_be_visible()
    assert await violations(rosa, axe) == []
    await fits(rosa, "what the asker is asked")
    doors = [
        (f"/surgeries/{room.id}/remains", cast.ada),
        (f"/surgeries/{room.id}/questions/{question}/decide", cast.ada),
        (f"/topics/{topic}/ask", cast.rosa),
        (f"/replies/{reply}/official", cast.ada),
    ]
    assert await look(browse, axe, doors, device) == {}
