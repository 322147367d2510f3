"""What a post must be before anything else looks at it."""

from collections.abc import Sequence

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import check_text


def check_words(body: str, pictures: Sequence[str] = ()) -> str:
    """The cleaned text of a post; raises Invalid for an empty or an enormous one, and for pictures alone."""
    if pictures and not body.strip():
        sentence = _("Write something about your pictures, so that everybody knows what they are about.")
        raise Invalid.at("body", sentence)
    return check_text(body)
