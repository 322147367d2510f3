"""From the room to the forum and back: questions that become topics, topics that become questions."""
