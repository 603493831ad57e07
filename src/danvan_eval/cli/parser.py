"""Which words does the command take? Help in Vietnamese."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NoReturn

from ..terms import Language, Text
from ..version import __version__
from . import commands, pages
from .classify import classify
from .coverage import coverage
from .decide import decide
from .output import say

USAGE: Final = Text("Cách dùng: ", "Usage: ")


class _Help(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or USAGE.vi)


class _Parser(argparse.ArgumentParser):
    """A parser whose headings and complaints are Vietnamese."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **options, add_help=False, formatter_class=_Help, allow_abbrev=False
        )
        self.asked = self.add_argument_group("Tham số")
        self.shown = self.add_argument_group("Tùy chọn")
        self.shown.add_argument(
            "-h", "--help", action="help", help="in trợ giúp này rồi thôi"
        )

    def error(self, message: str) -> NoReturn:
        raise _UnusableError(message, self.format_usage().rstrip())


class _UnusableError(Exception):
    """A call whose words cannot be understood: what argparse says, and the usage."""


UNUSABLE: Final = Text(
    "Lệnh chưa dùng được: {message}. Thêm -h để xem trợ giúp.",
    "The call cannot be used: {message}. Add -h for help.",
)
COMPLAINTS: Final = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không có tham số \1"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        r"\1 không nhận \2; chọn một trong: \3",
    ),
    (
        r"argument (.*): expected (?:one|at least one) argument",
        r"sau \1 phải có một giá trị",
    ),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 không nhận giá trị \2"),
)
"""What argparse says, and how it is said in Vietnamese."""


def _vietnamese(message: str) -> str:
    for pattern, said in COMPLAINTS:
        if found := re.fullmatch(pattern, message):
            return found.expand(said)
    return message


def _asked_language(argv: Sequence[str]) -> Language:
    """Return the language a call asks for, even one that cannot be understood."""
    english = "--lang=en" in argv or ("--lang", "en") in pairwise(argv)
    return "en" if english else "vi"


def parse(argv: Sequence[str]) -> argparse.Namespace | int:
    """Return the call, or the exit code when there is nothing more to do."""
    parser = _parser()
    try:
        return parser.parse_args(list(argv))
    except _UnusableError as error:
        language = _asked_language(argv)
        message, usage = error.args
        if language == "en":
            usage = usage.replace(USAGE.vi, USAGE.en)
        else:
            message = _vietnamese(message)
        say(usage, sys.stderr)
        say(UNUSABLE.in_(language).format(message=message), sys.stderr)
        return 2
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="danvan-eval",
        description="Chấm điểm, xếp hạng và giải trình công tác dân vận của bệnh viện."
        " Chỉ đề xuất, không quyết định.",
        epilog="Mã thoát: 0 đã ghi kết quả (vấn đề được liệt kê); 1 không có kết quả"
        " đầy đủ nào, hoặc có vấn đề khi dùng --strict; 2 lệnh không dùng được.",
    )
    parser.shown.add_argument(
        "--version", action="version", version=__version__, help="in phiên bản"
    )
    subparsers = parser.add_subparsers(
        title="Các lệnh",
        prog="danvan-eval",
        metavar="LỆNH",
        required=True,
        parser_class=_Parser,
    )
    for name, (run, about, words) in COMMANDS.items():
        one: _Parser = subparsers.add_parser(name, help=about, description=about)
        one.set_defaults(run=run)
        words(one)
        _common(one)
    return parser


def _common(parser: _Parser) -> None:
    add = parser.shown.add_argument
    add("--json", action="store_true", help="in kết quả dạng JSON")
    add("--strict", action="store_true", help="có vấn đề nào thì mã thoát là 1")
    add("--lang", choices=["vi", "en"], default="vi", help="ngôn ngữ của kết quả")
    add(
        "--overlay",
        action="append",
        default=[],
        type=Path,
        metavar="QUY_CHẾ",
        help="quy chế riêng của bệnh viện (tệp .toml), có thể nhiều lần",
    )


def _folder(parser: _Parser) -> None:
    parser.asked.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="THƯ_MỤC",
        help="thư mục làm việc của bệnh viện (mặc định: nơi đang đứng)",
    )


