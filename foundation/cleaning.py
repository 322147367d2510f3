"""Which characters of a person's text are kept: those that are seen. The rest only deceive or break a page."""

import re
import unicodedata

MARKS = 4
"""Combining marks kept in a row: enough for every written language, too few to climb over the next line."""

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
# Letters by category, and yet nothing is drawn: names made of them look empty.
_BLANKS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffe\uffff")
_JOINER = "\u200d"
_EMOJI_STYLES = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# The flags of England, Scotland and Wales are the one good use of the tags block: a black flag, then a country.
_FLAGS = tuple(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in country) + "\U000e007f"
    for country in ("gbeng", "gbsct", "gbwls")
)


def clean_text(source: str) -> str:
    """The text in NFC, with line ends as \\n and without what can't be seen; leading and trailing space goes.

    Dropped: control characters but newline and tab, all of Unicode's format characters (zero width, bidi overrides
    and isolates, tags) but the joiner inside an emoji and the tags of our countries' flags, lone surrogates, blank
    letters, and combining marks after the fourth in a row. Any text is taken; cleaning a clean text changes nothing.
    """
    text = _BREAKS.sub("\n", source)
    if text.isascii():
        return "".join(filter(_kept_ascii, text)).strip()
    return _cap_marks(unicodedata.normalize("NFC", _drop_unseen(text))).strip()


def cleaned_line(source: str) -> str:
    """The same in one line, with one space between words."""
    return " ".join(clean_text(source).split())


def _kept_ascii(character: str) -> bool:
    return character.isprintable() or character in "\n\t"


def _drop_unseen(text: str) -> str:
    kept: list[str] = []
    flag_until = 0
    for place, character in enumerate(text):
        if character == "\U0001f3f4":
            flag_until = place + next((len(flag) for flag in _FLAGS if text.startswith(flag, place)), 0)
        if place < flag_until or _is_seen(character) or (character == _JOINER and _joins(text, place)):
            kept.append(character)
    return "".join(kept)


def _is_seen(character: str) -> bool:
    if unicodedata.category(character) in _DROPPED:
        return character in "\n\t"
    return character not in _BLANKS


def _joins(text: str, place: int) -> bool:
    """Whether the joiner here stands between two emoji, as in a family."""
    before = text[max(0, place - 3) : place].rstrip(_EMOJI_STYLES)[-1:]
    after = text[place + 1 : place + 2]
    return all(each and unicodedata.category(each) == "So" for each in (before, after))


def _cap_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)
