"""What the clock does to surgeries."""

from foundation.scheduler import Job
from rooms.surgeries.by_clock import close_due, open_due
from rooms.surgeries.missing_hosts import announce_missing_hosts

JOBS = (
    Job("open_due", 1, open_due),
    Job("close_due", 1, close_due),
    Job("announce_missing_hosts", 5, announce_missing_hosts),
)
