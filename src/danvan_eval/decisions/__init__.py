"""Which quality level do scores and facts suggest, and by which clause?

Nothing here decides: a classification is a proposal with its conditions one by
one, and the level that counts is entered by the person who has the authority.
"""
