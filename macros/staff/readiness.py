"""Runs every check of readiness, and prints what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from macros.exports.table import Root
from macros.problems import MessageLanguage, for_terminal
from macros.register.register import Register
from macros.staff.readiness_checks import CHECKS, annual_reports_published, texts_translated
from macros.staff.readiness_finding import Finding, State
from macros.text.languages import Bilingual

FOR_PEOPLE = (
    (
        "6",
        Bilingual(
            "首页和各栏目是否按期更新，网页是否在15秒内打开", "Whether pages are fresh, and open within 15 seconds"
        ),
    ),
    ("6", Bilingual("是否链接到办事服务", "Whether there is a link to services")),
    ("8", Bilingual("年度报告是否按六部分写成并在1月31日前公布", "The annual report: its six sections, by 31 January")),
    (
        "12, 13",
        Bilingual(
            "放大、键盘操作、配色和加载时间（由 make test 检查一部分）",
            "Enlarging, keyboard, colours and load time (make test checks part of it)",
        ),
    ),
    ("14", Bilingual("公文打印格式", "The form of official documents in print")),
)
"""Rules that take a person, a clock or the live site to check."""


def assess(register: Register, root: Root, on: date | None = None) -> list[Finding]:
    """What became of every rule that a program can check.

    ``on`` is the day to compare deadlines with; a page that is built has none, for it is the same whenever it is built.
    """
    found = [rule(register, root) for rule in CHECKS]
    return [*found, *annual_reports_published(register, on), *texts_translated(register)]


STATES_TOLD: Mapping[State, Bilingual] = {
    "met": Bilingual("符合", "met"),
    "not-met": Bilingual("不符合", "not met"),
    "to-supply": Bilingual("待本机构提供", "for the bureau to supply"),
}
ADVISED = Bilingual("建议", "advised")
TO_CHECK = Bilingual("需要人来检查的：", "For people to check:")


def findings_text(findings: Iterable[Finding], language: MessageLanguage = "both") -> str:
    """The findings for a terminal: what is missing, where to put it, and what is left to people."""

    def told(said: Bilingual) -> str:
        return for_terminal(said, language)

    lines = []
    found = list(findings)
    for one in found:
        mark = "" if one.required else f"（{told(ADVISED)}）"
        lines.append(f"[{told(STATES_TOLD[one.state])}]{mark} {one.number}  {told(one.title)}")
        lines += [f"    {want.file}: {want.field}  {told(want.what)}" for want in one.wanted]
    lines += ["", told(TO_CHECK), *(f"    {number}  {told(what)}" for number, what in FOR_PEOPLE)]
    blocking = sum(1 for one in found if one.blocks)
    if blocking:
        result = Bilingual(
            f"还不能上线：{blocking} 条必须符合的规定尚未符合。",
            f"Not ready to go live: required rules not met: {blocking}.",
        )
    else:
        result = Bilingual(
            "程序能够检查的必须符合的规定都已符合。", "Every required rule that a program can check is met."
        )
    return "\n".join((*lines, "", told(result)))
