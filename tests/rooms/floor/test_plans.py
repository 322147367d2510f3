"""Floor plans are checked when they are loaded: one clear line a fault, and a bad one stops the start."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from foundation.environment import BadSetting
from foundation.settings import Settings
from rooms.floor.faults import faults
from rooms.floor.plan import Kind, Plan
from rooms.floor.plans import SHIPPED, Plans, load_plans, read_plan

DOCS = Path(__file__).parents[3] / "docs"
JSON = dict[str, Any]


def good(**changes: Any) -> JSON:
    plan: JSON = json.loads((SHIPPED / "front-office.json").read_text())
    return plan | {"id": "our-office", "name": "Our office"} | changes


def without(kind: str) -> list[JSON]:
    return [thing for thing in good()["furniture"] if thing["kind"] != kind]


def folder(tmp_path: Path, **files: Any) -> Path:
    for name, plan in files.items():
        (tmp_path / f"{name}.json").write_text(plan if isinstance(plan, str) else json.dumps(plan))
    return tmp_path


def complaint(path: Path) -> str:
    with pytest.raises(BadSetting) as bad:
        load_plans(path)
    return str(bad.value)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.json")), ids=lambda file: file.stem)
def test_every_plan_that_ships_is_sound(file: Path):
    plan, found = read_plan(file)
    assert plan is not None
    assert found == []
    assert [thing.kind for thing in plan.places] == [Kind.DESK, Kind.BOARD, Kind.SOFA, Kind.DOOR]


def test_three_plans_ship_and_a_force_adds_its_own(tmp_path: Path):
    assert len(load_plans(None).by_id) >= 3
    plans = load_plans(folder(tmp_path, ours=good(default=True)))
    assert plans.usual.id == "our-office"
    assert plans.of("").id == "our-office"  # type: ignore[union-attr]
    assert plans.of("library-corner").id == "library-corner"  # type: ignore[union-attr]
    assert plans.of("gone-since").id == "our-office"  # type: ignore[union-attr]
    assert plans.of("off") is None


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (good(furniture=without("door")), "there is no door"),
        (good(furniture=without("desk")), "there is no desk"),
        (good(spawn=[]), "there is no spawn tile"),
        (good(spawn=[[4, 1]]), "nobody can stand on the spawn tile [4, 1]"),
        (good(spawn=[[60, 60]]), "nobody can stand on the spawn tile [60, 60]"),
        (good(walls=[[4, 3, 5, 1], [4, 2, 1, 1], [8, 2, 1, 1]]), "the desk at [4, 1] can’t be reached"),
        (good(walls=[[0, 3, 13, 1]]), "only 29 tiles can be walked on"),
        (good(walls=[[12, 2, 4, 1]]), "the wall [12, 2, 4, 1] is outside the floor"),
        (good(walls=[[4, 1, 1, 1]]), "stands on the wall"),
        (good(size=[40, 9]), "too large"),
        (good(size=[3, 9]), "too small"),
        (good(furniture=[*without("sofa"), {"kind": "sofa", "at": [9, 5], "use": [[0, 5]]}]), "too far away"),
        (good(furniture=[*good()["furniture"], {"kind": "door", "at": [6, 0]}]), "two of the kind door"),
    ],
)
def test_a_fault_is_said_in_a_line(plan: JSON, words: str, tmp_path: Path):
    said = complaint(folder(tmp_path, ours=plan))
    assert any(line.startswith("Floor plan ours.json: ") and words in line for line in said.splitlines()), said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON"),
        ("[]", "Expected `object`"),
        ('{"id": "our-office",', "JSON"),
        (json.dumps(good(size=[1e99, 9])), "$.size"),
        (json.dumps(good(size=[-4, 9])), "$.size"),
        (json.dumps(good(furniture=[{"kind": "dragon", "at": [1, 1]}])), "dragon"),
        (json.dumps(good(colour="red")), "colour"),
        (json.dumps(good(id="../../etc")), "$.id"),
        ("[" * 70_000, "too large"),
    ],
)
def test_what_is_no_plan_is_said_too(text: str, words: str, tmp_path: Path):
    said = complaint(folder(tmp_path, ours=text))
    assert said.startswith("Floor plan ours.json: ")
    assert words in said


def test_plans_do_not_share_a_name_or_an_id(tmp_path: Path):
    said = complaint(folder(tmp_path, a=good(), b=good()))
    assert "two have the id our-office" in said
    assert "two have the name “Our office”" in said
    assert "the id off" in complaint(folder(tmp_path, a=good(id="off"), b=good(name="Another")))


def test_all_faults_are_said_at_once(tmp_path: Path):
    said = complaint(folder(tmp_path, a=good(spawn=[]), b=good(furniture=without("desk"))))
    assert len(said.splitlines()) >= 2


def test_a_folder_that_is_none_stops_the_start(tmp_path: Path):
    assert "BLUELAMP_FLOOR_PLANS must be a folder" in complaint(tmp_path / "nowhere")
    given = {"BLUELAMP_SECRET_KEY": "k" * 40, "BLUELAMP_FLOOR_PLANS": str(tmp_path)}
    assert Settings.from_environment(given).floor_plans == tmp_path


def test_what_is_at_hand_is_what_one_stands_at():
    plan = Plans(list(load_plans(None).by_id.values())).usual
    assert plan.place_at((6, 2)) is Kind.DESK
    assert plan.place_at((10, 2)) is Kind.BOARD
    assert plan.place_at((10, 5)) is Kind.SOFA
    assert plan.place_at((5, 7)) is None


def test_the_documented_schema_is_the_one_that_is_checked():
    schema = json.loads((DOCS / "floor.schema.json").read_text())
    assert schema == json.loads(msgspec.json.encode(msgspec.json.schema(Plan)))


def test_the_documented_example_is_a_sound_plan():
    text = (DOCS / "floor.md").read_text()
    example = text.partition("```json\n")[2].partition("```")[0]
    assert faults(msgspec.json.decode(example, type=Plan)) == []
