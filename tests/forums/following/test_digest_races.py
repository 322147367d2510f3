"""Digests while people go on writing: nothing is told twice, and nothing is told to nobody."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from forums.following.telling.teller import TELLER
from foundation import clock
from foundation.database import atomic
from foundation.mail import store as outbox
from notices.digests.models import DigestDue
from notices.digests.sending_service import send_digests
from notices.digests.service import have_digests
from server.app import SCHEDULER
from tests.cast import Cast
from tests.forums.following.acts import at_local, evening, follow, mails_leave, mails_to, read, text_of
from tests.forums.invariants import check_forums
from tests.forums.talk import Talk
from tests.house import House
from tests.running.smtp import Postbox
from tests.running.waiting import waits


async def test_who_had_read_it_all_on_one_day_hears_of_it_on_the_next(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    await read(house, cast.rosa, topic, 2)
    await evening(house)
    assert postbox.mails == []
    await talk.reply(cast.amir, topic, "Now it is light")
    await mails_leave(house)
    await check_forums()
    await evening(house)
    [mail] = mails_to(postbox, cast.rosa)
    assert "Now it is light" in text_of(mail)
    assert "still dark" not in text_of(mail)


async def test_what_is_said_while_the_mail_server_takes_the_digest_comes_in_the_next_one(
    house: House, cast: Cast, talk: Talk, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    real = outbox.set_sent

    async def slowly(*given: Any) -> None:
        monkeypatch.setattr(outbox, "set_sent", real)
        await talk.reply(cast.amir, topic, "Said at six o’clock")
        await house.app[TELLER].tell()
        await real(*given)

    at_local(18, 1)
    await send_digests(house.app)
    monkeypatch.setattr(outbox, "set_sent", slowly)
    await house.run_jobs()
    [mail] = mails_to(postbox, cast.rosa)
    assert "at six" not in text_of(mail)
    await check_forums()
    await evening(house)
    later = mails_to(postbox, cast.rosa)[-1]
    assert "at six" in text_of(later)
    assert "still dark" not in text_of(later)


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_a_digest_that_is_due_waits_for_what_is_being_told(house: House, cast: Cast):
    """Else it would leave without it, and nothing would be due any more. On SQLite one writes at a time."""
    await atomic(partial(have_digests, [cast.rosa.id]))
    at_local(18, 1)
    told, go_on = asyncio.Event(), asyncio.Event()

    async def tell() -> None:
        await have_digests([cast.rosa.id])
        told.set()
        await go_on.wait()

    telling = asyncio.create_task(atomic(tell))
    await told.wait()
    sending = asyncio.create_task(send_digests(house.app))
    waited = await waits(sending)
    go_on.set()
    await asyncio.gather(telling, sending)
    assert waited
    assert not await DigestDue.filter(id=cast.rosa.id).exists()


async def test_two_processes_make_one_digest(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    at_local(18, 1)
    await asyncio.gather(*(send_digests(house.app) for _process in range(4)))
    clock.move(timedelta(minutes=2))
    await asyncio.gather(*(send_digests(house.app) for _process in range(4)))
    await asyncio.gather(*(house.app[SCHEDULER].run_all() for _process in range(3)))
    assert len(mails_to(postbox, cast.rosa)) == 1
    await check_forums()


async def test_what_waits_for_the_morning_is_of_the_morning_s_budget(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    at_local(22, 30)
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    quiet = {"mails_a_day": 3, "quiet_from": 22 * 60, "quiet_to": 7 * 60}
    assert (await house.caller(cast.olga).put("/notices/pace", quiet)).status == 204
    for number in range(4):
        await talk.reply(cast.amir, topic, f"Night {number} without light")
    await mails_leave(house)
    at_local(1, 0)
    for number in range(4):
        await talk.reply(cast.amir, topic, f"Early {number} without light")
    await mails_leave(house)
    assert mails_to(postbox, cast.olga) == []
    at_local(8, 0)
    await talk.reply(cast.amir, topic, "By day")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 2, "one of the day's three is the digest's"
    await evening(house)
    assert len(mails_to(postbox, cast.olga)) == 3
    assert "4 more replies" in text_of(mails_to(postbox, cast.olga)[-1])
