"""What a client sends in a booth."""

from rooms.event_shapes import Id, InRoom


class CallIn(InRoom):
    person: Id
