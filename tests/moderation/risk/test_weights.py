"""What is committed is what was trained, and it hears as well as is promised, on lines that it never saw."""

from pathlib import Path

import pytest

from bench.false_alarms import measure_false_alarms, ordinary_lines
from bench.risk import FRESH, held_out, measure_hearing
from foundation.settings import Settings
from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.examples import digest, read_examples
from moderation.risk.phrases import phrases_of
from moderation.risk.reading import Reader
from moderation.risk.versions import find_version, versions
from tests.running.server_process import run


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_the_weights_were_trained_from_the_sentences_beside_them() -> None:
    trained = find_version(Classifier.load().version)
    assert trained is not None
    assert trained.trained_from == digest(), "run scripts/train_risk.py"


def test_every_version_says_from_where_on_it_was_heard_and_the_last_one_what_its_weights_say() -> None:
    assert [version.version for version in versions()] == list(range(1, len(versions()) + 1))
    now = Classifier.load()
    assert now.version == len(versions())
    for levels, numbers in ((versions()[-1].heard, now.heard), (versions()[-1].sure, now.sure)):
        assert list(levels.items()) == list(zip(now.kinds, numbers.tolist(), strict=True))


def test_no_line_that_measures_it_was_trained_on() -> None:
    lines = held_out()
    assert len(lines) >= 600
    assert sum(kind == "none" for kind, _text in lines) >= 300
    fresh = {text.casefold() for _kind, text in held_out(FRESH)}
    measuring = {*(text.casefold() for _kind, text in lines), *map(str.casefold, ordinary_lines())}
    assert measuring.isdisjoint(fresh)
    measuring |= fresh
    assert measuring.isdisjoint(text.casefold() for text, _kind in read_examples())


def test_no_line_that_measures_it_is_nearly_one_that_was_trained_on() -> None:
    """In its words; `python -m bench.risk` prints how near they are in what they mean."""
    trained = [frozenset(words_of(text)) for text, _kind in read_examples()]
    lines = [(text, frozenset(words_of(text))) for _kind, text in (*held_out(), *held_out(FRESH))]
    near = [text for text, words in lines if len(words) > 3 and any(overlap(words, other) >= 0.8 for other in trained)]
    assert near == []


def words_of(text: str) -> list[str]:
    return [phrase for phrase in phrases_of(text) if " " not in phrase and "#" not in phrase]


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def test_it_hears_as_well_as_is_promised() -> None:
    figures = {figure.name: figure for figure in measure_hearing()}
    floors = {
        "emergency, model": (0.93, 0.82),
        "emergency, model sure": (0.95, 0.75),
        "threat, model": (0.85, 0.65),
        "grooming, model": (0.87, 0.8),
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
