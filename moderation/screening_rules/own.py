"""The words that a force holds besides the lists that come with Bluelamp."""

from collections.abc import Iterator

from moderation.screening_rules.abuse import find_whole
from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.phrases import NO_PHRASES
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Those of the context, but for what the force lets pass."""

    def find(reading: Reading, context: Context) -> Iterator[Span]:
        if context.words.held:
            yield from find_whole(context.words.to_hold, NO_PHRASES)(reading, context)

    return find
