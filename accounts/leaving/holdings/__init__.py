"""What is held about a person, part by part, as they take it away."""
