"""The `bluelamp` command, as an operator types it."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.running.ports import free_port
from tests.running.postgres import Cluster, new_name
from tests.running.schema import settings_for
from tests.running.server_process import command, environment, run, running_server, status_of


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """A database with nothing in it, not even tables."""
    if request.param == "sqlite":
        yield settings_for(f"sqlite://{tmp_path}/empty.sqlite3")
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    name = new_name()
    yield settings_for(cluster.create(name))
    cluster.drop(name)


def test_migrating_twice_at_once_does_it_once(empty: Settings, tmp_path: Path):
    commands = [
        subprocess.Popen(command("migrate"), env=environment(empty), cwd=tmp_path, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for each in commands:
        _out, said = each.communicate(timeout=60)
        assert each.returncode == 0, said.decode()
    again = run("migrate", settings=empty, folder=tmp_path)
    assert again.returncode == 0
    assert again.stdout.strip() == "The database is up to date."
    with running_server(settings=empty, folder=tmp_path) as server:
        assert status_of(f"{server.url}/readyz") == 200


def test_check_says_a_line_for_each_and_1_when_one_is_bad(settings: Settings, tmp_path: Path):
    well = run("check", settings=settings, folder=tmp_path)
    assert (well.returncode, well.stderr) == (0, "")
    assert [line.split()[:2] for line in well.stdout.splitlines()] == [
        [name, "ok"] for name in ("settings", "database", "redis", "sealed", "mail", "rules", "model", "clock")
    ]
    bad = {
        "settings": {"BLUELAMP_SECRET_KEY": "short"},
        "database": {"BLUELAMP_DATABASE_URL": f"sqlite://{tmp_path}/empty.sqlite3"},
        "redis": {"BLUELAMP_REDIS_URL": f"redis://127.0.0.1:{free_port()}"},
        "mail": {"BLUELAMP_SMTP_URL": f"smtp://127.0.0.1:{free_port()}"},
    }
    for name, variables in bad.items():
        found = run("check", settings=settings, folder=tmp_path, **variables)
        assert found.returncode == 1, name
        assert [line.split()[0] for line in found.stdout.splitlines() if line.split()[1] == "bad"] == [name]
        assert "Traceback" not in found.stderr


@pytest.mark.postgres
def test_check_says_that_postgresql_is_away(settings: Settings, tmp_path: Path):
    away = {"BLUELAMP_DATABASE_URL": f"postgres://bluelamp@127.0.0.1:{free_port()}/bluelamp"}
    found = run("check", settings=settings, folder=tmp_path, **away)
    assert found.returncode == 1
    assert "database  bad" in found.stdout
    assert "Traceback" not in found.stderr


def test_create_admin_prints_a_link_that_opens(settings: Settings, tmp_path: Path):
    made = run("create-admin", "dee@example.org", settings=settings, folder=tmp_path)
    assert made.returncode == 0, made.stderr
    [link] = made.stdout.split()
    path = "/" + link.split("/", 3)[3]
    with running_server(settings=settings, folder=tmp_path) as server:
        assert status_of(server.url + path) == 200
        assert status_of(server.url + path[:-3] + "xyz") in {404, 410}


def test_create_admin_refuses_what_is_no_address(settings: Settings, tmp_path: Path):
    refused = run("create-admin", "not an address", settings=settings, folder=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr.strip()
    assert "Traceback" not in refused.stderr


def test_an_import_names_bad_rows_and_keeps_the_good_ones(settings: Settings, tmp_path: Path):
    square = {
        "type": "Polygon",
        "coordinates": [[[-3.2, 51.4], [-3.1, 51.4], [-3.1, 51.5], [-3.2, 51.5], [-3.2, 51.4]]],
    }
    broken = {"type": "Polygon", "coordinates": [[[-3.2, 51.4], [-3.1, 51.4]]]}
    features = [
        {"type": "Feature", "properties": {"id": id_, "name": id_, "force": "f", "force_name": "F"}, "geometry": ring}
        for id_, ring in (("good", square), ("broken", broken))
    ]
    (tmp_path / "areas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    done = run("import", "neighbourhoods", "areas.geojson", settings=settings, folder=tmp_path)
    assert done.returncode == 1
    assert "broken" in done.stdout + done.stderr
    rows = "postcode,latitude,longitude\nCF10 1AA,51.45,-3.15\nbanana,51,-3\n"
    (tmp_path / "postcodes.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    done = run("import", "postcodes", "postcodes.csv", settings=settings, folder=tmp_path)
    assert done.returncode == 1
    assert "3" in done.stdout + done.stderr
    with running_server(settings=settings, folder=tmp_path) as server:
        assert status_of(f"{server.url}/api/v1/neighbourhoods/good") == 200
        assert status_of(f"{server.url}/api/v1/neighbourhoods?postcode=cf101aa") == 200
        assert status_of(f"{server.url}/api/v1/neighbourhoods/broken") == 404


@pytest.mark.parametrize("words", ["migrate", "serve", "create-admin r@example.org", "import postcodes p.csv", "demo"])
@pytest.mark.parametrize("address", ["postgres://b@127.0.0.1:{port}/b", "sqlite:///dev/null/b", "postgres://b@h:x/b"])
def test_a_database_that_is_away_is_said_in_one_line(settings: Settings, tmp_path: Path, words: str, address: str):
    (tmp_path / "p.csv").write_text("postcode,latitude,longitude\n")
    away = {"BLUELAMP_DATABASE_URL": address.format(port=free_port())}
    found = run(*words.split(), settings=settings, folder=tmp_path, **away)
    assert found.returncode == 1
    assert "BLUELAMP_DATABASE_URL" in found.stderr
    assert len(found.stderr.splitlines()) == 1
