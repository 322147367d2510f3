"""Somebody's words in quotes of ours, where nothing but the quotes says whose they are: in mails and descriptions."""

from typing import Final

_QUOTES: Final = str.maketrans('“”„‟❝❞〝〞＂"', "‘’‘‘‘’‘’''")


def within_quotes(words: str) -> str:
    """The words with single quotes for double ones: they can't end ours, and go on as if we spoke."""
    return words.translate(_QUOTES)
