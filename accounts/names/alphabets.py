"""The alphabets of a name: each word is in one, and none is of signs that are letters to Unicode only.

After the "highly restrictive" and "recommended scripts" of Unicode's UTS 39 and UAX 31: hieroglyphs, runes and the
letters of some scripts look like a tick, a star or a shield beside a name.
"""

import unicodedata
from functools import lru_cache

from foundation.folding import Plain

# By the first word of Unicode's names of letters. East Asian names and Korean ones mix theirs.
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC")
_ONE_BY_ONE = """
LATIN GREEK CYRILLIC ARMENIAN HEBREW ARABIC SYRIAC THAANA DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU
KANNADA MALAYALAM SINHALA THAI LAO TIBETAN MYANMAR GEORGIAN ETHIOPIC CHEROKEE KHMER MONGOLIAN
"""
_ALPHABET = {**{name: name for name in _ONE_BY_ONE.split()}, **{name: "EAST ASIAN" for name in _EAST_ASIAN}}
# They look like a tick where they stand alone among Latin words: each is a syllable, and no name.
_TICKS = frozenset("レﾚㇾ㇄✓")
# As in Hawaiʻi and Kaʿb; all other modifiers are strokes that hardly show: Adˈa, Adˌa.
_APOSTROPHES = frozenset("ʻʼʹʾʿ")


def are_of_names(name: str) -> bool:
    """Whether every word of a name is written in one alphabet that people write names in.

    A letter that stands alone is of the alphabet of the words beside it: a Hebrew letter after a Latin name is a sign.
    A Chinese or Korean surname may stand alone.
    """
    words = name.replace("-", " ").split()
    alphabets = [{_alphabet(letter) for letter in word if letter.isalpha()} for word in words]
    if any(len(each) > 1 or None in each for each in alphabets):
        return False
    long = set().union(*(each for word, each in zip(words, alphabets, strict=True) if _letters(word) > 1))
    alone = [(word, each) for word, each in zip(words, alphabets, strict=True) if _letters(word) == 1]
    return all(_may_stand_alone(word, each, long) for word, each in alone)


def _may_stand_alone(word: str, alphabet: set[str | None], long: set[str | None]) -> bool:
    if not long or alphabet <= long:
        return True
    return alphabet == {"EAST ASIAN"} and _TICKS.isdisjoint(word)


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


@lru_cache(maxsize=5000)
def _alphabet(letter: str) -> str | None:
    """The alphabet of a letter; None for one that no name is written in.

    A Latin letter that folds to none of a to z is a phonetician's or a scribe's: it could not be compared with others.
    """
    first = unicodedata.name(letter, "").partition(" ")[0]
    if first == "MODIFIER":
        return "LATIN" if letter in _APOSTROPHES else None
    plain = Plain(letter).text
    folds = plain.isascii() and plain.isalpha()
    return _ALPHABET.get(first) if first != "LATIN" or folds else None
