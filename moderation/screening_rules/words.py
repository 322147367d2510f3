"""Lists of words as data: one entry a line, `#` begins a comment; an entry is one word or a phrase."""

from pathlib import Path

from foundation.folding import fold_words

FOLDER = Path(__file__).parent.parent / "words"

Phrase = tuple[str, ...]


def word_key(folded: str) -> str:
    """A folded word as the lists know it: i, l, 1 and a capital I can't be told apart."""
    return folded.replace("i", "l")


def read_lines(name: str) -> list[str]:
    """The entries of a list in moderation/words, without comments and empty lines."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [entry for line in lines if (entry := line.partition("#")[0].strip())]


def read_phrases(name: str) -> dict[str, list[Phrase]]:
    """The entries by their first word, longest first, each a tuple of keys."""
    phrases: dict[str, list[Phrase]] = {}
    for entry in read_lines(name):
        phrase = tuple(word_key(word.folded) for word in fold_words(entry))
        phrases.setdefault(phrase[0], []).append(phrase)
    for same in phrases.values():
        same.sort(key=len, reverse=True)
    return phrases
