"""Timed work of shifts."""

from accounts.duty.service import end_late_shifts
from foundation.scheduler import Job

JOBS = (Job("end_late_shifts", 2, end_late_shifts),)
