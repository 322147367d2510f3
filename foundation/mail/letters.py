"""A letter: a mail in paragraphs, in the language of whoever gets it."""

from collections.abc import Iterator
from contextlib import contextmanager

from foundation import language
from foundation.language import _
from foundation.mail.outbox import Mail, add_mails


@contextmanager
def speaking_to(speaks: str | None) -> Iterator[None]:
    """Speak the receiver's language inside the block; that of who acts where theirs is not known."""
    with language.speaking(speaks or language.current()):
        yield


async def add_letter(
    recipient: str, subject: str, *paragraphs: str, name: str = "", key: str | None = None,
    unsubscribe: str | None = None,
) -> None:  # fmt: skip
    """Have the paragraphs sent, with a greeting and our name; compose and call it inside `speaking_to`.

    Otherwise as `add_mail`, inside the act's transaction too. `name`: whom to greet by name.
    """
    await add_mails([letter(recipient, subject, *paragraphs, name=name, key=key, unsubscribe=unsubscribe)])


def letter(
    recipient: str, subject: str, *paragraphs: str, name: str = "", key: str | None = None,
    unsubscribe: str | None = None,
) -> Mail:  # fmt: skip
    """A letter that is not sent yet, for `add_mails`; compose it inside `speaking_to`."""
    greeting = _("Hello %(name)s,", name=name) if name else _("Hello,")
    text = "\n\n".join((greeting, *paragraphs, "Bluelamp")) + "\n"
    return Mail(recipient, subject, text, key, unsubscribe)
