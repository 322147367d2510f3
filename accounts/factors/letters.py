"""What people are told by mail about their factors, each in the receiver's language."""

from typing import Any

from foundation import language
from foundation.language import _
from foundation.mail.letters import add_letter, speaking_to

Receiver = dict[str, Any]
"""`email` and `language` (or None) of who is told."""


async def tell_recovery_used(to: Receiver, left: int) -> None:
    """That a recovery code was used, and how many there are still."""
    with speaking_to(to["language"]):
        used = _("Somebody signed in to Bluelamp as you with one of your recovery codes.")
        more = language.ngettext("You have %(n)s recovery code left.", "You have %(n)s recovery codes left.", left)
        advice = _("You can make new ones in your account, under “How you sign in”.")
        await add_letter(to["email"], _("A recovery code was used"), used, f"{more} {advice}", _if_not_you())


async def tell_changed(to: Receiver, what: str) -> None:
    """That the ways to sign in were changed; `what` is one of the keys below."""
    with speaking_to(to["language"]):
        await add_letter(to["email"], _("How you sign in was changed"), _changes()[what], _if_not_you())


async def tell_cloned(to: Receiver, label: str) -> None:
    """That a passkey of theirs was stopped, because there may be two of it."""
    with speaking_to(to["language"]):
        what = _("Your passkey “%(label)s” was stopped: there are signs that somebody has a copy of it.", label=label)
        advice = _("Ask an administrator of your force for a one-time link, and set up another way to sign in.")
        await add_letter(to["email"], _("A passkey of yours was stopped"), what, advice, _if_not_you())


async def tell_administrator_of_clone(to: Receiver, name: str) -> None:
    """That somebody of their staff needs help."""
    with speaking_to(to["language"]):
        what = _("A passkey of %(name)s was stopped: there are signs that somebody has a copy of it.", name=name)
        advice = _("Speak to them. If they have no other way to sign in, send them a new one-time link.")
        doubt = _("If you doubt that it is them, suspend them until you know.")
        await add_letter(to["email"], _("A passkey was stopped"), what, advice, doubt)


def _changes() -> dict[str, str]:
    return {
        "passkey_added": _("A passkey was added to your Bluelamp account."),
        "passkey_removed": _("A passkey was removed from your Bluelamp account."),
        "app_set": _("An authenticator app was set up for your Bluelamp account. Codes of one before it are refused."),
        "app_removed": _("The authenticator app was removed from your Bluelamp account."),
        "codes_made": _("New recovery codes were made for your Bluelamp account. Those before them are refused."),
        "started_anew": _("You set up how you sign in to Bluelamp anew. What you signed in with before is refused."),
    }


def _if_not_you() -> str:
    return _("If this wasn’t you, tell an administrator of your force at once: they can suspend the account.")
