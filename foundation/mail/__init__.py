"""Mail: written down with the act that it tells of, and sent once that is certain."""
