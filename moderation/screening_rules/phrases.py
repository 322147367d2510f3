"""A list of words and phrases, to be found whole."""

from collections.abc import Iterable, Sequence

from foundation.folding import fold_words
from moderation.screening_rules.reading import shortened, word_key

Phrase = tuple[str, ...]


class Phrases:
    """Entries, each one word or a phrase, written plainly."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.by_first: dict[str, list[Phrase]] = {}
        for entry in entries:
            if phrase := tuple(word_key(word.folded) for word in fold_words(entry)):
                self.by_first.setdefault(phrase[0], []).append(phrase)
        for same in self.by_first.values():
            same.sort(key=len, reverse=True)
        self.firsts = frozenset(self.by_first)
        self.single = frozenset(first for first, same in self.by_first.items() if (first,) in same)
        self.longest = max(map(len, self.single), default=0)

    def at(self, keys: Sequence[str], place: int) -> int:
        """How many words the longest phrase that begins here has; 0 for none."""
        for phrase in self.by_first.get(keys[place], ()):
            if tuple(keys[place : place + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def has_drawn_out(self, key: str) -> bool:
        """Whether a word is one of the list with a letter drawn out: `wannnker`."""
        return any(word in self.single for word in shortened(key))


NO_PHRASES = Phrases(())
