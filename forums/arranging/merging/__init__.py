"""One topic of two: where its replies, readers and address go."""
