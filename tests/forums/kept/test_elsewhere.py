"""What another process wrote, or the command line, is on no page after a second: nobody told this one."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from accounts.models import Person
from accounts.staffing.operator_service import suspend_by_operator
from forums import showing
from forums.kept.shelf import SHELF
from forums.models import PostState, Reply
from foundation.audit.entries import add_entry
from foundation.database import atomic
from tests.cast import Cast
from tests.forums.kept.conftest import BEHIND, Read

WORDS = "There is one on Crwys Road that works"
WITHIN = 1.0
"""Seconds: the promise."""


@pytest.fixture
async def asked_for(read: Read, cast: Cast) -> AsyncIterator[Read]:
    """A topic with a reply and an officer's, for which readers ask all the time, as they do where it matters."""
    await read.talk.reply(cast.amir, read.id, WORDS)
    await read.talk.reply(cast.ada, read.id, "We look at it on Monday")
    await read.text()

    async def ask() -> None:
        while True:
            await read.text()
            await asyncio.sleep(0.02)

    asking = asyncio.create_task(ask())
    yield read
    asking.cancel()


async def gone_after(read: Read, words: str) -> float:
    """Seconds until no page says so."""
    began = monotonic()
    while words in await read.text():
        assert monotonic() - began < WITHIN * 3, "it stands there still"
        await asyncio.sleep(0.02)
    return monotonic() - began


async def test_what_another_process_takes_down_is_gone_within_a_second(asked_for: Read) -> None:
    reply = await Reply.get(topic_id=asked_for.id, number=2)
    await atomic(lambda: showing.take_down(reply.id, PostState.HIDDEN))
    assert await gone_after(asked_for, WORDS) < WITHIN


async def test_a_badge_that_is_taken_by_the_command_line_is_gone_within_a_second(asked_for: Read, cast: Cast) -> None:
    assert "bl-badge--officer" in await asked_for.text()
    await suspend_by_operator(str(cast.ada.email), "An inquiry")
    assert await gone_after(asked_for, "bl-badge--officer") < WITHIN


async def test_a_name_that_another_process_changed_is_gone_within_a_second(asked_for: Read, cast: Cast) -> None:
    async def rename() -> None:
        await Person.filter(id=cast.amir.id).update(name="Tegid")
        await add_entry(act="person.rename", actor=cast.amir.viewer, subject_type="person", subject_id=cast.amir.id)

    await atomic(rename)
    assert await gone_after(asked_for, cast.amir.name) < WITHIN
    assert "Tegid" in await asked_for.text()


async def test_nothing_is_believed_after_nobody_asked_for_long(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    await read.text()
    await read.rename_behind()
    assert not await read.is_drawn_anew()
    monkeypatch.setattr("forums.kept.elsewhere._TOO_LONG", 0.0)
    await asyncio.sleep(0.5)
    assert BEHIND in await read.text()


async def test_pages_stay_as_long_as_nothing_changes(read: Read) -> None:
    await read.text()
    await read.rename_behind()
    for _look in range(3):
        await asyncio.sleep(0.45)
        assert not await read.is_drawn_anew()
    assert read.id in read.house.app[SHELF].topics()
