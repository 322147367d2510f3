"""Links by somebody who is new here, to a site that nobody has allowed."""

from collections.abc import Iterator

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.links import is_allowed, links_in
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Known people may link what they like."""

    def find(reading: Reading, context: Context) -> Iterator[Span]:
        if context.known or context.trusted:
            return
        for domain, span in links_in(reading):
            if not is_allowed(domain, context.allowed_sites):
                yield span

    return find
