"""Timed work of notices."""

from foundation.scheduler import Job
from notices.reading_service import forget_old_notices

JOBS = (Job("forget_old_notices", 3600, forget_old_notices),)
