"""What one takes away of opinions, and a round with two groups to take it of."""

import csv
from io import StringIO
from xml.etree import ElementTree

import numpy as np

from priorities.models import Phase
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.test_grouping import LIKE, NOT, people

FILES = ("opinions.csv", "opinions/groups.csv", "opinions/groups.svg", "opinions/groups.png")


async def two_camps(asking: Asking) -> None:
    """Two, that think otherwise of twelve statements, and alike of one more; and the close."""
    chance = np.random.default_rng(2)
    await asking.crowd(people([*LIKE, *NOT, 0.95], 40, chance) + people([*NOT, *LIKE, 0.95], 30, chance))
    await asking.poll.move_to(asking.id, Phase.AGREE)


async def table_of(asking: Asking, file: str) -> list[dict[str, str]]:
    answer = await asking.poll.house.page(f"/rounds/{asking.id}/{file}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))


async def drawing_of(asking: Asking) -> ElementTree.Element:
    return ElementTree.fromstring((await asking.poll.house.page(f"/rounds/{asking.id}/opinions/groups.svg")).text)
