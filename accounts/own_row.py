"""Changing one's own row, unless one has just closed the account elsewhere."""

from typing import Any

from accounts.models import Person
from foundation.errors import NotSignedIn
from foundation.language import _


async def set_own(person: str, **columns: Any) -> None:
    """Set columns of who changes them; inside a transaction, which undoes the rest of the act with it.

    Raises NotSignedIn where another tab has closed the account since this one asked: nothing comes back to life.
    """
    if not await Person.filter(id=person, closed_at=None).update(**columns):
        raise NotSignedIn(_("This account is closed."))
