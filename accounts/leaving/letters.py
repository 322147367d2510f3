"""The mail about an account that was closed, to the address that it had."""

from tortoise.expressions import Q

from foundation.language import _
from foundation.mail.letters import add_letter
from foundation.models import OutboxMail

_KEY = "account.close."


async def account_closed(person: str, email: str, *, everything: bool) -> None:
    """Tell that it is done, and what became of the words; in the closing transaction."""
    words = (
        _("What you wrote is being taken away everywhere.")
        if everything
        else _("What you wrote stays, under the name “a former member”.")
    )
    paragraphs = (
        _("Your account at Bluelamp is closed, as you asked. Your name, this address and your sign-ins are gone."),
        words,
        _("Where words are needed as evidence, they are kept out of sight until that is over."),
        _("You can open a new account with this address at any time. Nothing of the old one comes back."),
        _("If this was not you: somebody else could use your account and your password. The account can’t be opened"
          " again. Please tell your police force, and change that password wherever else you use it."),
    )  # fmt: skip
    await add_letter(email, _("Your account is closed"), *paragraphs, key=_KEY + person)


async def forget_last_mails() -> None:
    """Forget these mails, and with them the addresses, once they are sent or given up."""
    over = Q(sent_at__not_isnull=True) | Q(given_up_at__not_isnull=True)
    await OutboxMail.filter(over, key__startswith=_KEY).delete()
