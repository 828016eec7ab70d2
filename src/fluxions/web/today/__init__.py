"""Today: the queue of the day, what a learner changes in it, and how far things are."""
