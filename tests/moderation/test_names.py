"""Acts, kinds, reasons and ends have one name each, wherever people read of them."""

from enum import StrEnum

import pytest

from moderation.decisions.ruling import Action
from moderation.flags.outcomes import Outcome
from moderation.flags.reasons import FlagReason
from moderation.items.kinds import Kind
from moderation.names import DONE, FLAG_REASONS, FLAGS, KINDS, TO_DO, Names, worded

FROM_BEFORE = {Action.OVERTURN}
"""What follows from an appeal, and has no button of its own."""


@pytest.mark.parametrize(
    ("names", "all_of_them"),
    [(DONE, Action), (KINDS, Kind), (FLAG_REASONS, FlagReason), (FLAGS, Outcome)],
    ids=["done", "kinds", "reasons", "flags"],
)
def test_everything_has_a_name_and_no_two_have_the_same(names: Names, all_of_them: type[StrEnum]) -> None:
    assert set(names) == set(all_of_them)
    assert len({str(name) for name in names.values()}) == len(names)


def test_every_act_has_a_button() -> None:
    assert set(TO_DO) == set(Action) - FROM_BEFORE


def test_what_has_no_name_is_shown_as_it_is() -> None:
    assert worded(DONE, "beheld") == "beheld"
