"""What the tests of outsiders share."""

import pytest

from forums.models import Reply
from forums.pictures.models import ReplyPicture
from forums.places.models import Section
from forums.places.service import staff_forum
from tests.cast import HOME, Cast
from tests.forums.outsiders.doors import Scene
from tests.forums.pictures.test_pictures import described
from tests.forums.talk import Talk
from tests.house import House

CALL_ME = "call me on 07700 900123"
"""What a moderator reads first."""


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
async def scene(talk: Talk, house: House, cast: Cast) -> Scene:
    scene, rosa = Scene(house), house.caller(cast.rosa)
    forum, staffs = await talk.forum(), await staff_forum("south-wales")
    hidden = await talk.topic(cast.rosa, scene.secret("one"), f"Now {scene.secret('two')}")
    held = await talk.topic(cast.rosa, scene.secret("three"), f"{scene.secret('four')}, {CALL_ME}", confirm=True)
    alt = scene.for_staff("five")
    picture = await described(house, cast.ada)
    await ReplyPicture.filter(id=picture["id"]).update(alt=alt)
    among = await talk.topic_in(
        staffs, cast.ada, scene.for_staff("six"), f"Now {scene.for_staff('seven')}", pictures=(picture["id"],)
    )
    await talk.reply(cast.mo, among.topic_id, f"And {scene.for_staff('eight')}")
    await talk.reply(cast.amir, hidden.topic_id, f"There {scene.secret('nine')}")
    topic = await talk.topic(cast.rosa, "The lamp", "It is dark")
    down = await talk.reply(cast.rosa, topic.topic_id, f"Bad {scene.secret('ten')}")
    waits = await talk.reply(cast.rosa, topic.topic_id, f"{scene.secret('eleven')}, {CALL_ME}", confirm=True)
    back = await talk.reply(cast.rosa, topic.topic_id, f"Oh {scene.secret('twelve')}")
    edited = await talk.reply(cast.rosa, topic.topic_id, f"It was {scene.secret('thirteen')}")
    pending = await talk.reply(cast.rosa, topic.topic_id, "It stays")
    assert (held.number, waits.number) == (None, None), "they must wait"
    assert (await rosa.delete(f"/replies/{back.id}")).status == 204
    assert (await rosa.patch(f"/replies/{edited.id}", {"body": "It is another", "version": 1})).status == 200
    again = {"body": f"{scene.secret('fourteen')}, {CALL_ME}", "version": 1, "confirm": True}
    assert (await rosa.patch(f"/replies/{pending.id}", again)).status == 202
    draft = {"place": f"reply:{topic.topic_id}", "body": scene.secret("fifteen")}
    drafted = (await rosa.post("/drafts", draft)).json["draft"]["id"]
    loose = await described(house, cast.rosa)
    for target, type_ in ((hidden.topic_id, "topic"), (down.id, "reply")):
        await talk.flag(cast.ada, type_, target)
        await talk.decide(cast.mo, target, "hide")
    scene.ids = {
        "topic": [str(each.topic_id) for each in (topic, hidden, held, among)],
        "reply": [str(id_) for id_ in await Reply.all().values_list("id", flat=True)],
        "forum": [str(forum["id"]), str(staffs["id"])],
        "section": [str(id_) for id_ in await Section.filter(slug="general").values_list("id", flat=True)],
        "picture": [picture["id"], loose["id"]],
        "draft": [drafted],
        "place": [HOME],
    }
    return scene
