"""Timed work of rounds."""

from foundation.scheduler import Job
from priorities.rounds.moving_service import move_rounds

JOBS = (Job("move_rounds", 1, move_rounds),)
