"""The community rules: what /rules shows, and the clauses that decisions cite by id.

An id is never given to another clause. VERSION is raised when the meaning of a clause changes, so that a decision can
be read years later beside the words of its day.
"""

from dataclasses import dataclass
from typing import Final

from foundation.language import Lazy, lazy

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule: its id, and a title and text that are shown in the reader's language."""

    id: str
    title: Lazy
    text: Lazy


CLAUSES: Final = (
    Clause(
        "emergency",
        lazy("In an emergency call 999"),
        lazy(
            "Nobody watches these pages all the time. If somebody is in danger, a crime is happening or property is "
            "about to be harmed, call 999 now. If you can’t speak, call 999 and press 55 when you are asked to, on a "
            "mobile. To report a crime that is over, call 101."
        ),
    ),
    Clause(
        "kind",
        lazy("Be kind, also when you disagree"),
        lazy(
            "Say what you think of what was done, not of who people are. No insults, no threats, and no hatred of "
            "anybody for their race, religion, disability, sex, sexuality, gender, age or where they come from."
        ),
    ),
    Clause(
        "private",
        lazy("Keep private things private"),
        lazy(
            "Everybody can read what you write here. Don’t give phone numbers, e-mail or home addresses, number "
            "plates or National Insurance numbers, your own or anybody else’s. Don’t write about people’s health, "
            "families or money."
        ),
    ),
    Clause(
        "fair",
        lazy("Don’t name suspects, victims or witnesses"),
        lazy(
            "Naming somebody as a suspect can spoil a trial and hurt who did nothing. Victims have a right not to be "
            "named, some of them by law. If you know who did it, call 101, or Crimestoppers on 0800 555 111 without "
            "saying who you are."
        ),
    ),
    Clause(
        "children",
        lazy("Protect children"),
        lazy(
            "Never name a child, say which school they go to or how to find them, and don’t ask a child to meet or "
            "write to you. If you are worried about a child, tell us at once: flag the message, or call 101, or 999 "
            "if the child is in danger."
        ),
    ),
    Clause(
        "honest",
        lazy("Be who you say you are"),
        lazy(
            "Don’t pretend to be somebody else, least of all an officer. A real officer has a badge beside the name "
            "that nobody else can get. Don’t spread what you know to be untrue."
        ),
    ),
    Clause(
        "lawful",
        lazy("Keep to the law"),
        lazy(
            "Don’t sell or ask for anything that is against the law, call for harm, plan to take the law into your "
            "own hands, or post what you have no right to share."
        ),
    ),
    Clause(
        "useful",
        lazy("Leave room for others"),
        lazy(
            "Stay with what the meeting or topic is about. Don’t post the same thing again and again, advertise, or "
            "ask people for money. Words that break a rule can be taken down, and you are told which rule and why."
        ),
    ),
)


def find_clause(clause: str) -> Clause | None:
    """The clause of this id, or None."""
    return next((each for each in CLAUSES if each.id == clause), None)


def shown_rules() -> list[dict[str, str]]:
    """The rules in their order, `{id, title, text}` each, in the language of the request."""
    return [{"id": clause.id, "title": str(clause.title), "text": str(clause.text)} for clause in CLAUSES]
