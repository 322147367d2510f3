"""The close of a vote: sealing, counting, publishing, and counting again."""
