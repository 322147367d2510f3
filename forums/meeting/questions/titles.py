"""A question as the title and the text of a topic."""

import re

from forums.moderated_words import LONGEST_TITLE
from foundation.language import _

_SENTENCE = re.compile(r".+?[.?!](?=\s|$)", re.DOTALL)


def title_of(question: str) -> str:
    """The first sentence of its first line, cut at a word where it is too long for a title."""
    words = " ".join(question.strip().partition("\n")[0].split())
    found = _SENTENCE.match(words)
    title = found[0] if found else words
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def quoted_of(question: str, surgery_title: str) -> str:
    """The text of a topic that an officer begins in the place of an asker who is gone: their public words, quoted."""
    asked = _("Somebody asked this at the surgery “%(title)s”, and it still wants an answer:", title=surgery_title)
    quote = "\n".join(f"> {line}" for line in question.splitlines())
    return f"{asked}\n\n{quote}"
