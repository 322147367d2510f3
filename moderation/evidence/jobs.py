"""Timed work of evidence."""

from foundation.scheduler import Job
from moderation.evidence.purging_service import purge_evidence

JOBS = (Job("purge_evidence", 3600, purge_evidence),)
