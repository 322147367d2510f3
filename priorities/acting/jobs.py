"""Timed work of priorities."""

from foundation.scheduler import Job
from priorities.acting.late_service import tell_late_priorities

JOBS = (Job("tell_late_priorities", 300, tell_late_priorities),)
