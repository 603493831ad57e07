"""What does a hospital's folder say for the consequences of its year?

The tables of ``de-xuat/``. A cell that is empty, or cannot be read, is a fact that is
not known; an absent table says nothing, an empty one says «none».
"""
