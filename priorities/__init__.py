"""What the police and a neighbourhood agree to work on: rounds, proposals, ballots, and what came of them."""
