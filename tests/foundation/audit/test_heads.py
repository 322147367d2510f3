"""The head of the audit goes out once a day: to a file, and by mail to whoever keeps it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from foundation import clock
from foundation.audit import store as audit_store
from foundation.audit.chainer import CHAINER, Chainer
from foundation.audit.heads import export_head, heads_file, heads_in
from foundation.keys import SETTINGS
from foundation.models import AuditEntry, AuditLink, OutboxMail
from foundation.settings import Settings
from tests.foundation.audit.acts import chained, proved


def _process(settings: Settings) -> web.Application:
    """What the job needs of a server's process."""
    app = web.Application()
    app[SETTINGS], app[CHAINER] = settings, Chainer(settings)
    return app


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Two people keep the heads."""
    return replace(settings, audit_mail=("dee@example.org", "auditor@example.net"))


async def test_a_day_has_one_head_in_the_file_and_in_each_keepers_mail(database: Settings):
    await chained(database, 3)
    head = await audit_store.head()
    processes = [_process(database) for _each in range(3)]
    await asyncio.gather(*(export_head(app) for app in processes))
    await export_head(processes[0])
    [(_time, kept)] = heads_in(heads_file(database))
    assert kept == head
    mails = await OutboxMail.all().order_by("id").values("recipient", "text")
    assert {mail["recipient"] for mail in mails} == {"dee@example.org", "auditor@example.net"}
    assert len(mails) == 2
    assert all(f"bluelamp audit verify --head {head}" in mail["text"] for mail in mails)


async def test_the_next_day_has_a_head_of_its_own(database: Settings):
    await chained(database, 3)
    app = _process(database)
    await export_head(app)
    clock.move(timedelta(days=1))
    await chained(database, 2)
    await export_head(app)
    heads = [head for _time, head in heads_in(heads_file(database))]
    assert [head.number for head in heads] == [3, 5]
    assert (await proved(database, *heads)).broken is None
    assert await OutboxMail.all().count() == 4


async def test_a_head_that_could_not_be_written_is_tried_again(database: Settings):
    await chained(database, 1)
    file = heads_file(database)
    file.mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        await export_head(_process(database))
    assert await OutboxMail.all().count() == 0
    file.rmdir()
    await export_head(_process(database))
    assert len(heads_in(file)) == 1


async def test_only_its_owner_reads_the_file(database: Settings):
    await chained(database, 1)
    await export_head(_process(database))
    assert heads_file(database).stat().st_mode & 0o777 == 0o600


async def test_an_audit_without_entries_has_no_head_to_give(database: Settings):
    await export_head(_process(database))
    assert heads_in(heads_file(database)) == []
    await chained(database, 1)
    await export_head(_process(database))
    assert len(heads_in(heads_file(database))) == 1


async def test_the_demonstration_gives_none(database: Settings):
    await chained(database, 1)
    await export_head(_process(replace(database, demonstration=True)))
    assert heads_in(heads_file(database)) == []


async def test_an_end_that_was_cut_off_overnight_is_found_by_the_file(database: Settings):
    await chained(database, 4)
    await export_head(_process(database))
    last = await AuditLink.all().order_by("-number").first()
    assert last is not None
    await AuditEntry.filter(id=last.id).delete()
    await last.delete()
    heads = [head for _time, head in heads_in(heads_file(database))]
    broken = (await proved(database, *heads)).broken
    assert (broken and broken.number) == 4
