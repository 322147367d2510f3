"""When a flag takes words down at once: where they stand, every minute does harm, and no single voice decides.

See docs/decisions/0016. Rules read words before anybody else does, so what they find in published words was let through
by mistake or is found by newer rules; and what a person has let stand, no rule takes down.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from moderation.content import Content, State
from moderation.flags.reasons import ABOUT_PRIVACY, FlagReason
from moderation.flags.weights import LEAST, NEW
from moderation.items.kinds import Kind
from moderation.people.content import AVATAR, NAME

_DETAILS: Final = frozenset({Kind.PERSONAL_DATA, Kind.NAMES, Kind.CHILD})
"""What rules find that is somebody's own."""
_VOICES: Final = 2
Flag = Mapping[str, Any]


def can_be_hidden(content: Content, reason: FlagReason, weight: int) -> bool:
    """Whether this flag can take it down at all: published words, about privacy, by somebody who is not muted."""
    is_words = content.type not in (NAME, AVATAR)
    return is_words and content.state is State.PUBLISHED and reason in ABOUT_PRIVACY and weight > LEAST


def has_details(found: Collection[Kind]) -> bool:
    """Whether the rules find somebody's details in the words too."""
    return not _DETAILS.isdisjoint(found)


def flags_that_say_so(flags: Collection[Flag], revision: int) -> list[Flag]:
    """Those that say so of these words, and weigh as much as a resident's without a record, or more.

    What was said of another `revision` was said of other words.
    """
    of_these = [flag for flag in flags if flag["revision"] == revision]
    return [flag for flag in of_these if flag["reason"] in ABOUT_PRIVACY and flag["weight"] >= NEW]


def are_enough(flags: Collection[Flag]) -> bool:
    """Whether these come from two places. Flags of unknown places are from one."""
    return len({flag["origin"] for flag in flags}) >= _VOICES
