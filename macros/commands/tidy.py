"""``tidy``: data files in their one form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import MessageLanguage, Problem, Refused, report
from macros.records.collecting import declared_sections
from macros.records.folder import DataFile, files_below, files_of, folder_missing
from macros.staff.tidying import tidied_file
from macros.text.languages import Bilingual


@click.command()
@click.argument("file", default="")
@options.DATA
@options.LANGUAGE
def command(file: str, data: Path, language: MessageLanguage) -> None:
    """Exit status 1 where a file was left as it is because of its problems."""
    if not data.is_dir():
        print(report([folder_missing(data)], "text", language), file=sys.stderr)
        sys.exit(1)
    files, _ = files_of(data, sorted(files_below(str(data))), declared_sections(data))
    problems: list[Problem] = []
    count = 0
    for one in files_named(files, file):
        written, left = tidied_file(one)
        count += written
        problems += left
        if written:
            print(f"已整理 tidied: {one.shown}")
    if problems:
        print(report(problems, "text", language), file=sys.stderr)
        sys.exit(1)
    if not count:
        print("没有需要整理的文件。 Nothing to tidy.")


def files_named(files: list[DataFile], given: str) -> list[DataFile]:
    """The data file that was named, or all of them; raises Refused for what is none."""
    if not given:
        return files
    same = [one for one in files if one.file.absolute() == Path(given).absolute() or one.shown == given]
    if not same:
        raise Refused(
            Bilingual(
                f"“{given}”不是数据文件。请写数据文件夹里一个文件的路径，如 data/bureau.yml；不写就整理全部。",
                f'"{given}" is no data file. Name one in the data folder, such as data/bureau.yml, or none for all.',
            )
        )
    return same
