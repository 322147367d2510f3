"""Small maps to test on: squares of a hundredth of a degree near Cardiff, and files made of them."""

import json
from pathlib import Path
from typing import Any

SOUTH_WALES = Path(__file__).resolve().parents[3] / "shared" / "data" / "south-wales"

Ring = list[list[float]]


def square(west: float, south: float, size: float = 0.01) -> Ring:
    """A closed ring, counter-clockwise."""
    east, north = round(west + size, 6), round(south + size, 6)
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Any) -> dict[str, Any]:
    """The first ring is the outside, the others are holes."""
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(id_: Any, name: Any, geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"id": id_, "name": name, **properties}, "geometry": geometry}


CATHAYS = feature("W1", "Cathays", polygon(square(-3.19, 51.49)), force="south-wales", name_cy="Y Cathays")
ROATH = feature("W2", "Roath", polygon(square(-3.18, 51.49)), force="south-wales", name_cy="Y Rhath")


def collection(*features: Any) -> str:
    """A FeatureCollection as most tools write it: a line a feature."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def saved(folder: Path, text: str | bytes, name: str = "file") -> Path:
    """A file with this in it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
