"""Timed work on heated topics."""

from forums.heat.service import cool_down
from foundation.scheduler import Job

JOBS = (Job("cool_topics", 60, cool_down),)
