"""Timed work of series."""

from foundation.scheduler import Job
from rooms.series.making_service import make_dates

JOBS = (Job("make_dates", 30, make_dates),)
