"""Timed work of the model: it reads what went out without it."""

from foundation.scheduler import Job
from moderation.risk.later_service import forget_old, read_waiting

JOBS = (Job("read_risks", 1, read_waiting), Job("forget_unread_risks", 3600, forget_old))
