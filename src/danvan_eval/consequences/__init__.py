"""What may follow from a year's work, each as a proposal with its grounds?

Titles, commendation, salary, appointment, referral: nothing here decides. A
proposal says by which law, on which day, what is met, what is not, what is not
known, and who decides.
"""
