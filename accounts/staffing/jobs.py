"""Timed work of staffing."""

from accounts.staffing.following_service import follow_staff_changes
from foundation.scheduler import Job

JOBS = (Job("follow_staff_changes", 1, follow_staff_changes),)
