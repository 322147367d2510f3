"""How words read before they are compared: without accents, and without the signs that hold several together.

SQLite's tokeniser does this by itself. PostgreSQL has a function of ours for it, in which these constants stand, so
that what was indexed and what is asked for read alike on both; each character stands for one, so that places stay.
"""

_ACCENTS = {
    "a": "àáâäãåą",
    "c": "çćč",
    "e": "èéêëęě",
    "i": "ìíîï",
    "n": "ñńň",
    "o": "òóôöõő",
    "r": "ř",
    "s": "śš",
    "u": "ùúûüůű",
    "w": "ẁẃŵẅ",
    "y": "ỳýŷÿ",
    "z": "źżž",
}
SIGNS = "-./@:_+&<~"
"""Of which PostgreSQL makes hosts, files, addresses, numbers with a sign and tags, none of them found by a part."""

_LETTERS = "".join(_ACCENTS.values())
_PLAIN = "".join(letter * len(accented) for letter, accented in _ACCENTS.items())
FOLDED = _LETTERS + _LETTERS.upper() + SIGNS
FOLDED_INTO = _PLAIN + _PLAIN.upper() + " " * len(SIGNS)

_TABLE = str.maketrans(FOLDED, FOLDED_INTO)


def folded(text: str) -> str:
    """A text as PostgreSQL's function `search_folded` gives it."""
    return text.translate(_TABLE)
