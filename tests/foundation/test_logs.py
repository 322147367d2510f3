"""What a log holds of people: nothing."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from foundation import logs


@pytest.fixture(autouse=True)
def _configured() -> Iterator[None]:
    root, before, chosen = logging.getLogger(), logging.getLogger().handlers, structlog.get_config()
    yield
    root.handlers = before
    structlog.configure(**chosen)


def test_an_unforeseen_error_is_logged_without_rosas_words(capsys: pytest.CaptureFixture[str]):
    logs.configure()
    words = "I live in Bridge Lane"
    try:
        raise LookupError(len(words))
    except LookupError:
        structlog.get_logger("web").exception("unforeseen", reference="0a1b")
        logging.getLogger("a library").exception("it broke")
    written = capsys.readouterr().err
    assert [json.loads(line)["exception"][0]["exc_type"] for line in written.splitlines()] == ["LookupError"] * 2
    assert words not in written


def test_what_a_database_says_of_a_value_is_not_logged(capsys: pytest.CaptureFixture[str]):
    logs.configure()
    try:
        try:
            raise ValueError("Key (email)=(rosa@example.org) already exists.")
        except ValueError as cause:
            cause.add_note("rosa@example.org")
            raise ExceptionGroup("two", [LookupError("rosa@example.org")]) from cause
    except ExceptionGroup:
        structlog.get_logger("web").exception("unforeseen", reference="0a1b")
    written = capsys.readouterr().err
    assert {each["exc_type"] for each in json.loads(written)["exception"]} == {"ExceptionGroup", "ValueError"}
    assert "rosa" not in written


def test_who_sends_what_is_no_http_is_not_written_down(capsys: pytest.CaptureFixture[str]):
    logs.configure()
    logging.getLogger("aiohttp.server").error("Error handling request from %s", "203.0.113.9")
    assert "203.0.113.9" not in capsys.readouterr().err


def test_a_line_says_what_it_says_whoever_writes_it(capsys: pytest.CaptureFixture[str]):
    logs.configure()
    structlog.get_logger("web").info("request", status=200, route="/topics/{id}")
    logging.getLogger("a library").warning({"it": "was late"})
    ours, theirs = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert ours.pop("timestamp").endswith("Z")
    assert theirs.pop("timestamp").endswith("Z")
    assert ours == {"event": "request", "level": "info", "logger": "web", "status": 200, "route": "/topics/{id}"}
    assert theirs == {"event": "{'it': 'was late'}", "level": "warning", "logger": "a library"}
