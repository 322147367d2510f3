"""What a process cost, read from /proc."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

_TICK = 1.0 / os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """Processor time of a process with all its threads, in user and kernel, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * _TICK


def resident_kilobytes(pid: int) -> int:
    """Memory that a process holds now."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise LookupError("no VmRSS")


@dataclass
class Meter:
    """Processor time of the server and of this process, the load, from when it was made."""

    pid: int

    def __post_init__(self) -> None:
        self._began = time.perf_counter()
        self._server, self._load = cpu_seconds(self.pid), time.process_time()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._began

    @property
    def server(self) -> float:
        """Seconds of processor time that the server took."""
        return cpu_seconds(self.pid) - self._server

    @property
    def load_share(self) -> float:
        """How much of its core the load was busy; near 1 the load is the limit, not the server."""
        return (time.process_time() - self._load) / self.seconds
