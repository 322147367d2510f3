"""The words of results: tiers, counts and methods, in a sentence each that nobody has to know anything for."""

from typing import Any, Final

from foundation.language import Lazy, _, lazy, ngettext
from priorities.models import Advice, Method

JSON = dict[str, Any]
TIERS: Final[dict[str, Lazy]] = {
    "email": lazy("Email"),
    "postcode": lazy("Postcode"),
    "confirmed": lazy("Confirmed"),
}
_AGES: Final[dict[str, Lazy]] = {
    "under_16": lazy("Under 16"),
    "16_or_17": lazy("16 or 17"),
    "18_or_over": lazy("18 or over"),
}
_JOIN: Final = "+"


def tier_name(label: str) -> str:
    """A tier, or several that were put together because one of them had under ten ballots."""
    return " + ".join(str(TIERS.get(part, part)) for part in label.split(_JOIN))


def age_name(label: str) -> str:
    """An age band in words."""
    return str(_AGES.get(label, label))


def plain_sentence(row: JSON) -> str:
    """How the plain count of a round works."""
    if row["method"] == Method.POINTS:
        return _("Everybody spread ten points. Those with the most points come first.")
    if row["method"] == Method.RANKING and row["pick"] == 1:
        return _("Everybody chose one. Those that the most people chose come first.")
    if row["method"] == Method.RANKING:
        return _(
            "A first choice counts %(first)s points, a second %(second)s, and so on. Those with the most points come "
            "first.",
            first=row["pick"],
            second=row["pick"] - 1,
        )
    return _("Those that the most people chose come first. A large group that agrees can take every place.")


def shares_sentence(row: JSON) -> str:
    """How equal shares work, in plain words."""
    if row["places"] == 1:
        return _("Everybody has the same share of the one place to give: it goes where the most people agree.")
    return _(
        "Everybody has the same share of the %(places)s places to give. Whoever got something they chose has spent "
        "some of it, so that smaller groups get their turn.",
        places=row["places"],
    )


def advice_name(advice: str) -> str:
    """The count that advises the panel, by its name."""
    return _("equal shares") if advice == Advice.EQUAL_SHARES else _("the plain count")


def turnout_sentence(ballots: int, quorum: int) -> str:
    """How many voted, and what follows from it."""
    if not ballots:
        return _("Nobody voted in this round.")
    voted = ngettext("%(n)s person voted.", "%(n)s people voted.", ballots)
    if ballots < quorum:
        few = _("That is fewer than the %(quorum)s that were asked for: the result is advice only.", quorum=quorum)
        return f"{voted} {few}"
    return voted
