"""The shipped rule packs: shared criteria, and one folder per instrument."""
