"""`bluelamp forum`: whoever runs the server takes a forum out, and brings topics in, at the command line."""

import json
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.cast import HOME, Cast
from tests.running.server_process import run

TOPIC = {
    "id": "old-1",
    "title": "A light",
    "section": "traffic",
    "state": "open",
    "created_at": "2024-05-03T18:00:00Z",
    "active_at": "2024-05-03T18:00:00Z",
    "replies": [
        {"id": "a", "number": 1, "author": {"id": "x", "name": "Carys"}, "body": "It is dark.",
         "created_at": "2024-05-03T18:00:00Z"},
    ],
}  # fmt: skip


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_topics_go_in_once_and_out_again(settings: Settings, cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "forum.json"
    file.write_text(json.dumps({"format": "bluelamp.forum/1", "topics": [TOPIC, TOPIC | {"id": "old-2", "title": ""}]}))
    command = ("forum", "import", str(file), HOME, "--as", str(cast.mo.email))
    first = run(*command, settings=settings, folder=tmp_path)
    assert first.returncode == 1, first.stderr
    assert "1 topics were brought in, 0 were here already, 1 were bad." in first.stdout
    assert "Topic 2" in first.stdout
    again = run(*command, settings=settings, folder=tmp_path)
    assert "0 topics were brought in, 1 were here already, 1 were bad." in again.stdout
    out = run("forum", "export", HOME, settings=settings, folder=tmp_path)
    assert out.returncode == 0, out.stderr
    [topic] = json.loads(out.stdout)["topics"]
    assert (topic["title"], topic["section"]) == ("A light", "traffic")
    assert "Carys" in topic["replies"][0]["body"]
    table = run("forum", "export", HOME, "--format", "csv", "--to", "forum.csv", settings=settings, folder=tmp_path)
    assert table.returncode == 0, table.stderr
    assert "A light" in (tmp_path / "forum.csv").read_text()


def test_nobody_but_moderators_brings_topics_in(settings: Settings, cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "forum.json"
    file.write_text(json.dumps({"format": "bluelamp.forum/1", "topics": [TOPIC]}))
    for email, place in ((cast.ada.email, HOME), (cast.mo.email, "nowhere")):
        done = run("forum", "import", str(file), place, "--as", str(email), settings=settings, folder=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith("Error: "), done.stderr
    assert json.loads(run("forum", "export", HOME, settings=settings, folder=tmp_path).stdout)["topics"] == []
