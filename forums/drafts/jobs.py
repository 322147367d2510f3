"""Timed work of drafts."""

from forums.drafts.service import forget_old_drafts
from foundation.scheduler import Job

JOBS = (Job("forget_old_drafts", 3600, forget_old_drafts),)
