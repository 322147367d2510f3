"""The community rules since people can appeal, and since flags are weighed. Not to be changed: a change is a version
of its own.
"""

from typing import Final

from foundation.language import lazy
from moderation.community_rules import version_1
from moderation.community_rules.clauses import Clause

CHANGES: Final = (
    lazy("New: flag what hurts, not what you disagree with."),
    lazy("“Leave room for others” now says that you can appeal, and who decides then."),
)

_AS_BEFORE: Final = version_1.CLAUSES[:-1]
CLAUSES: Final = (
    *_AS_BEFORE,
    Clause(
        "flags",
        lazy("Flag what hurts, not what you disagree with"),
        lazy(
            "Anybody can flag a message, a name or a picture, and a person looks at each. Flag what is dangerous, "
            "private, cruel or against these rules. Who flags again and again what breaks no rule may be asked to "
            "stop for a while."
        ),
    ),
    Clause(
        "useful",
        lazy("Leave room for others"),
        lazy(
            "Stay with what the meeting or topic is about. Don’t post the same thing again and again, advertise, or "
            "ask people for money. Words that break a rule can be taken down. You are told which rule and why, and "
            "you can appeal once, within 20 days: somebody else decides then."
        ),
    ),
)
