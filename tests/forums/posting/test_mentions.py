"""Who is told because a text mentions them."""

from time import process_time

import pytest

from forums.mentions import mentioned
from foundation.permissions import Role
from tests.cast import HOME, Cast, Member, add_member
from tests.forums.talk import Talk


async def _named(talk: Talk, body: str, author: Member | None = None) -> list[str]:
    topic = (await talk.topic(talk.cast.rosa)).topic_id
    await talk.reply(talk.cast.amir, topic)
    found = await mentioned(str(topic), HOME, author.id if author else "nobody", body)
    names = {member.id: member.name.split()[0] for member in talk.cast}
    return [names[id_] for id_ in found]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("@Rosa Jones is right", ["Rosa"]), ("Ask @amir khan, @Rosa!", ["Amir", "Rosa"]), ("@AmirKhan", ["Amir"]),
        ("@PC Ada Okafor", []), ("@Ada Okafor: when?", ["Ada"]), ("thanks (@Huw)", ["Huw"]),
        ("rosa@example.org", []), ("Rosa Jones", []), ("@Olga Novak", []), ("@Nia Price", []), ("@", []),
        ("> @Rosa said so\n\nYes", []), ("@Rosa @rosa jones @ROSA", ["Rosa"]), ("@@Rosa", []), ("@Jones", []),
        ("@Rosa Jonesmith", ["Rosa"]),
    ],
    ids=["whole", "two", "joined", "with-rank", "officer", "first-name", "mail", "no-sign", "not-there",
         "other-officer", "alone", "quoted", "thrice", "twice-at", "last-name", "longer"],
)  # fmt: skip
async def test_who_is_meant(talk: Talk, body: str, who: list[str]) -> None:
    assert await _named(talk, body) == who


async def test_nobody_mentions_themselves(talk: Talk, cast: Cast) -> None:
    assert await _named(talk, "@Rosa and @Amir", cast.rosa) == ["Amir"]


async def test_five_hundred_mentions_tell_twenty_people_at_most(talk: Talk, cast: Cast) -> None:
    crowd = [Member(f"{first}a{last} Jones", Role.RESIDENT, None, (HOME,)) for first in "BDGKM" for last in "flnpt"]
    topic = (await talk.topic(cast.rosa)).topic_id
    for member in crowd:
        await add_member(member)
        await talk.reply(member, topic)
    body = " ".join(f"@{member.name}" for member in crowd)
    assert await mentioned(str(topic), HOME, cast.rosa.id, body) == [member.id for member in crowd[:20]]
    assert len(await mentioned(str(topic), HOME, cast.rosa.id, f"{body} " * 20)) == 20


@pytest.mark.parametrize("body", ["@a" * 1900, "@ " * 1900, "@Rosa " * 600, "@" * 3900])
async def test_signs_without_end_are_read_quickly(talk: Talk, cast: Cast, body: str) -> None:
    before = process_time()
    assert await _named(talk, body) in ([], ["Rosa"])
    assert process_time() - before < 2
