"""The job that chains new entries: one chain, whoever ticks, however much there is."""

import asyncio
from datetime import timedelta

import pytest

from foundation import clock
from foundation.audit import chainer as audit_chainer
from foundation.audit import store as audit_store
from foundation.audit.chainer import Chainer
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.models import AuditEntry, AuditLink
from foundation.settings import Settings
from tests.foundation.audit.acts import DEE, act, chained, proved
from tests.running.chainers import chain_from_other_processes


async def test_new_entries_are_chained_in_the_order_of_their_acts(database: Settings):
    await chained(database, 7)
    chain = await AuditLink.all().order_by("number").values_list("number", "id")
    assert [number for number, _id in chain] == list(range(1, 8))
    assert [id_ for _number, id_ in chain] == await AuditEntry.all().order_by("at", "id").values_list("id", flat=True)


async def test_nothing_new_writes_nothing(database: Settings):
    chainer = await chained(database, 3)
    head = await audit_store.head()
    await chainer.run()
    await Chainer(database).run()
    assert await audit_store.head() == head


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_an_entry_that_is_committed_late_is_chained_too(database: Settings):
    """Its transaction took long: others, which began later, were chained before. SQLite lets one write at a time."""
    began, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        await add_entry(act="person.rename", actor=DEE, subject_type="person", subject_id="rosa")
        began.set()
        await go_on.wait()

    late = asyncio.create_task(atomic(slowly))
    await began.wait()
    chainer = await chained(database, 2)
    go_on.set()
    await late
    await chainer.run()
    walked = await proved(database)
    assert (walked.broken, walked.entries, walked.late) == (None, 3, 0)


async def test_an_upgraded_database_is_chained_in_bounded_runs(database: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(audit_chainer, "_PAGE", 10)
    monkeypatch.setattr(audit_chainer, "_PAGES_A_RUN", 3)
    for number in range(64):
        await act(number)
    chainer, grown = Chainer(database), []
    for _run in range(4):
        await chainer.run()
        grown.append((await audit_store.head()).number)
    assert grown == [30, 60, 64, 64]
    walked = await proved(database)
    assert (walked.broken, walked.entries, walked.late) == (None, 64, 0)


async def test_an_entry_of_long_ago_is_found_at_the_daily_look(database: Settings):
    chainer = await chained(database, 2)
    with clock.elsewhen(-timedelta(days=3)):
        await act(3)
    await chainer.run()
    assert (await audit_store.waiting())[0] == 1
    chainer.look_at_everything()
    await chainer.run()
    assert (await audit_store.waiting())[0] == 0
    assert (await proved(database)).late == 1


async def test_a_clock_that_is_set_back_loses_no_entry(database: Settings):
    chainer = Chainer(database)
    with clock.elsewhen(timedelta(hours=2)):
        await act(1)
        await chainer.run()
    await act(2)
    await chainer.run()
    assert (await audit_store.waiting())[0] == 0


async def test_two_chainers_at_once_make_one_chain(database: Settings):
    for number in range(30):
        await act(number)
    await asyncio.gather(*(Chainer(database).run() for _each in range(3)))
    await Chainer(database).run()
    walked = await proved(database)
    assert (walked.broken, walked.entries) == (None, 30)


async def test_processes_that_chain_at_once_make_one_chain(database: Settings):
    """While new entries come in."""
    others = asyncio.create_task(asyncio.to_thread(chain_from_other_processes, database, 3, 2.5))
    number = 0
    while not others.done():
        number += 1
        await act(number)
        await asyncio.sleep(0.005)
    chained_by_each = await others
    await Chainer(database).run()
    walked = await proved(database)
    assert (walked.broken, walked.entries) == (None, number)
    assert len([count for count in chained_by_each if count]) >= 2, "more than one must have chained"
