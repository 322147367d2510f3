"""Legal holds: words that stay as evidence, whoever asks for them to go."""
