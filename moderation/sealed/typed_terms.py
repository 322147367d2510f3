"""The terms of a sealed case as an administrator types them: one a line. They are hashed and never shown again."""

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import clean_text
from moderation.sealed.digests import digest_of
from moderation.sealed.forms import MOST_WORDS, is_long_enough, looks, plain_form, words_of
from moderation.sealed.keys import SealingKey

_MOST = 200
_LONGEST = 100


def hashed_terms(key: SealingKey, typed: str) -> list[tuple[str, int]]:
    """The digests of what was typed, and how many words each has. Raises Invalid, which never repeats a term."""
    lines = [line for line in clean_text(typed).splitlines() if line.strip()]
    if not lines:
        raise _wrong(_("Enter at least one term."))
    if len(lines) > _MOST:
        raise _wrong(_("Enter at most %(most)s terms at a time.", most=_MOST))
    return list(dict.fromkeys(_hashed(key, number, line) for number, line in enumerate(lines, 1)))


def _hashed(key: SealingKey, number: int, line: str) -> tuple[str, int]:
    words = words_of(line) if len(line) <= _LONGEST else []
    if not 1 <= len(words) <= MOST_WORDS:
        raise _wrong(_("Line %(number)s must have one to three words.", number=number))
    if not is_long_enough(words):
        raise _wrong(_("Line %(number)s is too short: everybody’s words would be held.", number=number))
    form = plain_form(words)
    return digest_of(key, form, looks(form)), len(words)


def _wrong(sentence: str) -> Invalid:
    return Invalid.at("terms", sentence)
