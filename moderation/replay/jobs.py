"""Timed work of replay."""

from foundation.scheduler import Job
from moderation.replay.keeping_service import keep_rules

JOBS = (Job("keep_rules", 30, keep_rules),)
