"""A real SMTP server on the loopback address, in a thread of its own, that does what a test tells it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.running.ports import free_port


@dataclass
class Postbox:
    """What arrived at a server. `refusal` is what it says to each recipient while it is set: "451 Come back later"."""

    port: int
    refusal: str = ""
    envelopes: list[Envelope] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """The messages, as they arrived."""
        return [_message(envelope) for envelope in self.envelopes]

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.envelopes.append(envelope)
        self.encrypted.append(bool(server.transport and server.transport.get_extra_info("ssl_object")))
        return "250 OK"

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, how: str, given: Any) -> AuthResult:
        right = isinstance(given, LoginPassword) and given == LoginPassword(b"bluelamp", b"a/b@c")
        if right:
            self.signed_in.append("bluelamp")
        return AuthResult(success=right, handled=False)


@contextmanager
def running_smtp(
    *, tls: ssl.SSLContext | None = None, from_the_first_byte: bool = False, **more: Any
) -> Iterator[Postbox]:
    """A server for as long as the block lasts; `more` is aiosmtpd's. It offers STARTTLS where it has a certificate."""
    box = Postbox(free_port())
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=box.port,
        ssl_context=tls if from_the_first_byte else None,
        tls_context=None if from_the_first_byte else tls,
        authenticator=box.authenticate,
        **more,
    )
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def _message(envelope: Envelope) -> EmailMessage:
    content = envelope.content or b""
    message = message_from_bytes(content.encode("ascii") if isinstance(content, str) else content, policy=default)
    assert isinstance(message, EmailMessage)
    return message
