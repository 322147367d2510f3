"""What holds on somebody’s first day in forums and in priorities: each begins with the first words sent there."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from foundation import clock
from foundation.errors import TooFast
from foundation.language import _
from moderation.screening import links
from moderation.screening_rules.links import is_allowed

FIRST_DAY: Final = timedelta(hours=24)
LINKS: Final = 2
"""Of one person, on that day."""


def is_first_day(began: datetime) -> bool:
    """Whether it is not over yet."""
    return clock.now() - began < FIRST_DAY


def links_in(words: str, sites: frozenset[str]) -> int:
    """How many links there are, but those to allowed `sites`."""
    return sum(not is_allowed(domain, sites) for domain, _span in links(words))


def check_links(began: datetime, sent: Iterable[str], more: int, sites: frozenset[str]) -> None:
    """Raises TooFast where `more` links, with those in all that was `sent`, are too many for a first day."""
    if sum(links_in(words, sites) for words in sent) + more > LINKS:
        sentence = _("On your first day you can share %(most)s links. Take one out, or share it tomorrow.", most=LINKS)
        raise wait(sentence, began)


def wait(sentence: str, began: datetime) -> TooFast:
    """What is said of too much, until the day is over."""
    left = (began + FIRST_DAY - clock.now()).total_seconds()
    return TooFast(sentence, retry_after=max(1, math.ceil(left)))
