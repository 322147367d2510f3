"""Who wrote a text, and where: what rules and their consequences depend on besides the text."""

from dataclasses import dataclass

from moderation.screening_rules.own_words import NO_WORDS, OwnWords


@dataclass(frozen=True, slots=True)
class Context:
    """Who wrote it, and where.

    `trusted`: an officer or a host, never held; `confirmed`: was warned and sends it all the same; `known`: has written
    here before, and may link any site, while others may link those of `allowed_sites` only (domains such as
    `example.org`, which stand for all below them); `words`: the force's own, from `moderation.lists.service.words_of`.
    """

    trusted: bool = False
    confirmed: bool = False
    known: bool = True
    allowed_sites: frozenset[str] = frozenset()
    words: OwnWords = NO_WORDS
