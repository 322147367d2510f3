"""What those who are called are told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from foundation.language import _

UNSEEN_FOR: Final = timedelta(minutes=1)
"""After so long without anybody's looking, everybody who could look is called."""
HERE: Final = timedelta(minutes=15)
"""Who used the service so lately is taken to be at their desk."""


def ask_to_look(place: str, *, again: bool) -> Callable[[], str]:
    """The sentence of the notice, without a word of what was written: a locked phone shows it to whoever is near."""

    def sentence() -> str:
        if again:
            return _("Nobody has looked yet. Somebody may be in danger: %(place)s", place=place or _("a message"))
        return _("Somebody may be in danger. Please look now: %(place)s", place=place or _("a message"))

    return sentence
