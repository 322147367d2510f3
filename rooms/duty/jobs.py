"""Timed work of hosts' duty."""

from foundation.scheduler import Job
from rooms.duty.service import end_duty_without_rooms, keep_hosts_on_duty

JOBS = (
    Job("keep_hosts_on_duty", 2, keep_hosts_on_duty),
    Job("end_duty_without_rooms", 10, end_duty_without_rooms),
)
