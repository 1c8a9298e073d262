# The layer `study` gives numbers; it has no words of its own yet.
