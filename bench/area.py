"""The files of the area that is imported: the real South Wales, or the demonstration's town."""

import csv
import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from tests.running.server_process import ROOT

_REAL = ROOT.parent / "shared" / "data" / "south-wales"
_INVENTED = ROOT / "server" / "demonstration" / "area"


@dataclass(frozen=True)
class Area:
    """`home` is the id of the neighbourhood that the surgeries are in."""

    boundaries: Path
    postcodes_file: Path
    boundary_count: int
    home: str
    postcodes: list[str]


def find_area(*, real: bool) -> Area:
    """South Wales where it is wanted and there, else the demonstration's."""
    if real and _REAL.is_dir():
        return _area(_REAL / "neighbourhoods.geojson", _REAL / "postcodes.csv.gz")
    return _area(_INVENTED / "neighbourhoods.geojson", _INVENTED / "postcodes.csv")


def _area(boundaries: Path, postcodes: Path) -> Area:
    features = json.loads(boundaries.read_text())["features"]
    packed = postcodes.read_bytes()
    text = (gzip.decompress(packed) if postcodes.suffix == ".gz" else packed).decode()
    known = [row["postcode"] for row in csv.DictReader(text.splitlines())]
    return Area(boundaries, postcodes, len(features), features[0]["properties"]["id"], known)
