"""A notice as a letter."""

from accounts.reach import Reach
from foundation.language import _
from foundation.mail.letters import add_letter, letter
from foundation.mail.outbox import Mail
from notices.kinds import NoticeKind
from notices.preferences.links import path_of


async def send_trial(email: str, name: str) -> None:
    """A letter that only asks whether an address takes mails again; inside a transaction."""
    await add_letter(
        email,
        _("Your address works again"),
        _("You asked us to try this address again, and here is the email. From now on you get our emails as before."),
        name=name,
    )


def letter_of(reach: Reach, kind: NoticeKind, notice: str, title: str, sentence: str, path: str) -> Mail | None:
    """A notice (its id) for who has an address; compose it `speaking_to` them."""
    if reach.email is None:
        return None
    unsubscribe = path_of(reach.id, kind)
    return letter(
        reach.email,
        title,
        sentence,
        path,
        _("You can read this again, and choose what we tell you by email, on your notices page:"),
        "/notices",
        _("Stop emails like this one (you do not need to sign in):"),
        unsubscribe,
        name=reach.name,
        key=f"notice.{notice}",
        unsubscribe=unsubscribe,
    )
