"""Timed work of every room."""

from foundation.scheduler import Job
from rooms.heads import look_at_heads

JOBS = (Job("look_at_heads", 0.5, look_at_heads),)