def _init(parser: _Parser) -> None:
    parser.asked.add_argument(
        "folder", type=Path, metavar="THƯ_MỤC", help="thư mục mới"
    )
    add = parser.shown.add_argument
    add("--xlsx", action="store_true", help="biểu là tệp Excel")
    add(
        "--hospital",
        default="",
        metavar="THANG_ĐIỂM",
        help="thang điểm bệnh viện tự đánh giá; thêm phiếu của bệnh viện",
    )


def _score(parser: _Parser) -> None:
    _folder(parser)
    parser.asked.add_argument("code", nargs="?", metavar="MÃ", help=CODE)


def _rank(parser: _Parser) -> None:
    _folder(parser)
    add = parser.shown.add_argument
    add("--out", type=Path, metavar="NƠI_GHI", help="mặc định: ket-qua")
    add(
        "--provisional",
        action="store_true",
        help="tạm tính: sổ theo dõi chỉ tính đến ngày chốt; ghi vào ket-qua-tam",
    )
    add(
        "--since",
        type=Path,
        metavar="KẾT_QUẢ",
        help="ket-qua.json của lần trước; in và ghi ai thay đổi",
    )
    add("--people", action="store_true", help="in cả bảng xếp hạng cá nhân ra màn hình")


def _explain(parser: _Parser) -> None:
    parser.asked.add_argument("code", metavar="MÃ", help=CODE)
    _folder(parser)
    parser.shown.add_argument(
        "--criterion", metavar="TIÊU_CHÍ", help="chỉ một tiêu chí, như C05"
    )


def _classify(parser: _Parser) -> None:
    _folder(parser)
    parser.asked.add_argument("code", nargs="?", metavar="MÃ", help=CODE)
    add = parser.shown.add_argument
    add("--init", action="store_true", help="tạo thư mục xep-loai với biểu để điền")
    add("--people", action="store_true", help="in cả danh sách cá nhân ra màn hình")
    add("--out", type=Path, metavar="NƠI_GHI", help="mặc định: ket-qua-xep-loai")


def _decide(parser: _Parser) -> None:
    _folder(parser)
    parser.asked.add_argument("code", nargs="?", metavar="MÃ", help=CODE)
    add = parser.shown.add_argument
    add("--init", action="store_true", help="tạo thư mục de-xuat với biểu trống")
    add("--out", type=Path, metavar="NƠI_GHI", help="mặc định: ket-qua-de-xuat")


def _catalogue(parser: _Parser) -> None:
    add = parser.asked.add_argument
    what = "lint: soát các tệp tiêu chí; page: in trang của một tiêu chí"
    add("what", choices=["lint", "page"], metavar="lint|page", help=what)
    folders = "thư mục tiêu chí riêng; với page thì mã tiêu chí đứng trước, như C05"
    add("folders", nargs="*", type=Path, metavar="THƯ_MỤC", help=folders)
    parser.shown.add_argument(
        "--text",
        action="extend",
        nargs="+",
        default=[],
        type=Path,
        metavar="TỆP",
        help="văn bản gốc, tên tệp là mã văn bản; soát từng câu trích",
    )


def _coverage(parser: _Parser) -> None:
    parser.asked.add_argument(
        "folders", nargs="*", type=Path, metavar="THƯ_MỤC", help="tiêu chí riêng"
    )


CODE = "mã khoa/phòng, cá nhân hoặc bệnh viện"
COMMANDS: dict[str, tuple[Callable[..., int], str, Callable[[_Parser], None]]] = {
    "init": (commands.init, "tạo thư mục làm việc: biểu trống, hướng dẫn", _init),
    "check": (commands.check, "kiểm tra số liệu và tiêu chí, không ghi gì", _folder),
    "score": (commands.score, "in phiếu chấm điểm của một hoặc mọi đối tượng", _score),
    "rank": (commands.rank, "xếp hạng theo khối và ghi các tệp kết quả", _rank),
    "explain": (commands.explain, "giải trình điểm của một đối tượng", _explain),
    "classify": (
        classify,
        "đề xuất xếp loại chất lượng năm, từng điều kiện, hạn mức",
        _classify,
    ),
    "decide": (
        decide,
        "đề xuất hệ quả: danh hiệu, khen thưởng, lương, bổ nhiệm, chuyển xem xét",
        _decide,
    ),
    "coverage": (
        coverage,
        "đối chiếu từng nghĩa vụ của kế hoạch với tiêu chí",
        _coverage,
    ),
    "catalogue": (pages.catalogue, "soát tệp tiêu chí, in trang tiêu chí", _catalogue),
}
