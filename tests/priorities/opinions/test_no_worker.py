"""Where what finds groups is missing, dies or takes too long: figures are told without, and groups are found later."""

import importlib
import stat
import sys
from pathlib import Path

import numpy as np
import pytest

from priorities.models import Phase
from priorities.opinions import worker_process
from priorities.opinions.groups_service import find_opinion_groups
from priorities.opinions.models import OpinionGroups
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.test_grouping import LIKE, NOT, people
from tests.priorities.results.counted import hold_jobs

DIES = "#!/bin/sh\ncat > /dev/null\nexit 3\n"
SLEEPS = "#!/bin/sh\nexec sleep 600\n"


async def _camps(asking: Asking, house: House) -> None:
    """Two camps, and the close; jobs run where the test says so."""
    chance = np.random.default_rng(2)
    await asking.crowd(people([*LIKE, *NOT, 0.95], 40, chance) + people([*NOT, *LIKE, 0.95], 30, chance))
    hold_jobs(house)


async def _figures_alone(asking: Asking) -> None:
    found = (await asking.results()).json
    assert found["groups"] == []
    assert sum(found["statements"][0]["said"].values()) == 70
    assert await OpinionGroups.all().count() == 0


async def _found_later(asking: Asking, house: House) -> None:
    await find_opinion_groups(house.app)
    assert [group["size"] for group in (await asking.results()).json["groups"]] == [40, 30]


@pytest.mark.parametrize(("worker", "why"), [(DIES, "it ended with status 3"), (SLEEPS, "it took too long")])
async def test_a_worker_that_fails_is_told_of_in_the_log(
    asking: Asking, house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str], worker: str, why: str
) -> None:
    await _camps(asking, house)
    broken = tmp_path / "python"
    broken.write_text(worker)
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "executable", str(broken))
        patched.setattr(worker_process, "_PATIENCE", 2.0)
        await asking.poll.move_to(asking.id, Phase.AGREE)
        await _figures_alone(asking)
    said = capsys.readouterr()
    assert "opinion_groups_not_found" in said.out + said.err
    assert why in said.out + said.err
    await _found_later(asking, house)


async def test_without_what_finds_them_the_rest_is_there(asking: Asking, house: House) -> None:
    await _camps(asking, house)
    with pytest.MonkeyPatch.context() as patched:
        patched.delitem(sys.modules, "sklearn", raising=False)
        patched.setattr(sys, "path", [])
        importlib.invalidate_caches()
        assert not worker_process.is_installed()
        await asking.poll.move_to(asking.id, Phase.AGREE)
        await _figures_alone(asking)
    importlib.invalidate_caches()
    assert worker_process.is_installed()
    await _found_later(asking, house)
