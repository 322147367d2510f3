"""Building what the browser gets while a server runs, and while somebody else builds."""

import importlib
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def building(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module("build_assets")


def _folder(path: Path, **files: str) -> Path:
    for name, words in files.items():
        (path / "deep").mkdir(parents=True, exist_ok=True)
        (path / "deep" / name).write_text(words)
    return path


def test_a_server_finds_every_face_at_every_moment_of_a_build(building: ModuleType, tmp_path: Path):
    names = {f"face{number}.svg": "old" for number in range(300)}
    target, stop = _folder(tmp_path / "faces", **names), threading.Event()
    missed: list[str] = []

    def serve() -> None:
        while not stop.is_set():
            missed.extend(name for name in names if not (target / "deep" / name).read_text())

    server = threading.Thread(target=serve)
    server.start()
    building.put(_folder(tmp_path / "built", **dict.fromkeys(names, "new")), target, alone=True)
    time.sleep(0.05)
    stop.set()
    server.join()
    assert missed == []
    assert {path.read_text() for path in target.rglob("*.svg")} == {"new"}


def test_what_an_older_version_left_goes_only_where_all_is_ours(building: ModuleType, tmp_path: Path):
    for alone, left in ((True, {"new.css"}), (False, {"new.css", "by hand.css"})):
        target = _folder(tmp_path / str(alone), **{"by hand.css": "x"})
        building.put(_folder(tmp_path / f"built {alone}", **{"new.css": "y"}), target, alone=alone)
        assert {path.name for path in target.rglob("*.css")} == left


def test_a_second_build_waits_for_the_first(building: ModuleType, tmp_path: Path):
    held, order = tmp_path / "package.json", []
    held.write_text("{}")

    def second() -> None:
        with building.turn(held):
            order.append("second")

    with building.turn(held):
        other = threading.Thread(target=second)
        other.start()
        time.sleep(0.2)
        order.append("first")
    other.join()
    assert order == ["first", "second"]
