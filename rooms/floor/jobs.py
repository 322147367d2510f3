"""Timed work of the floor."""

from foundation.scheduler import Job
from rooms.floor.leaving_service import keep_standing

JOBS = (Job("keep_standing", 20, keep_standing),)
