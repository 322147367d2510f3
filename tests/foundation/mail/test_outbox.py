"""Mails that wait: written with what they are about, sent once, and forgotten."""

import asyncio
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.keys import SETTINGS
from foundation.mail import store as outbox_store
from foundation.mail.outbox import add_mail
from foundation.mail.sender import forget_old_mails, send_due_mails
from foundation.models import OutboxMail
from foundation.settings import Settings

ROSA = "rosa@example.org"


@pytest.fixture
def app(database: Settings) -> web.Application:
    """What the jobs need of a server's process: no SMTP server, so mails become files."""
    app = web.Application()
    app[SETTINGS] = database
    return app


def _files(settings: Settings) -> list[Path]:
    return sorted((settings.folder / "mail").glob("*"))


def _read(file: Path) -> EmailMessage:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


async def _add(subject: str = "Croeso", text: str = "Shwmae Siân,\n\nhttps://bluelamp.example/link/abc=def\n") -> None:
    await atomic(lambda: add_mail(ROSA, subject, text))


async def test_rosas_mail_is_a_file_that_her_mail_program_opens(app: web.Application):
    await _add("Croeso i Gaerdydd: dŵr")
    await send_due_mails(app)
    [file] = _files(app[SETTINGS])
    mail = _read(file)
    assert (mail["To"], mail["Subject"]) == (ROSA, "Croeso i Gaerdydd: dŵr")
    assert mail.get_content() == "Shwmae Siân,\n\nhttps://bluelamp.example/link/abc=def\n"
    assert (mail["Auto-Submitted"], mail["From"]) == ("auto-generated", "Bluelamp <no-reply@localhost>")
    assert abs(mail["Date"].datetime - clock.now()) < timedelta(minutes=1)
    assert mail["Message-ID"] == f"<{file.stem}@localhost>"


async def test_whoever_runs_it_can_read_the_link_in_the_file(app: web.Application):
    await _add()
    await send_due_mails(app)
    [file] = _files(app[SETTINGS])
    assert "https://bluelamp.example/link/abc=def" in file.read_text().splitlines()


async def test_only_its_owner_reads_the_file(app: web.Application):
    await _add()
    await send_due_mails(app)
    [file] = _files(app[SETTINGS])
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


async def test_a_mail_is_sent_once_and_its_text_is_dropped(app: web.Application):
    await _add()
    await send_due_mails(app)
    [file] = _files(app[SETTINGS])
    file.unlink()
    await send_due_mails(app)
    assert _files(app[SETTINGS]) == []
    mail = await OutboxMail.get()
    assert (mail.text, mail.tries, mail.leased_until, mail.given_up_at) == ("", 1, None, None)
    assert mail.sent_at is not None


async def test_nothing_is_sent_of_an_act_that_failed(app: web.Application):
    async def fails() -> None:
        await add_mail(ROSA, "Welcome", "Never mind")
        raise LookupError

    with pytest.raises(LookupError):
        await atomic(fails)
    await send_due_mails(app)
    assert _files(app[SETTINGS]) == []


async def test_the_same_key_is_the_same_mail(app: web.Application):
    for _time in range(2):
        await atomic(lambda: add_mail(ROSA, "Your surgery", "It begins at six.", key="reminder.s1.rosa"))
    await send_due_mails(app)
    assert len(_files(app[SETTINGS])) == 1


async def test_processes_that_tick_at_once_send_each_mail_once(app: web.Application):
    for number in range(20):
        await _add(f"Number {number}")
    await asyncio.gather(*(send_due_mails(app) for _each in range(4)))
    assert len(_files(app[SETTINGS])) == 20
    assert {mail.tries for mail in await OutboxMail.all()} == {1}


async def test_a_mail_whose_sender_died_is_sent_again_under_the_same_message_id(app: web.Application):
    await _add()
    [id_] = await outbox_store.due_mails(clock.now(), 10)
    assert await outbox_store.claim_mail(id_, clock.now(), clock.now() + timedelta(minutes=5))
    await send_due_mails(app)
    assert _files(app[SETTINGS]) == [], "it is another's as long as the lease lasts"
    clock.move(timedelta(minutes=5, seconds=1))
    await send_due_mails(app)
    [file] = _files(app[SETTINGS])
    assert _read(file)["Message-ID"] == f"<{id_}@localhost>"
    assert (await OutboxMail.get()).tries == 2


async def test_a_full_disk_is_tried_again_and_nothing_is_lost(app: web.Application):
    folder = app[SETTINGS].folder / "mail"
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    await _add()
    await send_due_mails(app)
    assert (await OutboxMail.get()).text != ""
    folder.unlink()
    clock.move(timedelta(minutes=1, seconds=1))
    await send_due_mails(app)
    assert len(_files(app[SETTINGS])) == 1


async def test_whom_we_wrote_to_is_forgotten_after_a_month(app: web.Application):
    await _add()
    await send_due_mails(app)
    clock.move(timedelta(days=29))
    await _add("A second")
    await forget_old_mails(app)
    assert await OutboxMail.all().count() == 2
    clock.move(timedelta(days=2))
    await forget_old_mails(app)
    assert [mail.subject for mail in await OutboxMail.all()] == ["A second"]


@pytest.mark.parametrize(
    "recipient",
    [
        "rosa@example.org\nBcc: all@example.org",
        "rosa@example.org\r\n",
        "rosa@example.org, amir@example.org",
        "Rosa <rosa@example.org>",
        "rosa",
        "@example.org",
        "",
        "r" * 250 + "@x.org",
        "rosa@example.org\u2028x",
    ],
)
async def test_what_is_not_one_address_is_refused(database: Settings, recipient: str):
    with pytest.raises(Invalid):
        await atomic(lambda: add_mail(recipient, "Welcome", "Hello"))
    assert await OutboxMail.all().count() == 0


@pytest.mark.parametrize("subject", ["Hello\nBcc: all@example.org", "Hello\r\n\r\nBody", "", "x" * 201, "a\x00b"])
async def test_a_subject_of_several_lines_is_refused(database: Settings, subject: str):
    with pytest.raises(Invalid):
        await atomic(lambda: add_mail(ROSA, subject, "Hello"))
    assert await OutboxMail.all().count() == 0
