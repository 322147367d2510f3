"""A name that moderators take away, and give back: its owner is a number until then, or until they choose another."""

from accounts.names import store as name_store
from accounts.names.checking import check_unlike_staff
from accounts.names.collisions import free_number
from accounts.names.skeletons import name_skeleton
from foundation.errors import Conflict, Invalid
from foundation.language import _


async def take_name(person: str, name: str) -> None:
    """Show somebody but staff under a number. Inside a transaction.

    Raises Conflict where they are not called `name` any more: nobody has decided about what they are called now.
    """
    if not await name_store.set_withheld(person, name, await free_number()):
        raise Conflict(_("This person has another name by now. Look again."))


async def give_name_back(person: str) -> None:
    """Show somebody under the name that was taken from them. Inside a transaction.

    Raises Conflict where they have chosen another since, or where an officer or another account has that name by now.
    """
    name = await name_store.withheld_name(person)
    if name is None:
        raise Conflict(_("This person has chosen another name since. Nothing needs to be given back."))
    if await name_store.is_anothers(name, person):
        raise Conflict(_("Somebody else has this name by now. Its owner can choose another."))
    try:
        await check_unlike_staff(name, person)
    except Invalid as refusal:
        raise Conflict(refusal.message) from None
    await name_store.set_given_back(person, name)


def check_not_withheld(name: str, withheld: str | None) -> None:
    """Raises Invalid for a name that was taken away from who chooses it again."""
    if withheld is not None and name_skeleton(name) == name_skeleton(withheld):
        raise Invalid.at("name", _("Nobody may be shown under that name any more. Please choose another."))
