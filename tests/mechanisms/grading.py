"""Scales of grades as regulations print them, and one criterion of a hundred points."""

SCALES = {
    "R1": {"xs": 90, "t": 80, "k": 65, "tb": 50, "y": 0},
    "R2": {"htxs": 90, "htt": 70, "ht": 50, "kht": 0},
    "R3": {"htxs": 90, "htt": 80, "ht": 70, "kht": 0},
    "HCMC": {"htxs": 85, "htt": 70, "ht": 55, "kht": 0},
    "Đảng viên": {"htxs": 90, "htt": 80, "ht": 65, "kht": 0},
}
HUNDRED = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [{ id = "chung/A", max_points = 100 }]
"""
TWO = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [
  { id = "chung/A", max_points = 90 },
  { id = "chung/B", max_points = 10 },
]
"""


def scale(name):
    """Return the grades of a scale as a scheme writes them."""
    return "".join(
        f'[[grade]]\nid = "{id_}"\nlabel.vi = "{id_.upper()}"\nfrom = {least}\n'
        for id_, least in SCALES[name].items()
    )


def when(table, id_, condition, more=""):
    """Return one thing a condition does."""
    return f"""
    [[{table}]]
    id = "{id_}"
    when = {{ {condition} }}
    reason.vi = "Theo quy chế: {id_}."
    {more}
    """


def events(criterion, at_least=1):
    """Return the condition that a criterion saw so many events."""
    return f'evidence = "chung/{criterion}.events", at_least = {at_least}'
