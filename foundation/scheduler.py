"""The tick: APScheduler calls each job at its pace, and remembers nothing.

Rows are the truth: a job claims what is due with one conditional UPDATE, so that it happens once however many
processes tick.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from foundation import database, metrics

log = structlog.get_logger("jobs")


@dataclass(frozen=True)
class Job:
    """Timed work: called with the application every `seconds`; it must bear being called twice."""

    name: str
    seconds: float
    run: Callable[[web.Application], Awaitable[None]]


class Scheduler:
    """Ticks the jobs of one process. A run that fails is logged, and the next tick tries again."""

    def __init__(self, app: web.Application, jobs: list[Job]) -> None:
        self._app = app
        self._jobs = jobs
        self._ticker = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for job in self._jobs:
            self._ticker.add_job(self._run, "interval", args=[job], seconds=job.seconds, max_instances=1, coalesce=True)
        self._ticker.start()

    def stop(self) -> None:
        self._ticker.shutdown(wait=False)

    async def run_all(self) -> None:
        """Run every job once, now: what a test calls after it moved the clock."""
        for job in self._jobs:
            await self._run(job)

    async def _run(self, job: Job) -> None:
        try:
            await job.run(self._app)
        except database.UNREACHABLE:
            metrics.ticks.labels(job.name, "unreachable").inc()
            log.warning("database_unreachable", job=job.name)
        except Exception:  # one run that fails must not end the ticking
            metrics.ticks.labels(job.name, "failed").inc()
            log.exception("job_failed", job=job.name)
        else:
            metrics.ticks.labels(job.name, "done").inc()
