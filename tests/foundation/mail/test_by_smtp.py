"""Mails by a real SMTP server, on the loopback address: sent, refused, tried again, given up."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from aiohttp import web

from foundation import clock, metrics
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.mail.outbox import add_mail
from foundation.mail.sender import send_due_mails
from foundation.models import OutboxMail
from foundation.settings import Settings
from tests.running.certificates import self_signed
from tests.running.ports import free_port
from tests.running.smtp import Postbox, running_smtp

ROSA = "rosa@example.org"


def _process(settings: Settings, url: str) -> web.Application:
    app = web.Application()
    app[SETTINGS] = replace(
        settings, smtp_url=url, mail_from="Bluelamp Cathays <no-reply@force.example>", public_url="https://b.example"
    )
    return app


@pytest.fixture
def app(database: Settings, postbox: Postbox) -> web.Application:
    return _process(database, f"smtp://127.0.0.1:{postbox.port}")


async def _add(recipient: str = ROSA, subject: str = "Croeso", text: str = "Shwmae Siân,\ndŵr\n") -> None:
    await atomic(lambda: add_mail(recipient, subject, text))


def _counted(outcome: str) -> float:
    return metrics.REGISTRY.get_sample_value("bluelamp_mails_total", {"outcome": outcome}) or 0.0


async def test_rosa_gets_her_mail_once(app: web.Application, postbox: Postbox):
    sent = _counted("sent")
    await _add()
    await send_due_mails(app)
    await send_due_mails(app)
    [mail] = postbox.mails
    assert (mail["To"], mail["Subject"], mail["Auto-Submitted"]) == (ROSA, "Croeso", "auto-generated")
    assert mail["From"] == "Bluelamp Cathays <no-reply@force.example>"
    assert mail.get_content().replace("\r\n", "\n") == "Shwmae Siân,\ndŵr\n"
    [envelope] = postbox.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("no-reply@force.example", [ROSA])
    row = await OutboxMail.get()
    assert (mail["Message-ID"], row.text) == (f"<{row.id}@b.example>", "")
    assert _counted("sent") == sent + 1


async def test_many_mails_take_one_connection(database: Settings):
    """Each in full, however long its lines are."""
    with running_smtp() as box:
        for number in range(5):
            await _add(subject=f"Number {number}", text="ŵ" * 2000)
        await send_due_mails(_process(database, f"smtp://127.0.0.1:{box.port}"))
        assert [mail["Subject"] for mail in box.mails] == [f"Number {number}" for number in range(5)]
        assert {mail.get_content().strip() for mail in box.mails} == {"ŵ" * 2000}


async def test_a_server_that_reads_seven_bits_only_gets_every_letter(database: Settings):
    with running_smtp(decode_data=True) as box:
        await _add(text="Siân, dŵr\n")
        await send_due_mails(_process(database, f"smtp://127.0.0.1:{box.port}"))
        assert str(box.envelopes[0].content).isascii()
        assert box.mails[0].get_content().strip() == "Siân, dŵr"


async def test_a_mail_that_was_refused_is_tried_again_later_and_later(app: web.Application, postbox: Postbox):
    await _add()
    postbox.refusal = "451 Come back later"
    failed = _counted("failed")
    for minutes in (1, 5, 15):
        await send_due_mails(app)
        tried = (await OutboxMail.get()).tries
        clock.move(timedelta(minutes=minutes, seconds=-5))
        await send_due_mails(app)
        assert (await OutboxMail.get()).tries == tried, "it is too early"
        clock.move(timedelta(seconds=6))
    assert _counted("failed") == failed + 3
    postbox.refusal = ""
    await send_due_mails(app)
    assert len(postbox.mails) == 1
    assert (await OutboxMail.get()).tries == 4


async def test_a_mail_that_nobody_takes_is_given_up_after_a_day(app: web.Application, postbox: Postbox):
    await _add()
    postbox.refusal = "550 There is no Rosa here"
    began, given_up = clock.now(), _counted("given_up")
    while not (await OutboxMail.get()).given_up_at:
        await send_due_mails(app)
        clock.move(timedelta(minutes=10))
        assert clock.now() - began < timedelta(days=2)
    assert timedelta(hours=20) < clock.now() - began < timedelta(hours=28)
    row = await OutboxMail.get()
    assert (row.text, row.tries, row.sent_at) == ("", 9, None)
    postbox.refusal = ""
    clock.move(timedelta(days=1))
    await send_due_mails(app)
    assert postbox.mails == []
    assert _counted("given_up") == given_up + 1


async def test_one_refused_mail_does_not_keep_the_others(app: web.Application, postbox: Postbox):
    await _add("nobody@example.org")
    await send_due_mails(_process(app[SETTINGS], f"smtp://127.0.0.1:{free_port()}"))
    for number in range(2):
        await _add(subject=f"Number {number}")
    await send_due_mails(app)
    assert len(postbox.mails) == 2
    clock.move(timedelta(minutes=2))
    await send_due_mails(app)
    assert len(postbox.mails) == 3


async def test_the_log_says_which_mail_failed_and_not_to_whom(app: web.Application, postbox: Postbox):
    await _add()
    postbox.refusal = f"550 {ROSA} is unknown"
    with structlog.testing.capture_logs() as logged:
        await send_due_mails(app)
    [line] = [each for each in logged if each["event"] == "mail_failed"]
    assert (line["mail"], line["code"], line["error"]) == ((await OutboxMail.get()).id, 550, "SMTPRecipientsRefused")
    assert "rosa" not in str(logged)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
async def test_a_password_with_odd_letters_lets_us_in(database: Settings):
    with running_smtp(auth_require_tls=False, auth_required=True) as box:
        await _add()
        await send_due_mails(_process(database, f"smtp://bluelamp:a%2Fb%40c@127.0.0.1:{box.port}"))
        assert (len(box.mails), box.signed_in) == (1, ["bluelamp"])


@pytest.mark.parametrize(("scheme", "from_the_first_byte"), [("smtps", True), ("smtp+starttls", False)])
async def test_a_mail_goes_encrypted_to_a_server_that_is_known(
    database: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, from_the_first_byte: bool
):
    context, pem = self_signed(tmp_path)
    with running_smtp(tls=context, from_the_first_byte=from_the_first_byte) as box:
        await _add()
        app = _process(database, f"{scheme}://127.0.0.1:{box.port}")
        await send_due_mails(app)
        assert box.mails == [], "nobody vouches for its certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        clock.move(timedelta(minutes=2))
        await send_due_mails(app)
        assert (len(box.mails), box.encrypted) == (1, [True])


async def test_a_mail_stays_where_encryption_was_asked_for_and_there_is_none(database: Settings):
    with running_smtp() as box:
        await _add()
        await send_due_mails(_process(database, f"smtp+starttls://127.0.0.1:{box.port}"))
        assert box.mails == []
        assert (await OutboxMail.get()).text != ""
