"""Questions that a surgery leaves without an answer, and what is told of them."""

from notices.models import Notice
from tests.cast import Member
from tests.rooms_from_outside import Room

QUESTION = "Why are the lights out on Lowther Road? They were mended in May."


async def left_question(room: Room, member: Member) -> str:
    """Their question, in a surgery that is over by now."""
    question = await (await room.enter(member)).ask(QUESTION)
    await room.act("close")
    return question


async def path_of_notice(member: Member, kind: str = "question_to_topic") -> str:
    [path] = await Notice.filter(person_id=member.id, kind=kind).values_list("path", flat=True)
    return str(path)
