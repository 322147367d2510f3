"""What is committed is what was trained, and it hears as well as is promised, on lines that it never saw."""

from pathlib import Path

import pytest

from bench.risk import held_out, measure_hearing
from foundation.settings import Settings
from moderation.risk.classifier import Classifier
from moderation.risk.examples import digest, read_examples
from tests.running.server_process import run


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_the_weights_were_trained_from_the_sentences_beside_them() -> None:
    assert Classifier.load().trained_from == digest(), "run scripts/train_risk.py"


def test_no_line_that_measures_it_was_trained_on() -> None:
    lines = held_out()
    assert len(lines) >= 200
    assert {text.casefold() for _kind, text in lines}.isdisjoint(text.casefold() for text, _kind in read_examples())


def test_it_hears_as_well_as_is_promised() -> None:
    figures = {figure.name: figure for figure in measure_hearing()}
    floors = {"emergency": (0.9, 0.75), "threat": (0.75, 0.5), "grooming": (0.75, 0.6)}
    for kind, (precision, recall) in floors.items():
        figure = figures[f"{kind}, model"]
        assert figure.precision >= precision, figure
        assert figure.recall >= recall, figure
    alone, both = figures["emergency, rules alone"], figures["emergency, rules and model"]
    assert both.recall > alone.recall + 0.3, "or nobody needs a model"


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
