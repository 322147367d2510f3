"""A PostgreSQL that is gone, socket and all: people are told so in a sentence, and stay signed in."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from foundation.settings import Settings
from tests.parts import postgres_programs
from tests.running.postgres import running_postgres
from tests.running.server_process import run, running_server

pytestmark = pytest.mark.skipif(postgres_programs() is None, reason="PostgreSQL is not installed")


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_a_database_that_is_gone_is_said_and_signs_nobody_out(settings: Settings, tmp_path: Path):
    with ExitStack() as database:
        cluster = database.enter_context(running_postgres())
        ours = replace(settings, database_url=cluster.create("away"))
        assert run("migrate", settings=ours, folder=tmp_path).returncode == 0
        with running_server(settings=ours, folder=tmp_path) as server:
            database.close()
            for path in ("/", "/surgeries", "/account", "/api/v1/surgeries", "/api/v1/me"):
                with pytest.raises(HTTPError) as refused:
                    urlopen(Request(server.url + path, headers={"Cookie": "bluelamp_session=somebodys"}), timeout=20)
                answer = refused.value
                assert (answer.status, answer.headers["Set-Cookie"]) == (503, None), path
                assert "try again in a minute" in answer.read().decode()
            kept = given_back(server.url + "/topics/new")
            assert "<textarea" in kept
            assert "Twelve lamps &amp; more" in kept
            assert "hidden-word" not in kept
        assert '"level": "error"' not in server.log.read_text()


def given_back(url: str) -> str:
    """What somebody reads who sends a form."""
    form = {"title": "Lamps", "body": "Twelve lamps & more", "password": "hidden-word"}
    request = Request(url, urlencode(form).encode(), headers={"Cookie": "bluelamp_session=somebodys"})
    with pytest.raises(HTTPError) as refused:
        urlopen(request, timeout=20)
    assert refused.value.status == 503
    return str(refused.value.read().decode())
