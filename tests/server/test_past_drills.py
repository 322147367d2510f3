"""The drills that the demonstration has behind it."""

from datetime import timedelta
from random import Random

import pytest

from foundation import clock
from server.demonstration.figures import past_drills


@pytest.mark.parametrize("hour", range(0, 24 * 7, 2))
def test_each_week_has_one_drill_whenever_the_demonstration_is_made(hour: int) -> None:
    with clock.elsewhen(timedelta(hours=hour)):
        weeks = [drill.week for drill in past_drills(Random(7), "mo")]
    assert len(set(weeks)) == len(weeks)
