"""Timed work of pictures."""

from forums.pictures.service import PICTURES
from foundation.scheduler import Job

JOBS = (Job("forget_loose_pictures", 3600, PICTURES.forget_loose),)
