"""Timed work of paper ballots."""

from foundation.scheduler import Job
from priorities.ballots.paper.telling_service import tell_of_slips

JOBS = (Job("tell_of_slips", 300, tell_of_slips),)
