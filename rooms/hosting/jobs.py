"""Timed work of hosting."""

from foundation.scheduler import Job
from rooms.hosting.service import put_out_removed

JOBS = (Job("put_out_removed", 1, put_out_removed),)
