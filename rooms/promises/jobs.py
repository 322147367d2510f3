"""Timed work of promises."""

from foundation.scheduler import Job
from rooms.promises.late_service import remind_owners

JOBS = (Job("remind_of_late_promises", 300, remind_owners),)
