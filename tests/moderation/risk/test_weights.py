"""What is committed is what was trained, and it hears as well as is promised, on lines that it never saw."""

from pathlib import Path

import pytest

from bench.false_alarms import measure_false_alarms, ordinary_lines
from bench.risk import held_out, measure_hearing
from foundation.settings import Settings
from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.examples import digest, read_examples
from moderation.risk.reading import Reader
from tests.running.server_process import run


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_the_weights_were_trained_from_the_sentences_beside_them() -> None:
    assert Classifier.load().trained_from == digest(), "run scripts/train_risk.py"


def test_no_line_that_measures_it_was_trained_on() -> None:
    lines = held_out()
    assert len(lines) >= 400
    assert sum(kind == "none" for kind, _text in lines) >= 200
    measuring = {*(text.casefold() for _kind, text in lines), *map(str.casefold, ordinary_lines())}
    assert measuring.isdisjoint(text.casefold() for text, _kind in read_examples())


def test_it_hears_as_well_as_is_promised() -> None:
    figures = {figure.name: figure for figure in measure_hearing()}
    floors = {
        "emergency, model": (0.9, 0.75),
        "emergency, model sure": (0.95, 0.6),
        "threat, model": (0.75, 0.55),
        "grooming, model": (0.8, 0.7),
    }
    for name, (precision, recall) in floors.items():
        figure = figures[name]
        assert figure.precision >= precision, figure
        assert figure.recall >= recall, figure
    alone, both = figures["emergency, rules alone"], figures["emergency, rules or model sure"]
    assert both.recall > alone.recall + 0.4, "or nobody needs a model"


def test_it_takes_ordinary_talk_and_names_of_places_for_what_they_are() -> None:
    for alarms in measure_false_alarms(Reader(Embedder(), Classifier.load()), every=40):
        assert alarms.lines >= 100
        assert alarms.sure <= alarms.lines / 500, alarms
        assert alarms.emergency <= alarms.lines / 100, alarms
        assert alarms.anything <= 3 * alarms.lines / 100, alarms


def test_bluelamp_check_says_that_the_model_is_missing(settings: Settings, tmp_path: Path) -> None:
    said = run("check", settings=settings, folder=tmp_path, BLUELAMP_MODEL_FOLDER=str(tmp_path / "nowhere"))
    [line] = [line for line in said.stdout.splitlines() if line.startswith("model")]
    assert "bad" in line
    assert "model.safetensors" in line
    assert said.returncode == 1


def test_bluelamp_check_says_that_the_model_hears(settings: Settings, tmp_path: Path) -> None:
    said = run("check", settings=settings, folder=tmp_path)
    [line] = [line for line in said.stdout.splitlines() if line.startswith("model")]
    assert "ok" in line
    assert "hears" in line
