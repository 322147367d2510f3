"""A drawn picture that moderators take away, and give back: its owner is shown with the default until then."""

from accounts.avatars import store
from foundation.errors import Conflict, Invalid
from foundation.language import _


async def take_avatar(person: str, avatar: str) -> None:
    """Show somebody but staff with their default picture. Inside a transaction.

    Raises Conflict where they have another picture by now.
    """
    if not await store.set_withheld(person, avatar):
        raise Conflict(_("This person has another picture by now. Look again."))


async def give_avatar_back(person: str) -> None:
    """Show somebody with the picture that was taken from them. Inside a transaction.

    Raises Conflict where they have chosen another since.
    """
    if not await store.set_given_back(person):
        raise Conflict(_("This person has chosen another picture since. Nothing needs to be given back."))


async def check_not_withheld(person: str, avatar: str) -> None:
    """Raises Invalid for a picture that was taken away from who chooses it again, in whatever colour."""
    withheld = await store.withheld_avatar(person)
    if withheld is not None and withheld.rpartition("-")[0] == avatar.rpartition("-")[0]:
        raise Invalid.at("avatar", _("A moderator took this picture away from you. Please choose another."))
