"""Under which name a resident is shown: their own, checked, and nobody else's."""

from collections.abc import Iterator
from contextlib import contextmanager

from accounts.names.checking import check_name, check_spelling, check_unlike_staff
from accounts.residents import store
from accounts.residents.privacy import is_young, shown_as_for
from accounts.residents.shown import ShownAs, shown_name
from foundation.errors import Conflict, Gone, Invalid
from foundation.language import _

_MOST_ALIKE = 500


async def check_shown(full_name: str, shown_as: ShownAs, age_band: str | None, but_by: str | None = None) -> str:
    """The name that everybody will see, of who gave their full one; raises Invalid, or Conflict where it is taken.

    Under-16s can't add a surname to be told apart: where their first name is taken, it gets a number.
    """
    shown = await check_name(shown_name(check_spelling(full_name), shown_as_for(age_band, shown_as)), but_by)
    if is_young(age_band):
        return await free_name(shown, but_by)
    await _check_free(shown, but_by)
    return shown


async def check_shown_still(shown: str, but_by: str) -> None:
    """Asked again in the transaction that sets the name: others may have come meanwhile. Raises as `check_shown`."""
    await check_unlike_staff(shown, but_by)
    await _check_free(shown, but_by)


async def _check_free(shown: str, but_by: str | None) -> None:
    if await store.names_taken([shown], but_by):
        raise Conflict.at("name", _("Somebody here has that name already. Add an initial or a second name."))


async def arriving_name(full_name: str, shown_as: ShownAs, age_band: str | None, but_by: str | None) -> str:
    """The name of who was told a day ago that it is theirs; raises Gone where it looks like an officer's by now."""
    with gone():
        return await check_name(shown_name(full_name, shown_as_for(age_band, shown_as)), but_by)


async def arriving_name_still(shown: str, but_by: str | None) -> str:
    """Asked again in the transaction of the arrival: an officer may have come meanwhile; raises Gone.

    A name that somebody else with an account has by now gets a number.
    """
    with gone():
        await check_unlike_staff(shown)
    return await free_name(shown, but_by)


@contextmanager
def gone() -> Iterator[None]:
    """What is refused of a name raises Gone: whoever comes by the link can't choose another there."""
    try:
        yield
    except Invalid:
        raise Gone(_("That name can’t be used any more. Please sign up again under another.")) from None


async def free_name(name: str, but_by: str | None = None) -> str:
    """The name, or with the first number that makes it one that nobody with an account has: `Siân 2`."""
    names = [name, *(f"{name[:36]} {number}" for number in range(2, _MOST_ALIKE))]
    taken = await store.names_taken(names, but_by)
    return next((each for each in names if each not in taken), names[-1])
