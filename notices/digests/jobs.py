"""Timed work of digests."""

from foundation.scheduler import Job
from notices.digests.sending_service import forget_old_counts, send_digests

JOBS = (Job("send_digests", 60, send_digests), Job("forget_mail_counts", 3600, forget_old_counts))
