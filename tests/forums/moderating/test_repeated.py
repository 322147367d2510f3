"""Whoever takes words down where they stand is told which other replies have them: those name the same person."""

import re

from forums.posting.quoting import MOST, quoted
from tests.cast import Cast
from tests.forums.talk import Talk

NAMED = "Thank you\nMrs Tremlett of 100% _Salisbury_ Road did it\n\nAsk her"


async def _repeated(talk: Talk, reply: str, cast: Cast) -> list[str]:
    """The numbers that Mo is shown beside the words."""
    page = await talk.house.page(f"/replies/{reply}/decide", cast.mo)
    assert page.status == 200
    _before, said, after = page.text.partition("Their numbers:")
    return re.findall(r">(\d+)</a>", after.partition("</p>")[0]) if said else []


async def test_mo_is_told_who_quotes_what_he_takes_down(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    bad = str((await talk.reply(cast.rosa, topic, NAMED)).id)
    assert await _repeated(talk, bad, cast) == []
    quoting = str((await talk.reply(cast.amir, topic, f"{quoted(NAMED)}Did she?")).id)
    await talk.reply(cast.amir, topic, "Thank you")
    await talk.reply(cast.olga, topic, "So Mrs Tremlett of 100% _Salisbury_ Road did it, I heard")
    elsewhere = await talk.topic(cast.amir, "Another", NAMED)
    assert await _repeated(talk, bad, cast) == ["3", "5"]
    assert await _repeated(talk, str(elsewhere.id), cast) == []
    for target in (bad, quoting):
        assert (await talk.flag(cast.ada, "reply", target)).status == 201
        await talk.decide(cast.mo, target, "hide")
    assert await _repeated(talk, bad, cast) == ["5"]


async def test_of_a_long_text_the_quoted_part_is_found(talk: Talk, cast: Cast) -> None:
    said = "Mr and Mrs Tremlett live there. " + " ".join(f"On day {day} it was dark again." for day in range(40))
    topic = str((await talk.topic(cast.rosa)).topic_id)
    long = str((await talk.reply(cast.rosa, topic, said)).id)
    answer = await talk.reply(cast.amir, topic, f"{quoted(said)}No")
    assert (len(said) > MOST, answer.number) == (True, 3)
    assert await _repeated(talk, long, cast) == ["3"]
