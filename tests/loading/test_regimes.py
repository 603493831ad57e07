"""The data of a regime are read whole, or refused with every mistake and its line."""

import attrs
import pytest

from danvan_eval.citations import LONGEST_QUOTE
from danvan_eval.decisions.logic import BUILT_IN, EVAL_2026
from danvan_eval.errors import PackError
from danvan_eval.hooks import hookimpl
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.plugins import load_registry

DATA = """\
schema = 1
id = "bv"
title.vi = "Quy chế mẫu (HƯ CẤU)"
jurisdiction = "Bệnh viện mẫu"
last_checked_on = 2026-11-21
in_force = [{ from = 2026-07-01, to = "open" }]

[[instrument]]
id = "qc"
number = "01/QC"
title.vi = "Quy chế mẫu"
issuer = "Bệnh viện mẫu"
kind = "internal"
text_status = "seen-whole"
last_checked_on = 2026-11-21

[[clause]]
id = "d4"
instrument = "qc"
locus = "Điều 4"
mark = "T"
quote = "ít nhất ba phần mười nhiệm vụ vượt mức"
says.vi = "ba phần mười vượt mức"
numbers = { exceeded = "30%" }

[[clause]]
id = "d5"
instrument = "qc"
locus = "Điều 5"
mark = "N"
says.vi = "theo báo"
doubt.vi = "chưa thấy văn bản"

[[item]]
id = "muc-1"
clause = "d4"
who = "person"
kind = "points"
part = "common"
most = 30
label.vi = "Mục một"

[[reading]]
id = "cach-hieu"
clause = "d5"
asks.vi = "Hiểu thế nào?"
options.mot.vi = "cách một"
options.hai.vi = "cách hai"

[[note]]
vi = "Còn một khoảng hở."
"""


def bringing(*regimes):
    """Return a registry that holds these regimes and nothing else."""
    hook = hookimpl(lambda self: regimes)  # noqa: ARG005
    plugin = type("Made", (), {"danvan_regimes": hook})()
    return load_registry(plugin, entry_points=False, built_ins=False)


@attrs.frozen
class Written:
    """Files of regimes to be spoilt; they are one another's only company."""

    texts: dict
    folder: object

    def logics(self):
        for id_, text in self.texts.items():
            file = self.folder / f"{id_}.toml"
            file.write_text(text, encoding="utf-8")
            yield attrs.evolve(EVAL_2026, id=id_, file=file)

    def load(self):
        return load_regimes(bringing(*self.logics()))

    def faults(self):
        """Return code, line and key of every mistake."""
        with pytest.raises(PackError) as refusal:
            self.load()
        places = [(one.code, one.place) for one in refusal.value.faults]
        return [(code, place.line, place.key) for code, place in places]

    def line(self, words, id_="bv"):
        lines = self.texts[id_].splitlines()
        (found,) = [nth for nth, line in enumerate(lines, 1) if words in line]
        return found


@pytest.fixture
def written(tmp_path):
    """Write one regime with words in the place of others, and more beside it."""

    def write(*changes, **more):
        text = DATA
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return Written({"bv": text, **more}, tmp_path)

    return write


def test_what_is_written_is_read(written):
    (one,) = written().load()

    law = one.law
    assert ("bv", "bv") == (law.id, one.logic.id)
    assert ["d4", "d5"] == list(law.clauses)
    assert "3/10" == str(law.number("d4", "exceeded"))
    assert "chưa thấy văn bản" == law.clause("d5").doubt.vi
    assert (30, "common") == (law.items["muc-1"].most, law.items["muc-1"].part)
    assert ["mot", "hai"] == list(law.readings["cach-hieu"].options)
    assert "" == law.readings["cach-hieu"].default
    assert ["Còn một khoảng hở."] == [note.vi for note in law.notes]


