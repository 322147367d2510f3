"""English and Welsh: every sentence a person reads goes through `_`, and is looked up when it is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
_CATALOGUES = Path(__file__).parent.parent / "frontend" / "locale"
_current: ContextVar[str] = ContextVar("language", default="en")


def current() -> str:
    """The language of this request: "en" or "cy"."""
    return _current.get()


def use(language: str) -> None:
    """Speak this language for the rest of the request."""
    _current.set(language if language in LANGUAGES else "en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language inside the block."""
    token = _current.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _current.reset(token)


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations of one language, compiled from the .po file once in a process."""
    source = _CATALOGUES / f"{language}.po"
    if not source.exists():
        return NullTranslations()
    with source.open("rb") as file:
        messages = read_po(file, locale=language, domain="messages")
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(sentence: str, **values: object) -> str:
    """The sentence in the current language, with `%(name)s` places filled."""
    translated = catalogue(current()).gettext(sentence)
    return translated % values if values else translated


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """The sentence for n things in the current language; `%(n)s` is the number."""
    return catalogue(current()).ngettext(one, many, n) % {"n": n, **values}


_ = gettext


class Lazy:
    """A sentence at module level, looked up each time it is shown."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __str__(self) -> str:
        return gettext(self.sentence)


def lazy(sentence: str) -> Lazy:
    """Mark a sentence at module level for translation."""
    return Lazy(sentence)
