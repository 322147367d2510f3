"""What a host works with beside a room: canned answers, the staff's talk, relayed words, pins, key moments."""
