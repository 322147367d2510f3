"""Timed work of hosting."""

from foundation.scheduler import Job
from rooms.hosting.hosts_service import follow_host_changes
from rooms.hosting.service import put_out_removed

JOBS = (Job("put_out_removed", 1, put_out_removed), Job("follow_host_changes", 1, follow_host_changes))
