"""Topics and replies: what a neighbourhood talks about between surgeries."""
