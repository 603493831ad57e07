"""The seeded making of the example hospitals; none of them exists."""
