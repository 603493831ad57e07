"""What does a hospital's folder say for the classification of its year?

The tables of ``xep-loai/``: figures of people and departments, scores of periods,
discipline, conclusions, decisions taken. A cell that is empty, or cannot be read, is
a fact that is not known; an absent register says nothing, an empty one says «none».
"""
