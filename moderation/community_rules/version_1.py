"""The community rules as they were first published. Not to be changed: decisions of their day cite them."""

from typing import Final

from foundation.language import lazy
from moderation.community_rules.clauses import Clause

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
