"""The mails to people about their own accounts: plain, in their language, and saying what to do if it wasn't them."""

from foundation.language import _
from foundation.mail.letters import add_letter, speaking_to


async def mail_sign_up(recipient: str, speaks: str | None, address: str) -> None:
    """The link that makes an account of a sign-up."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Confirm your e-mail address"),
            _("You asked for an account at Bluelamp, your police front counter online. Open this page and"
              " choose a password within 24 hours:"),
            address,
            _("If it wasn’t you, do nothing: without the button there is no account."),
        )  # fmt: skip


async def mail_has_account(recipient: str, speaks: str | None, origin: str) -> None:
    """To somebody who signs up with the address of an account."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("You have an account already"),
            _("Somebody asked for an account at Bluelamp with this address. You have one already: nothing was"
              " changed. If you have forgotten your password, choose a new one here:"),
            f"{origin}/forgotten",
            _("If it wasn’t you, do nothing: nobody has got into your account."),
        )  # fmt: skip


async def mail_reset(recipient: str, speaks: str | None, address: str) -> None:
    """The link that lets somebody choose another password."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Choose a new password"),
            _("You said that you have forgotten your password at Bluelamp. Choose a new one on this page within"
              " an hour:"),
            address,
            _("If it wasn’t you, do nothing: your password stays as it is."),
        )  # fmt: skip


async def mail_reset_by_staff(recipient: str, speaks: str | None) -> None:
    """To staff, whose second factor no mail leads around."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Ask an administrator to let you in"),
            _("Somebody said that you have forgotten your password at Bluelamp. The accounts of staff are not"
              " opened by mail. Ask an administrator of your force: they check that it is you and make a new link."),
            _("If it wasn’t you, tell an administrator of your force."),
        )  # fmt: skip


async def mail_password_changed(recipient: str, speaks: str | None, origin: str) -> None:
    """After another password was set."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Your password was changed"),
            _("Your password at Bluelamp was changed just now, and you are signed out everywhere else."),
            _("If it wasn’t you, choose a new password at once, and change the one of your e-mail too:"),
            f"{origin}/forgotten",
        )  # fmt: skip


async def mail_new_email(recipient: str, speaks: str | None, address: str) -> None:
    """To the new address: the link that makes it the account's."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Confirm your new e-mail address"),
            _("You want to use this address for your account at Bluelamp. Open this page and press the button"
              " within 24 hours:"),
            address,
            _("If it wasn’t you, do nothing: without the button nothing is changed."),
        )  # fmt: skip


async def mail_email_has_account(recipient: str, speaks: str | None) -> None:
    """To the address of one account that another account wanted to change to."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("This address has an account already"),
            _("Somebody wanted to use this address for another account at Bluelamp. It has an account already,"
              " so nothing was changed. Sign in with this address, or give the other account another one."),
            _("If it wasn’t you, do nothing: nobody has got into your account."),
        )  # fmt: skip


async def mail_email_asked(recipient: str, speaks: str | None, origin: str) -> None:
    """To the old address, when a change of it was asked for."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Your e-mail address is about to change"),
            _("You asked to use another e-mail address for your account at Bluelamp. We have sent a link to the"
              " new one. Until it is used, nothing is changed."),
            _("If it wasn’t you, choose a new password at once: that stops the change and signs everybody out."),
            f"{origin}/forgotten",
        )  # fmt: skip


async def mail_email_changed(recipient: str, speaks: str | None, origin: str) -> None:
    """To the old address, when another took its place."""
    with speaking_to(speaks):
        await add_letter(
            recipient,
            _("Your e-mail address was changed"),
            _("Your account at Bluelamp uses another e-mail address from now on, and this one no more."),
            _("If it wasn’t you, somebody else has your account. Tell us at once, so that we can close it:"),
            f"{origin}/complain",
        )  # fmt: skip
