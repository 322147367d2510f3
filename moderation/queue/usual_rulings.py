"""What is usually decided about each kind: the clause and the reason that a form begins with."""

from typing import Final

from foundation.language import Lazy, lazy
from moderation.items.kinds import Kind

_PRIVATE = ("private", lazy("It gives away private details, and everybody can read what is written here."))
_CHILD = ("children", lazy("It could show others who or where a child is."))

USUAL: Final[dict[str, tuple[str, Lazy]]] = {
    Kind.EMERGENCY: ("emergency", lazy("This is not the place for an emergency: please call 999.")),
    Kind.DANGER: ("kind", lazy("It could put somebody in danger.")),
    Kind.CHILD: _CHILD,
    Kind.GROOMING: ("children", lazy("Don’t ask a child to meet or to write to you.")),
    Kind.THREAT: ("kind", lazy("It can be read as a threat.")),
    Kind.SEALED: ("fair", lazy("We can’t show this. Please leave it unsaid.")),
    Kind.ABOUT_ME: ("private", lazy("It is about somebody who does not want it here.")),
    Kind.NAMES: ("fair", lazy("It names somebody as a victim, a suspect or a witness.")),
    Kind.PERSONAL_DATA: _PRIVATE,
    Kind.ABUSE: ("kind", lazy("It has words that hurt people. Please say it another way.")),
    Kind.LINK: ("useful", lazy("We can’t show this link.")),
    Kind.FLOOD: ("useful", lazy("It was posted again and again.")),
}
"""By kind: the id of a community rule, and what the author reads. None for what is read for who wrote it."""


def usual_ruling(kind: str) -> tuple[str, str]:
    """The clause and the reason to begin with; empty ones where there is nothing usual."""
    clause, reason = USUAL.get(kind, ("", ""))
    return clause, str(reason)
