"""Logs: one JSON object a line, with references instead of personal data."""

import logging
import sys
from typing import Any

import structlog
from structlog.tracebacks import ExceptionDictTransformer


def configure(level: int = logging.INFO) -> None:
    """Send everything, the libraries' warnings included, to standard error as JSON lines; our own from `level` on."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = _Formatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.ExceptionRenderer(_without_values),
            _JSON,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    # No line names them, and each would ask for them: as the documentation of logging says under "Optimization".
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    # It writes down the address, and the bytes, of whoever sends what is no HTTP; our own errors are logged as "web".
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    for name in ("web", "live", "jobs", "risk", "rules", "server"):
        logging.getLogger(name).setLevel(level)


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Writes what is no error at once: a line is logged for every request, and was a sixth of a kept page's cost."""

    def format(self, record: logging.LogRecord) -> str:
        told: Any = record.msg
        if hasattr(record, "_logger") and "exc_info" not in told and "stack_info" not in told:
            return str(_JSON(None, "", told))
        return super().format(record)


def _without_values(exc_info: structlog.typing.ExcInfo) -> list[dict[str, Any]]:
    """What broke and where, without what it broke on.

    The variables of a frame hold names, words and tokens, and so can an error's own sentence: a database quotes the
    address that it has already.
    """
    traces = _FRAMES(exc_info)
    for trace in traces:
        trace.update(exc_value="", exc_notes=[], exceptions=[])
    return traces


_JSON = structlog.processors.JSONRenderer()
_FRAMES = ExceptionDictTransformer(show_locals=False)
