"""UK postcodes: any spelling to one, and back to the one that people read.

The grammar is that of BS 7666 and Royal Mail's PAF: six shapes of the first half, letters that never stand in some
places, and GIR 0AA.
"""

import re
import unicodedata

from foundation.errors import Invalid
from foundation.language import _

_SHAPE = re.compile(
    r"""
    (?: [A-PR-UWYZ][0-9][0-9]?                     # M1, M60
      | [A-PR-UWYZ][0-9][A-HJKPSTUW]               # W1A
      | [A-PR-UWYZ][A-HK-Y][0-9][0-9]?             # CF5, CF10
      | [A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]     # EC1A
    ) [0-9][ABD-HJLNP-UW-Z]{2}
    | GIR0AA
    """,
    re.VERBOSE,
)
_LONGEST_SPELLING = 40


def find_postcode(text: str) -> str | None:
    """The postcode that `text` spells, in capitals without spaces (`CF101AA`), or None where it spells none.

    Case, spaces, hyphens, full stops, full-width and invisible characters don't matter.
    """
    if len(text) > _LONGEST_SPELLING:
        return None
    folded = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(c for c in folded if not (c.isspace() or c in "-.") and unicodedata.category(c) != "Cf")
    return kept if _SHAPE.fullmatch(kept) else None


def check_postcode(text: str) -> str:
    """As `find_postcode`; raises Invalid where it spells none."""
    postcode = find_postcode(text)
    if postcode is None:
        raise Invalid.at("postcode", _("Enter a full UK postcode, like CF10 1AA."))
    return postcode


def display_postcode(postcode: str) -> str:
    """`CF10 1AA` for `CF101AA`: the last three characters are always the second half."""
    return f"{postcode[:-3]} {postcode[-3:]}"
