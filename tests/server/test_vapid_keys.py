"""`bluelamp vapid-keys`, as an operator types it."""

from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.running.schema import SECRET
from tests.running.server_process import run


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_the_line_that_is_printed_is_a_setting(settings: Settings, tmp_path: Path):
    lines = [run("vapid-keys", settings=settings, folder=tmp_path).stdout.strip() for _time in range(2)]
    assert lines[0] != lines[1]
    name, _equals, value = lines[0].partition("=")
    given = {"BLUELAMP_SECRET_KEY": SECRET, "BLUELAMP_VAPID_CONTACT": "mailto:it@force.example", name: value}
    assert Settings.from_environment(given).vapid is not None
