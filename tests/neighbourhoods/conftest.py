"""Files for imports, and the real South Wales where it is at hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.neighbourhoods.maps import CATHAYS, ROATH, SOUTH_WALES, collection, saved

Save = Callable[[Any], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Writes a file to import and gives its path."""
    return lambda content: saved(tmp_path, content)


@pytest.fixture
def two_places(tmp_path: Path) -> Path:
    """Cathays and Roath, side by side."""
    return saved(tmp_path, collection(CATHAYS, ROATH), "two.geojson")


@pytest.fixture(scope="session")
def south_wales() -> Path:
    """The folder of real data."""
    if not SOUTH_WALES.is_dir():
        pytest.skip("the real data of South Wales is not beside the project (../shared/data/south-wales)")
    return SOUTH_WALES
