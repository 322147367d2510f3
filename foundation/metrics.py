"""What is counted, for Prometheus. Labels are routes and codes, never people."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry()

requests = Histogram(
    "bluelamp_request_seconds", "Time to answer a request.", ["method", "route", "status"], registry=REGISTRY
)
events = Histogram("bluelamp_event_seconds", "Time to acknowledge a live event.", ["event", "code"], registry=REGISTRY)
sockets = Gauge("bluelamp_sockets", "Live connections now.", registry=REGISTRY)
broadcasts = Counter("bluelamp_broadcasts_total", "Events sent to rooms.", ["event"], registry=REGISTRY)
cut_clients = Counter("bluelamp_cut_clients_total", "Clients cut because they read too slowly.", registry=REGISTRY)
mails = Counter("bluelamp_mails_total", "Mails sent, put off, given up.", ["outcome"], registry=REGISTRY)
pushes = Counter(
    "bluelamp_pushes_total", "Push messages sent, put off, given up, to browsers gone.", ["outcome"], registry=REGISTRY
)
pages = Counter(
    "bluelamp_kept_pages_total", "Pages for readers, drawn anew or from memory.", ["outcome"], registry=REGISTRY
)
ticks = Counter("bluelamp_job_runs_total", "Timed jobs that ran.", ["job", "outcome"], registry=REGISTRY)


def text() -> bytes:
    """All figures in Prometheus' text format."""
    return generate_latest(REGISTRY)
