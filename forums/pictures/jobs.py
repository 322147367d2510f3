"""Timed work of pictures."""

from forums.pictures.sending_service import forget_loose
from foundation.scheduler import Job

JOBS = (Job("forget_loose_pictures", 3600, forget_loose),)
