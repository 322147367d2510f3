"""Timed work on many rounds: one that can’t be done must not keep the others waiting."""

from collections.abc import Awaitable
from typing import Any

import structlog

from foundation import metrics
from foundation.database import UNREACHABLE

log = structlog.get_logger("jobs")


async def by_itself(job: str, subject: str, work: Awaitable[Any]) -> None:
    """Do a job’s work on one subject (its id). What fails is logged and counted, and left to the next tick: nothing is
    raised."""
    try:
        await work
    except UNREACHABLE:
        metrics.ticks.labels(job, "unreachable").inc()
        log.warning("database_unreachable", job=job, id=subject)
    except Exception:  # whatever it was, it is of this one alone
        metrics.ticks.labels(job, "failed").inc()
        log.exception("job_failed_for_one", job=job, id=subject)
