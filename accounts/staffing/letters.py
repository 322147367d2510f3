"""What staffing writes to people: in their own language where it is known, else in that of who acted."""

from typing import Any

from accounts.links import NewLink
from foundation.language import _
from foundation.mail.letters import add_letter, speaking_to


async def send_link(to: dict[str, Any], link: NewLink, origin: str, *, welcome: bool) -> None:
    """The one-time link, to its owner's own address and nowhere else. `to`: `name`, `email`, `language`."""
    with speaking_to(to.get("language")):
        first = (
            _("You were enrolled on Bluelamp, and a second administrator of your force has confirmed it.")
            if welcome
            else _("An administrator of your force sent you a new link to sign in to Bluelamp with.")
        )
        await add_letter(
            to["email"],
            _("Your link to Bluelamp"),
            first,
            _("Open this link within 24 hours to set up how you sign in. It works once:"),
            origin + link.path,
            _("Nobody else was shown this link. Do not pass it on."),
            _not_you(),
            name=to["name"],
        )


async def tell_of_waiting(to: dict[str, Any], name: str, page: str) -> None:
    """To another administrator: somebody waits for them."""
    with speaking_to(to.get("language")):
        await add_letter(
            to["email"],
            _("Bluelamp: an entry waits for a second administrator"),
            _("%(name)s entered something about your force’s staff. It counts once you, or another administrator,"
              " have confirmed it:", name=name),
            page,
            _("If you did not expect this, ask your colleague in person before you confirm anything."),
            name=to["name"],
        )  # fmt: skip


async def tell_old_address(to: dict[str, Any], address: str) -> None:
    """To the address that somebody had until now."""
    with speaking_to(to.get("language")):
        await add_letter(
            address,
            _("Your address on Bluelamp was changed"),
            _("Two administrators of your force have changed the address that you sign in to Bluelamp with. This"
              " one is no longer used."),
            _not_you(),
            name=to["name"],
        )  # fmt: skip


def _not_you() -> str:
    return _("If this is not about you, or you did not expect it, tell an administrator of your force or call 101.")
