"""Names that were taken from somebody: they do not come back by choosing another in between."""

from accounts.names.withholding import check_not_withheld
from moderation.decisions import store
from moderation.decisions.ruling import HIDING
from moderation.evidence.words import words_at
from moderation.people.content import NAME


async def check_name_not_taken(name: str, person: str) -> None:
    """Raises Invalid for a name that looks like one that a standing decision took from this person.

    For as long as its evidence is kept: what was taken is written down nowhere else. An undo, and an appeal that was
    won, let them be called so again.
    """
    rows = await store.decisions_on(NAME, person)
    superseded = {row["supersedes_id"] for row in rows}
    for row in rows:
        if row["action"] in HIDING and row["id"] not in superseded:
            words = await words_at(row["id"])
            check_not_withheld(name, words.body if words else None)
