"""A catalogue of one instrument, one criterion and one scheme, to be spoilt."""

from pathlib import Path

import attrs
import pytest

from danvan_eval.errors import PackError
from danvan_eval.loading import load_catalogue
from danvan_eval.plugins import load_registry

INSTRUMENT = """\
schema = 1
id = "vb-1"
number = "unknown"
title.vi = "Kế hoạch mẫu"
issuer = "Bệnh viện mẫu"
kind = "plan"
jurisdiction = "Kon Tum"
signed_on = "unknown"
effective = { from = 2024-01-01, to = 2024-12-31, basis = "assumed" }
text_status = "seen-whole"
last_checked_on = 2026-11-21
"""

CRITERION = """\
schema = 1
id = "chung/C01"
title.vi = "Không để xảy ra vụ việc"
title.en = "No incidents"

[[cite]]
id = "duty"
instrument = "vb-1"
locus = "II.1"
quote = "không để xảy ra vụ việc"
supports = ["duty"]

[evidence.incidents]
type = "count"
label.vi = "Số vụ việc"

[[version]]
instrument = "vb-1"
subject = "unit"
from = 2024-01-01
to = 2024-12-31
cites = ["duty"]
[version.rule]
kind = "per_incident"
count = "incidents"
per = 0.25
at_least = 0
[version.assumed]
"from" = "Kế hoạch chỉ ghi năm."
"to" = "Kế hoạch chỉ ghi năm."
"rule.per" = "Kế hoạch không nêu mức trừ."
"rule.at_least" = "Kế hoạch không nêu mức dưới cùng."

[[example]]
name = "một vụ"
instrument = "vb-1"
subject = "unit"
as_of = 2024-12-31
given = { incidents = 1 }
expect = { outcome = "scored", share = 0.75 }
"""

SCHEME = """\
schema = 1
id = "vb-1/thang"
title.vi = "Thang điểm mẫu"
instrument = "vb-1"
subject = "unit"
label.vi = "chấm điểm nội bộ"
from = 2024-01-01
to = 2024-12-31
aggregate = "sum"
max_points = 10
excluded = "rescale"
compare = "points"

[[block]]
id = "lam-sang"
label.vi = "Khối lâm sàng"

[[group]]
id = "nen-nep"
label.vi = "Nền nếp"
max_points = 10
[[group.criterion]]
id = "chung/C01"
max_points = 10

[[cap]]
id = "co-vu-viec"
when = { evidence = "chung/C01.incidents", at_least = 1 }
grade = "dat"
reason.vi = "Có vụ việc thì không xếp tốt."

[[grade]]
id = "tot"
label.vi = "Tốt"
from = 8

[[grade]]
id = "dat"
label.vi = "Đạt"
from = 0

[ranking]
style = "competition"

[assumed]
"from" = "Kế hoạch chỉ ghi năm."
"to" = "Kế hoạch chỉ ghi năm."
"subject" = "Kế hoạch không chấm ai."
"aggregate" = "Kế hoạch không nêu."
"max_points" = "Kế hoạch không nêu."
"excluded" = "Kế hoạch không nêu."
"compare" = "Kế hoạch không nêu."
"block" = "Kế hoạch không nêu."
"group" = "Kế hoạch không nêu."
"cap" = "Kế hoạch không nêu."
"grade" = "Kế hoạch không nêu."
"ranking" = "Kế hoạch không nêu."
"""

OVERLAY = """\
schema = 1

[regulation]
number = "01/QC-BV"
title.vi = "Quy chế mẫu"
issuer = "Bệnh viện mẫu"
signed_on = 2024-01-15
fictitious = true

[[adopt]]
target = "chung/C01@vb-1/unit"
article = "Điều 4"
numbers = { "rule.per" = 0.5 }

[[adopt]]
target = "vb-1/thang"
article = "Điều 5"
confirms = ["group"]
"""

FILES = {
    "vb-1/instrument.toml": INSTRUMENT,
    "chung/C01.toml": CRITERION,
    "vb-1/thang.toml": SCHEME,
}


@attrs.frozen
class Folder:
    """A catalogue on disk that tests write, spoil and load."""

    path: Path
    overlays: list[Path] = attrs.field(factory=list)

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def edit(self, name, old, new):
        """Put *new* in the place of *old*, which stands there exactly once."""
        text = (self.path / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return self.write(name, text.replace(old, new))

    def append(self, name, text):
        return self.write(name, (self.path / name).read_text("utf-8") + text)

    def overlay(self, text=OVERLAY, name="quy-che.toml"):
        file = self.path.parent / name
        file.write_text(text, encoding="utf-8")
        self.overlays.append(file)
        return file

    def line(self, name, words):
        """Return the number of the one line of a file that has *words*."""
        file = self.path / name
        if not file.exists():
            file = self.path.parent / name
        lines = file.read_text("utf-8").splitlines()
        found = [nth for nth, line in enumerate(lines, 1) if words in line]
        assert len(found) == 1, f"{words!r} stands on lines {found}"
        return found[0]

    def load(self, *more, **settings):
        return load_catalogue(
            self.path, *more, overlays=self.overlays, registry=BARE, **settings
        )

    def faults(self, *more):
        with pytest.raises(PackError) as caught:
            self.load(*more)
        return caught.value.faults

    def fault(self, *more):
        """Return the one fault there is."""
        found = self.faults(*more)
        assert len(found) == 1, "\n".join(map(str, found))
        return found[0]


BARE = attrs.evolve(load_registry(entry_points=False), folders=())


def folder_in(path):
    folder = Folder(path / "catalogue")
    for name, text in FILES.items():
        folder.write(name, text)
    return folder


@pytest.fixture
def folder(tmp_path):
    return folder_in(tmp_path)


@pytest.fixture
def another_folder(tmp_path_factory):
    """Make a second good catalogue, and a third."""
    return lambda: folder_in(tmp_path_factory.mktemp("more"))


@pytest.fixture(scope="session")
def good_texts():
    """Give the texts of a good catalogue and a regulation, by file."""
    files = {f"catalogue/{name}": text for name, text in FILES.items()}
    return {**files, "quy-che.toml": OVERLAY}


@pytest.fixture(scope="session")
def bare():
    """Give the built-in rule kinds without the shipped criteria."""
    return BARE
