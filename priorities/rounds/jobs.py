"""Timed work of rounds."""

from foundation.scheduler import Job
from priorities.rounds.moving_service import move_rounds
from priorities.rounds.telling_service import tell_of_rounds

JOBS = (Job("move_rounds", 1, move_rounds), Job("tell_of_rounds", 10, tell_of_rounds))