def test_regimes_come_in_the_order_in_which_they_came_into_force():
    found = load_regimes(bringing(*reversed(BUILT_IN)))

    assert ["eval-2020", "eval-2023", "eval-2026"] == [one.law.id for one in found]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('title.vi = "Quy chế mẫu (HƯ CẤU)"\n', "title"),
        ('jurisdiction = "Bệnh viện mẫu"\n', "jurisdiction"),
        ('locus = "Điều 4"\n', "clause[1].locus"),
        ('mark = "T"\n', "clause[1].mark"),
        ('says.vi = "theo báo"\n', "clause[2].says"),
        ('kind = "internal"\n', "instrument[1].kind"),
        ("most = 30\n", "item[1].most"),
        ('asks.vi = "Hiểu thế nào?"\n', "reading[1].asks"),
    ],
)
def test_a_missing_key_is_named_where_it_belongs(written, line, key):
    found = [(code, at) for code, _, at in written((line, "")).faults()]

    assert [("DV-L003", key)] == found


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('mark = "T"', 'mark = "X"', "clause[1].mark"),
        ('instrument = "qc"\nlocus = "Điều 5"', 'instrument = "qd"\nlocus = "Điều 5"', "clause[2].instrument"),
        ('clause = "d4"', 'clause = "d6"', "item[1].clause"),
        ('clause = "d5"', 'clause = "d6"', "reading[1].clause"),
        ('part = "common"', 'part = "k9"', "item[1].part"),
        ("most = 30", "most = 0", "item[1].most"),
        ('exceeded = "30%"', 'exceeded = "ba mươi"', "clause[1].numbers.exceeded"),
        ('text_status = "seen-whole"', 'text_status = "read"', "instrument[1].text_status"),
        ("schema = 1", "schema = 2", "schema"),
        ('to = "open"', "to = 2026-06-30", "in_force[1].to"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_stand_there_is_named_with_its_line(written, old, new, key):
    files = written((old, new))

    ((code, line, at),) = files.faults()

    assert ("DV-L004", key) == (code, at)
    assert new.splitlines()[0] in files.texts["bv"].splitlines()[line - 1]


def test_a_quotation_of_fifteen_words_is_taken_and_one_of_sixteen_is_not(written):
    fits, long = ("một " * n for n in (LONGEST_QUOTE, LONGEST_QUOTE + 1))
    words = "ít nhất ba phần mười nhiệm vụ vượt mức"
    files = written((words, long.strip()))

    assert written((words, fits.strip())).load()
    assert [("DV-L004", files.line("quote = "), "clause[1].quote")] == files.faults()


@pytest.mark.parametrize("mark", ["Q", "N", "R", "M"])
def test_only_a_clause_whose_text_was_read_may_be_quoted(written, mark):
    files = written(('mark = "T"', f'mark = "{mark}"'))

    assert [("DV-L004", files.line("quote = "), "clause[1].quote")] == files.faults()


def test_days_that_overlap_are_refused_and_days_side_by_side_are_not(written):
    days = "{ from = 2026-07-01, to = %s }, { from = 2027-01-01, to = 2027-12-31 }"
    old = '{ from = 2026-07-01, to = "open" }'
    over, beside = (written((old, days % end)) for end in ("2027-01-01", "2026-12-31"))

    assert [("DV-L004", over.line("in_force"), "in_force")] == over.faults()
    assert 2 == len(beside.load()[0].law.in_force)


def test_a_regime_without_days_is_never_in_force_and_is_refused(written):
    files = written(('in_force = [{ from = 2026-07-01, to = "open" }]\n', ""))

    assert [("DV-L004", "in_force")] == [(c, key) for c, _, key in files.faults()]


def test_what_it_builds_on_has_to_be_installed(written):
    files = written(("schema = 1", 'schema = 1\nbuilds_on = "eval-2026"'))

    line = files.line("builds_on")
    assert [("DV-L004", line, "builds_on")] == files.faults()


def test_a_regime_builds_on_no_regime_that_builds_on_it(written):
    own = ("schema = 1", 'schema = 1\nbuilds_on = "other"')
    other = 'schema = 1\nid = "other"\nbuilds_on = "bv"\n' + DATA.split("\n", 2)[2]

    faults = written(own, other=other).faults()

    assert [("DV-L004", 3, "builds_on")] == faults


def test_a_regime_that_builds_on_another_has_all_of_it_and_says_some_of_it_anew(
    written,
):
    other = """\
schema = 1
id = "other"
builds_on = "bv"
title.vi = "Quy chế sửa đổi"
jurisdiction = "Bệnh viện mẫu"
last_checked_on = 2026-11-21
in_force = [{ from = 2027-01-01, to = "open" }]
[[clause]]
id = "d4"
instrument = "qc"
locus = "Điều 4"
mark = "N"
says.vi = "một nửa vượt mức"
numbers = { exceeded = "50%" }
"""

    first, second = (one.law for one in written(other=other).load())

    assert list(first.clauses) == list(second.clauses)
    assert (first.items, ()) == (second.items, second.notes)
    assert ["3/10", "1/2"] == [str(x.number("d4", "exceeded")) for x in (first, second)]
    assert first.sha256 != second.sha256


def test_a_change_below_changes_the_fingerprint_of_what_builds_on_it(written):
    other = DATA.replace("schema = 1", 'schema = 1\nbuilds_on = "bv"')
    other = other.replace('id = "bv"', 'id = "other"')
    texts = written(other=other), written(("most = 30", "most = 20"), other=other)

    before, after = (files.load()[1].law.sha256 for files in texts)

    assert before != after


def test_every_mistake_of_every_file_is_told_at_once(written):
    other = DATA.replace('id = "bv"', 'id = "khac"').replace('mark = "N"', 'mark = "Z"')
    files = written(('mark = "T"', 'mark = "X"'), ("who =", "whose ="), other=other)

    assert [
        ("DV-L004", files.line('mark = "X"'), "clause[1].mark"),
        ("DV-L003", files.line("[[item]]"), "item[1].who"),
        ("DV-L001", files.line("whose"), "item[1].whose"),
        ("DV-L002", files.line('"khac"', "other"), "id"),
        ("DV-L004", files.line('mark = "Z"', "other"), "clause[2].mark"),
    ] == files.faults()


def test_a_clause_that_stands_twice_is_refused(written):
    files = written(('id = "d5"', 'id = "d4"'), ('clause = "d5"', 'clause = "d4"'))

    assert [("DV-L006", "clause[2].id")] == [(c, key) for c, _, key in files.faults()]


def test_clauses_without_any_instrument_are_refused_one_by_one(written):
    block = DATA[DATA.index("[[instrument]]") : DATA.index("[[clause]]")]
    files = written((block, ""))

    assert [
        ("DV-L004", "clause[1].instrument"),
        ("DV-L004", "clause[2].instrument"),
    ] == [(code, key) for code, _, key in files.faults()]


def test_a_file_that_is_not_there_is_named(tmp_path):
    gone = attrs.evolve(EVAL_2026, file=tmp_path / "gone.toml")

    with pytest.raises(PackError) as refusal:
        load_regimes(bringing(gone))

    (fault,) = refusal.value.faults
    assert ("DV-F101", "gone.toml") == (fault.code, fault.place.file)


def test_a_file_that_is_no_toml_is_named_with_its_line(written):
    files = written(("schema = 1", "schema = = 1"))

    assert [("DV-L005", 1, "")] == files.faults()
