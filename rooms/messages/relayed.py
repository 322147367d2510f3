"""How words are shown that staff entered for somebody: by where they were said, never as the officer's own."""

from foundation.language import lazy
from rooms.models import RelayedFrom

SPEAKERS = {
    RelayedFrom.DESK: lazy("A visitor at the front desk"),
    RelayedFrom.PHONE: lazy("A caller by phone"),
    RelayedFrom.PAPER: lazy("Somebody on paper"),
}


def speaker_of(source: str | None) -> str:
    """Who is shown as having spoken; empty for words that are their author's own."""
    return str(SPEAKERS[RelayedFrom(source)]) if source else ""
