"""Timed work of pictures."""

from foundation.scheduler import Job
from priorities.pictures.service import PICTURES

JOBS = (Job("forget_loose_priority_pictures", 3600, PICTURES.forget_loose),)
