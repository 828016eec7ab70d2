"""The programme: what it is, for whom, and how long it takes."""
