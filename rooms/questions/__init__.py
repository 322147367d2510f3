"""What becomes of questions: votes, order, answering now, merging, promising, closing."""
