"""What helps the author of a rule to test it?"""
