"""Timed work of rounds."""

from foundation.scheduler import Job
from priorities.rounds.moving_service import move_rounds
from priorities.rounds.telling_service import tell_of_rounds
from priorities.rounds.templates_service import make_rounds
from priorities.rounds.waiting_service import tell_of_waiting

JOBS = (
    Job("move_rounds", 1, move_rounds),
    Job("tell_of_rounds", 10, tell_of_rounds),
    Job("make_rounds", 60, make_rounds),
    Job("tell_of_waiting", 60, tell_of_waiting),
)
