"""Words in a room: posting, editing, taking back, flagging, answering, and deciding about them."""
