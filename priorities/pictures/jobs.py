"""Timed work of pictures."""

from foundation.scheduler import Job
from priorities.pictures.sending_service import forget_loose

JOBS = (Job("forget_loose_priority_pictures", 3600, forget_loose),)
