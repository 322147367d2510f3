"""What every force begins with: decisions that are often taken, with the sentence that the author reads."""

from dataclasses import dataclass
from typing import Final

from foundation.language import Lazy, lazy
from moderation.decisions.ruling import Action


@dataclass(frozen=True, slots=True)
class Shipped:
    """A preset that comes with Bluelamp; a force keeps it, or removes it and writes its own."""

    name: Lazy
    action: Action
    clause: str
    reason: Lazy
    seconds: int | None = None


SHIPPED: Final = (
    Shipped(
        lazy("Private details"),
        Action.HIDE,
        "private",
        lazy("It gives away private details. Take them out, and you can post it again."),
    ),
    Shipped(
        lazy("Names a suspect or victim"),
        Action.HIDE,
        "fair",
        lazy("It says who is meant to have done something, or whom it was done to. Please tell us on 101 instead."),
    ),
    Shipped(
        lazy("Names a child"),
        Action.HIDE,
        "children",
        lazy("It could show who or where a child is. If you are worried about a child, call 101, or 999 now."),
    ),
    Shipped(
        lazy("Insult"),
        Action.HIDE_AND_WARN,
        "kind",
        lazy("It insults somebody. Say what you think of what was done, not of who people are."),
    ),
    Shipped(
        lazy("Heated: ten minutes"),
        Action.SILENCE,
        "kind",
        lazy("The conversation has become heated. You can write again in ten minutes."),
        600,
    ),
    Shipped(
        lazy("Hatred"),
        Action.REMOVE,
        "kind",
        lazy("Hatred of people for who they are has no place here."),
        86400,
    ),
    Shipped(
        lazy("Same thing again and again"),
        Action.HIDE,
        "useful",
        lazy("You have posted this already. Once is enough for everybody to read it."),
    ),
    Shipped(
        lazy("Advertisement"),
        Action.HIDE,
        "useful",
        lazy("It advertises something. Please leave this place for what the meeting is about."),
    ),
    Shipped(
        lazy("Pretends to be somebody"),
        Action.HIDE_AND_WARN,
        "honest",
        lazy("It pretends to be from somebody else. Please write as yourself."),
    ),
)
