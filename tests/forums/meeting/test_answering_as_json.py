"""Whoever asked a question says over JSON whether it may become a topic: they alone."""

from notices.models import Notice
from tests.cast import Cast
from tests.contract.description import Description
from tests.forums.talk import Talk
from tests.rooms_from_outside import Room

QUESTION = "Why are the lights out on Lowther Road? They were mended in May."


async def _asking(talk: Talk, room: Room, cast: Cast) -> str:
    """The path of the call by which Rosa answers about her question, after Ada has asked her."""
    talk.house.check = Description((await talk.house.caller().get("/openapi.json")).json).check
    question = await (await room.enter(cast.rosa)).ask(QUESTION)
    await room.act("close")
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    [path] = await Notice.filter(person_id=cast.rosa.id, kind="question_to_topic").values_list("path", flat=True)
    return str(path)


async def test_rosa_reads_what_she_is_asked_and_says_yes(talk: Talk, room: Room, cast: Cast) -> None:
    path, rosa = await _asking(talk, room, cast), talk.house.caller(cast.rosa)
    asked = (await rosa.get(path)).json
    assert (asked["body"], asked["agreed"], asked["topic"]) == (QUESTION, None, None)
    for who, status in ((None, 401), (cast.amir, 404), (cast.ada, 404)):
        assert (await talk.house.caller(who).get(path)).status == status
        assert (await talk.house.caller(who).post(path, {"agreed": True})).status == status
    said = (await rosa.post(path, {"agreed": True, "section": "traffic"})).json
    row = await talk.topic_row(said["topic"])
    assert (said["status"], row.author_id, row.question_id) == ("published", cast.rosa.id, asked["question"])
    assert (await rosa.get(path)).json["agreed"] is True


async def test_rosa_says_no(talk: Talk, room: Room, cast: Cast) -> None:
    path, rosa = await _asking(talk, room, cast), talk.house.caller(cast.rosa)
    assert (await rosa.post(path, {"agreed": False})).json == {"status": "refused", "topic": None, "reason": None}
    assert (await rosa.get(path)).json["agreed"] is False
    assert (await rosa.post(path, {"agreed": True})).status == 409
