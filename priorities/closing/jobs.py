"""Timed work of the close."""

from foundation.scheduler import Job
from priorities.closing.sealing_service import seal_votes

JOBS = (Job("seal_votes", 1, seal_votes),)
