"""Timed work on topics."""

from forums.arranging.service import archive_quiet
from foundation.scheduler import Job

JOBS = (Job("archive_quiet_topics", 3600, archive_quiet),)
