"""Timed work of questions."""

from foundation.scheduler import Job
from rooms.questions.remains_service import tell_what_remains

JOBS = (Job("tell_what_remains", 300, tell_what_remains),)
