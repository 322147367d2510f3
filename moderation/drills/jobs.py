"""Timed work of drills."""

from foundation.scheduler import Job
from moderation.drills.service import begin_due_drills, follow_drills

JOBS = (Job("begin_drills", 60, begin_due_drills), Job("follow_drills", 10, follow_drills))
