"""The server as its operators meet it: a process that serves, answers for itself, and stops in good order."""

import asyncio
import signal
import time
import urllib.error
import urllib.request
from pathlib import Path

import msgspec
import pytest

from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import Caller, Live
from tests.rooms_from_outside import plan
from tests.running.ports import free_port
from tests.running.server_process import Server, run, running_server, status_of

TEN_SECONDS = 10


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def _get(url: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


async def _open_surgery(server: Server, cast: Cast) -> str:
    ada = Caller(server.url, cast.ada.token)
    surgery = (await ada.post("/surgeries", plan())).json["id"]
    assert (await ada.post(f"/surgeries/{surgery}/open")).status == 200
    await ada.close()
    return str(surgery)


async def test_it_serves_a_room_and_stops_within_ten_seconds(settings: Settings, cast: Cast, tmp_path: Path):
    with running_server(settings=settings, folder=tmp_path) as server:
        room = await _open_surgery(server, cast)
        rosa = Live()
        await rosa.connect(server.url, {"token": cast.rosa.token})
        await rosa.ok("enter", room=room, after=0)
        body = {"room": room, "client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": "Before the stop"}
        said = await rosa.emit("send_message", body)
        assert said["status"] == "published"
        server.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        await rosa.patient(rosa.ended.wait())
        assert await asyncio.to_thread(server.process.wait, TEN_SECONDS) == 0
        assert time.monotonic() - began < TEN_SECONDS
    with running_server(settings=settings, folder=tmp_path) as server:
        _status, log = _get(f"{server.url}/api/v1/surgeries/{room}/events")
        assert msgspec.json.decode(log)["events"][-1]["data"]["body"] == "Before the stop"


async def test_a_client_that_does_not_answer_does_not_keep_it_from_stopping(
    settings: Settings, cast: Cast, tmp_path: Path
):
    with running_server(settings=settings, folder=tmp_path) as server:
        rosa = Live()
        await rosa.connect(server.url, {"token": cast.rosa.token})
        server.process.send_signal(signal.SIGTERM)
        # Waits in this thread, so that Rosa's connection hears of nothing and says nothing.
        assert server.process.wait(TEN_SECONDS) == 0


def test_it_answers_for_its_health(settings: Settings, tmp_path: Path):
    with running_server(settings=settings, folder=tmp_path) as server:
        assert _get(f"{server.url}/healthz")[0] == 200
        status, ready = _get(f"{server.url}/readyz")
        assert (status, msgspec.json.decode(ready)["redis"]) == (200, "none")
        status, figures = _get(f"{server.url}/metrics")
        assert status == 200
        assert "bluelamp_request_seconds" in figures


def test_figures_are_for_this_machine_or_who_has_the_token(settings: Settings, tmp_path: Path):
    secret = {"BLUELAMP_METRICS_TOKEN": "figures-please"}
    with running_server(settings=settings, folder=tmp_path, **secret) as server:
        metrics = f"{server.url}/metrics"
        through_a_proxy = {"X-Forwarded-For": "203.0.113.7"}
        assert _get(metrics)[0] == 200
        assert _get(metrics, **through_a_proxy)[0] == 403
        assert _get(metrics, **through_a_proxy, Authorization="Bearer wrong")[0] == 403
        assert _get(metrics, **through_a_proxy, Authorization="Bearer figures-please")[0] == 200


@pytest.mark.redis
def test_redis_being_away_is_said_and_no_reason_to_drain(settings: Settings, tmp_path: Path):
    nowhere = {"BLUELAMP_REDIS_URL": f"redis://127.0.0.1:{free_port()}"}
    with running_server(settings=settings, folder=tmp_path, **nowhere) as server:
        status, ready = _get(f"{server.url}/readyz")
        assert (status, msgspec.json.decode(ready)["redis"]) == (200, "away")


def test_it_does_not_serve_a_database_that_is_not_up_to_date(tmp_path: Path, settings: Settings):
    empty = {"BLUELAMP_DATABASE_URL": f"sqlite://{tmp_path}/empty.sqlite3"}
    refused = run("serve", "--port", str(free_port()), settings=settings, folder=tmp_path, **empty)
    assert refused.returncode == 1
    assert "bluelamp migrate" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_port_that_is_taken_is_told_in_a_line(settings: Settings, tmp_path: Path):
    with running_server(settings=settings, folder=tmp_path) as server:
        refused = run("serve", "--port", server.url.rpartition(":")[2], settings=settings, folder=tmp_path)
        assert refused.returncode == 1
        assert "Traceback" not in refused.stderr
        assert status_of(f"{server.url}/healthz") == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [("BLUELAMP_SECRET_KEY", ""), ("BLUELAMP_SECRET_KEY", "short"), ("BLUELAMP_DATABASE_URL", "mysql://x"),
     ("BLUELAMP_TIME_ZONE", "Mars/Olympus"), ("BLUELAMP_LIMITS", "maybe"), ("BLUELAMP_TRUSTED_PROXIES", "everybody"),
     ("BLUELAMP_PUBLIC_URL", "bluelamp.example"), ("BLUELAMP_REDIS_URL", "localhost"), ("BLUELAMP_SMTP_URL", "x")],
)  # fmt: skip
def test_a_bad_setting_stops_the_start_with_one_clear_line(settings: Settings, tmp_path: Path, name: str, value: str):
    refused = run("serve", "--port", str(free_port()), settings=settings, folder=tmp_path, **{name: value})
    assert refused.returncode == 1
    [line] = refused.stderr.strip().splitlines()
    assert name in line


def test_several_workers_need_redis_and_postgresql(settings: Settings, tmp_path: Path):
    refused = run("serve", "--workers", "2", settings=settings, folder=tmp_path)
    assert refused.returncode == 1
    assert "BLUELAMP_REDIS_URL" in refused.stderr
    assert "PostgreSQL" in refused.stderr


async def test_limits_that_are_off_are_a_warning(settings: Settings, tmp_path: Path):
    with running_server(settings=settings, folder=tmp_path, BLUELAMP_LIMITS="off") as server:
        assert "limits_off" in server.log.read_text()


def test_the_log_holds_no_address_and_no_query(settings: Settings, tmp_path: Path):
    with running_server(settings=settings, folder=tmp_path) as server:
        _get(f"{server.url}/neighbourhoods?postcode=CF10+1AA", **{"X-Forwarded-For": "203.0.113.7"})
        log = server.log.read_text()
    assert '"route": "/neighbourhoods"' in log or '"route":"/neighbourhoods"' in log
    for private in ("CF10", "203.0.113.7", '127.0.0.1"'):
        assert private not in log
