"""`python -m server`: the same as the `bluelamp` command."""

from server.cli import main

main()
