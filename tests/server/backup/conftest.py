"""A database in use, and an empty one to restore it into, of either kind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.running.postgres import Cluster
from tests.running.schema import settings_for


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """A database with tables, and nothing in them."""
    if request.param == "sqlite":
        file = tmp_path / "restored.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite"), file)
        yield settings_for(f"sqlite://{file}", folder=tmp_path / "restored")
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.lent(template="migrated") as url:
        yield settings_for(url, folder=tmp_path / "restored")
