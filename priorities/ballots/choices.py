"""What a ballot says: checked as it is cast, kept as compact JSON, read again to be counted.

It is kept in one form, whatever order somebody ticked their boxes in: nothing about it tells people apart.
"""

import json
from collections.abc import Collection, Sequence
from typing import Annotated, Any

import msgspec

from foundation.errors import Invalid
from foundation.language import _, ngettext
from priorities.methods import POINTS, Method
from priorities.tallying.election import Choice

JSON = dict[str, Any]


class Points(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many points an option gets."""

    id: str
    points: Annotated[int, msgspec.Meta(ge=0, le=POINTS)]


Chosen = Sequence[str | Points]
"""Option ids (approval), the same in order (ranking), or points."""


def checked_choices(row: JSON, options: Collection[str], chosen: Chosen) -> str:
    """What is kept of a ballot for this round, with these options; raises Invalid with what is wrong first."""
    ids = [one.id if isinstance(one, Points) else one for one in chosen]
    if any(isinstance(one, Points) != (row["method"] == Method.POINTS) for one in chosen):
        raise _wrong(_how_it_is_filled(row["method"]))
    if not set(ids) <= set(options):
        raise _wrong(_("One of these can’t be voted on in this round. Load the page again and choose anew."))
    if len(set(ids)) < len(ids):
        raise _wrong(_("You named the same thing twice. Name each only once."))
    kept = _points(chosen) if row["method"] == Method.POINTS else _named(row, ids)
    if not kept:
        raise _wrong(_("Choose at least one, so that there is something to count."))
    return json.dumps(kept, separators=(",", ":"))


def choice_of(method: str, choices: str) -> Choice:
    """What a kept ballot says, as it is counted."""
    said = json.loads(choices)
    if method == Method.POINTS:
        return tuple((str(one["id"]), int(one["points"])) for one in said)
    return tuple(str(one) for one in said)


def _named(row: JSON, ids: list[str]) -> list[str]:
    if len(ids) > row["pick"]:
        raise _wrong(
            ngettext("You can choose %(n)s at most.", "You can choose up to %(n)s, not more.", int(row["pick"]))
        )
    return ids if row["method"] == Method.RANKING else sorted(ids)


def _points(chosen: Chosen) -> list[JSON]:
    given = {one.id: one.points for one in chosen if isinstance(one, Points)}
    if any(points < 0 for points in given.values()):
        raise _wrong(_("Points can’t be less than none."))
    if sum(given.values()) > POINTS:
        raise _wrong(
            _("You spread %(spent)s points. You have %(most)s.", spent=sum(given.values()), most=POINTS),
        )
    return [{"id": option, "points": points} for option, points in sorted(given.items()) if points]


def _how_it_is_filled(method: str) -> str:
    if method == Method.POINTS:
        return _("In this round you spread points: send each choice with its points.")
    return _("In this round you choose without points: send the ids of what you choose.")


def _wrong(sentence: str) -> Invalid:
    return Invalid.at("choices", sentence)
