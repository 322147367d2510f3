"""Pictures of what people write: encoded anew without what the camera wrote, described, gone when they are to go."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from forums.pictures.models import ReplyPicture
from forums.places.service import staff_forum
from forums.posting.new import NewTopic
from forums.posting.service import post_topic
from foundation import clock
from server.app import SCHEDULER
from tests.accounts.avatars.pictures import bomb, photo, with_position, written
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.forums.talk import Talk
from tests.house import House

ALT = "A lamp post without its lamp"


async def send(house: House, member: Member | None, data: bytes, media: str = "image/jpeg") -> tuple[int, JSON]:
    answer = await house.caller(member).send(
        "POST", "/api/v1/pictures", data=data, headers={"Content-Type": media}
    )  # fmt: skip
    return answer.status, answer.json


async def described(house: House, member: Member, data: bytes | None = None, alt: str = ALT) -> JSON:
    """A picture that can be posted."""
    status, picture = await send(house, member, data or written(photo(), "JPEG"))
    assert status == 201, picture
    answer = await house.caller(member).patch(f"/pictures/{picture['id']}", {"alt": alt})
    assert answer.status == 200, answer.text
    return dict(answer.json)


async def fetched(house: House, path: str, member: Member | None = None) -> tuple[int, bytes]:
    async with house.caller(member)._session.get(path) as answer:
        return answer.status, await answer.read()


async def test_a_phone_s_photo_loses_what_the_phone_wrote_and_keeps_its_shape(talk: Talk, cast: Cast) -> None:
    picture = await described(talk.house, cast.rosa, with_position(photo(3200, 1600)))
    assert (picture["width"], picture["height"], picture["alt"]) == (800, 1600, ALT)
    topic = await talk.topic(cast.rosa, pictures=(picture["id"],))
    page = await talk.shown(topic.topic_id)
    assert f'alt="{ALT}"' in page
    assert picture["small"] in page
    status, large = await fetched(talk.house, picture["large"])
    assert status == 200
    image = Image.open(io.BytesIO(large))
    assert (image.format, image.size) == ("WEBP", (800, 1600))
    for forbidden in (b"Secret Phone", b"Cathays", b"EXIF", b"ICCP"):
        assert forbidden not in large


async def test_nobody_else_sees_a_picture_before_it_is_posted(talk: Talk, cast: Cast) -> None:
    picture = await described(talk.house, cast.rosa)
    assert (await fetched(talk.house, picture["small"], cast.rosa))[0] == 200
    for other in (cast.amir, cast.mo, None):
        assert (await fetched(talk.house, picture["small"], other))[0] == 404
    assert (await talk.house.caller(cast.amir).patch(f"/pictures/{picture['id']}", {"alt": "Mine"})).status == 404
    await talk.house.caller(cast.amir).delete(f"/pictures/{picture['id']}")
    assert (await fetched(talk.house, picture["small"], cast.rosa))[0] == 200
    assert (await send(talk.house, None, written(photo(), "JPEG")))[0] == 401


async def test_nobody_posts_another_s_picture_or_one_that_is_posted(talk: Talk, cast: Cast) -> None:
    picture = (await described(talk.house, cast.rosa))["id"]
    topic = (await talk.topic(cast.rosa)).topic_id
    caller = talk.house.caller(cast.amir)
    assert (await caller.post(f"/topics/{topic}/replies", {"body": "Look", "pictures": [picture]})).status == 422
    mine = talk.house.caller(cast.rosa)
    assert (await mine.post(f"/topics/{topic}/replies", {"body": "Look", "pictures": [picture]})).status == 201
    assert (await mine.post(f"/topics/{topic}/replies", {"body": "Again", "pictures": [picture]})).status == 409
    assert [body for _number, body in await talk.numbers(topic)] == ["It has been dark for a week", "Look"]


async def test_a_picture_without_words_and_a_fifth_one_are_refused(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    caller = talk.house.caller(cast.rosa)
    _status, bare = await send(talk.house, cast.rosa, written(photo(), "PNG"), "image/png")
    answer = await caller.post(f"/topics/{topic}/replies", {"body": "Look", "pictures": [bare["id"]]})
    assert (answer.status, "Say what each picture shows" in answer.text) == (422, True)
    five = [(await described(talk.house, cast.rosa))["id"] for _each in range(5)]
    assert (await caller.post(f"/topics/{topic}/replies", {"body": "Look", "pictures": five})).status == 422
    assert (await caller.post(f"/topics/{topic}/replies", {"body": "Look", "pictures": five[:4]})).status == 201


@pytest.mark.parametrize(
    ("data", "media", "status"),
    [
        pytest.param(bomb(30_000, 30_000, 10), "image/png", 422, id="bomb"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/png", 422, id="svg"),
        pytest.param(written(photo(), "JPEG")[:2000], "image/jpeg", 422, id="broken"),
        pytest.param(b"\xff\xd8" + b"x" * (5 * 1024 * 1024), "image/jpeg", 413, id="large"),
        pytest.param(b"", "image/jpeg", 422, id="nothing"),
        pytest.param(b"GIF89a", "image/gif", 400, id="gif"),
    ],
)
async def test_what_is_no_photo_is_refused(talk: Talk, cast: Cast, data: bytes, media: str, status: int) -> None:
    assert (await send(talk.house, cast.rosa, data, media))[0] == status
    assert await ReplyPicture.all().count() == 0


async def test_a_picture_goes_from_everybody_while_its_words_are_hidden_and_comes_back(talk: Talk, cast: Cast) -> None:
    picture = await described(talk.house, cast.amir)
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Look", pictures=(picture["id"],))).id
    assert (await fetched(talk.house, picture["large"]))[0] == 200
    assert (await talk.flag(cast.rosa, "reply", reply)).status == 201
    decision = await talk.decide(cast.mo, reply, "hide")
    for reader in (None, cast.rosa, cast.olga, cast.nia, cast.max):
        assert (await fetched(talk.house, picture["large"], reader))[0] == 404
    assert (await fetched(talk.house, picture["large"], cast.mo))[0] == 200
    assert picture["small"] not in await talk.shown(topic)
    assert (await talk.undo(cast.mo, decision)).status == 204
    assert (await fetched(talk.house, picture["large"]))[0] == 200


async def test_a_picture_of_what_its_author_took_back_is_gone_for_good(talk: Talk, cast: Cast) -> None:
    picture = await described(talk.house, cast.amir)
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Look", pictures=(picture["id"],))).id
    assert (await talk.house.caller(cast.amir).delete(f"/replies/{reply}")).status == 204
    for reader in (None, cast.amir, cast.mo):
        assert (await fetched(talk.house, picture["large"], reader))[0] == 404
    row = await ReplyPicture.get(id=picture["id"])
    assert (row.small, row.large, row.alt) == (None, None, "")


async def test_a_picture_that_is_taken_out_by_an_edit_is_gone_for_good_and_the_other_stays(
    talk: Talk, cast: Cast
) -> None:
    one, other = await described(talk.house, cast.amir), await described(talk.house, cast.amir)
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = str((await talk.reply(cast.amir, topic, "Look", pictures=(one["id"], other["id"]))).id)
    body = {"body": "Look here", "version": (await talk.row(reply)).version, "pictures": [other["id"]]}
    assert (await talk.house.caller(cast.amir).patch(f"/replies/{reply}", body)).status == 200
    assert (await fetched(talk.house, one["large"], cast.amir))[0] == 404
    assert (await fetched(talk.house, other["large"]))[0] == 200
    assert (await ReplyPicture.get(id=one["id"])).large is None
    assert (await talk.row(reply)).pictures == 1


async def test_what_was_never_posted_goes_after_two_days(talk: Talk, cast: Cast) -> None:
    loose, posted = await described(talk.house, cast.rosa), await described(talk.house, cast.rosa)
    await talk.topic(cast.rosa, pictures=(posted["id"],))
    await talk.house.app[SCHEDULER].run_all()
    assert await ReplyPicture.filter(id=loose["id"]).exists()
    clock.move(timedelta(days=2, hours=1))
    await talk.house.app[SCHEDULER].run_all()
    assert not await ReplyPicture.filter(id=loose["id"]).exists()
    assert (await fetched(talk.house, posted["large"]))[0] == 200


async def test_a_picture_in_the_staff_s_forum_is_theirs_alone(talk: Talk, cast: Cast) -> None:
    picture = await described(talk.house, cast.ada)
    forum = await staff_forum("south-wales")
    new = NewTopic("between-us", "The plan", "Look", pictures=(picture["id"],))
    assert (await post_topic(talk.house.app, cast.ada.viewer, forum["id"], new)).status == "published"
    assert (await fetched(talk.house, picture["large"], cast.nia))[0] == 200
    for reader in (None, cast.rosa, cast.max):
        assert (await fetched(talk.house, picture["large"], reader))[0] == 404
