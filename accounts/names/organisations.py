"""What a partner's badge says: an organisation and a post there, refused where they could be taken for the police's.

Two administrators answer for it, as for an officer's rank; what looks like the police is refused all the same, for
the badge stands beside that of officers.
"""

import re
import unicodedata

from accounts.names.alphabets import are_of_names
from accounts.names.reserved import is_polices
from accounts.names.reserved_words import looks_of
from foundation.cleaning import clean_text
from foundation.errors import Invalid
from foundation.folding import skeleton
from foundation.language import _
from neighbourhoods.atlas import current_atlas

SHORTEST, LONGEST = 2, 80
"""Characters, as the record has them."""

_PLAIN = re.compile(r"[^\W_][\w &'’.,()/+-]*")
_NO_LETTER = re.compile(r"[\W\d_]+")
_OFFICERS = tuple(looks_of("officer swyddog"))
_SPACES = re.compile(r"\s+")


async def check_organisation(text: str) -> str:
    """An organisation's name as it is kept; raises Invalid for one that is none, or looks like the police's."""
    kept = _kept(text)
    if not SHORTEST <= len(kept) <= LONGEST or not _is_plain(kept):
        raise Invalid.at("organisation", _("Enter the organisation’s name in letters, such as Cardiff Council."))
    # An organisation of officers is the police's; a post of one may be any council's.
    says_officer = any(skeleton(word).startswith(_OFFICERS) for word in _NO_LETTER.split(kept))
    if says_officer or await _is_polices(kept):
        raise Invalid.at("organisation", _refused())
    return kept


async def check_partner_post(text: str) -> str:
    """What somebody does there as it is kept; empty for not said. Raises Invalid as `check_organisation` does."""
    kept = _kept(text)
    if kept and (len(kept) > LONGEST or not _is_plain(kept)):
        raise Invalid.at("partner_post", _("Enter the post in letters, such as Housing manager."))
    if kept and await _is_polices(kept):
        raise Invalid.at("partner_post", _refused())
    return kept


def _kept(text: str) -> str:
    return _SPACES.sub(" ", clean_text(unicodedata.normalize("NFKC", text)))


def _is_plain(kept: str) -> bool:
    """In letters of one alphabet a word, without signs: a star or a tick beside a badge is a badge."""
    words = " ".join(filter(None, _NO_LETTER.split(kept)))
    return _PLAIN.fullmatch(kept) is not None and bool(words) and are_of_names(words)


async def _is_polices(kept: str) -> bool:
    return is_polices(kept, (await current_atlas()).force_names)


def _refused() -> str:
    return _("A partner’s badge must not look like the police’s. Enter a name without police, ranks or the force.")
