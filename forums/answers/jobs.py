"""Timed work of official answers."""

from forums.answers.promising_service import tell_late_promises
from foundation.scheduler import Job

JOBS = (Job("tell_late_answers", 300, tell_late_promises),)
