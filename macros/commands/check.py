"""``check``: every problem of the data and the prose."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import Format, MessageLanguage, for_terminal, report
from macros.records.collection import Collection
from macros.records.shipped import shipped_qualifiers
from macros.register.git_history import not_compared
from macros.register.load import load_since
from macros.register.prose import problems_of_prose
from macros.register.register import Register
from macros.rules.undecided import undecided_counted
from macros.system.checkout import docs_folder
from macros.system.clock import today
from macros.text.languages import Bilingual


@click.command()
@options.DATA
@options.FORM
@options.LANGUAGE
@click.option("--verbose", "-v", is_flag=True, help="列出每项数据的读法 list how every figure is read")
def command(data: Path, form: Format, language: MessageLanguage, verbose: bool) -> None:
    """Exit status 1 where there is a problem."""
    loaded = load_since(None, data, today())
    problems = [*loaded.problems, *problems_of_prose(docs_folder(), loaded.register)]
    if verbose and form == "text":
        print(figure_readings(loaded.collection))
    if loaded.register is None or problems:
        print(report(problems, form, language))
        if form == "text" and (left := undecided_counted(loaded.collection)):
            print(for_terminal(left, language))
        sys.exit(1)
    if form in ("json", "gitlab"):
        print(report([], form))
    elif form == "text":
        print(summary(loaded.register, data, language))


def figure_readings(collection: Collection) -> str:
    """How every figure is read that could be: its words, what they amount to, when, and where they stand."""
    qualifiers = shipped_qualifiers()
    lines = []
    for entry, _, figure in collection.figures():
        unit, qualifier = collection.units.by_id[figure.unit], qualifiers[figure.qualifier]
        hedge = f"，{figure.hedged} ({figure.hedge})" if figure.hedge else ""
        reading = "，人工读法 read by a person" if figure.reading else ""
        lines.append(
            f"{entry.id}.{figure.id}: {figure.per}{figure.written} = {figure.amount} {unit.zh} ({unit.en})，"
            f"{qualifier.zh} ({qualifier.en})，{figure.kind}{hedge}{reading}；{figure.period}；{figure.source}"
        )
    return "\n".join([*lines, ""]) if lines else ""


def summary(register: Register, data: Path, language: MessageLanguage = "both") -> str:
    """What the data holds, in a few lines."""
    accounted, total = register.coverage()
    records = len(register.work_areas)
    records += sum(len(one.records) for one in register.sections.values())
    held = [
        ("记录", "records", records),
        ("数据", "figures", len(register.figures)),
        ("来源文件", "documents", len(register.texts)),
    ]
    counts = "; ".join(f"{for_terminal(Bilingual(zh, en), language)}: {count}" for zh, en, count in held)
    covered = f"{for_terminal(Bilingual('公开覆盖率', 'coverage'), language)}: {accounted}/{total}"
    unsure = not_compared(data)
    lines = [covered + not_used(register, language), counts, *([for_terminal(unsure, language)] if unsure else [])]
    return "\n".join((*lines, for_terminal(Bilingual("没有问题。", "No problems."), language)))


def not_used(register: Register, language: MessageLanguage) -> str:
    """How many of the sentences and headings records use, and what the others are; nothing where they use all."""
    found = register.sentences_used()
    words = [register.interface[f"sentence-{kind}"] for kind in found.others]
    zh, en = "、".join(one.zh for one in words), ", ".join(one.en for one in words)
    if not words:
        return ""
    told = Bilingual(
        f"{found.used}处已用于各页，其余{found.rest}处为{zh}。",
        f"Used on pages: {found.used}; the other {found.rest}: {en}.",
    )
    return f"（{for_terminal(told, language)}）"
