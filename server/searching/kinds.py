"""What can be searched for by itself, and the kinds of entries that each of these is."""

KINDS = {
    "topic": ("topic",),
    "reply": ("reply",),
    "surgery": ("surgery",),
    "message": ("message",),
    "transcript": ("surgery", "message"),
    "priority": ("priority",),
}
"""By what a client calls it. A transcript is found by what was said in it, and by its surgery's title."""

ON_PAGE = ("topic", "reply", "transcript", "priority")
