"""``translate``: PO files for translators, and what they come back with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.problems import Refused
from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.records.folder import folder_missing
from macros.system.atomic_write import write_atomically
from macros.system.checkout import ROOT
from macros.system.console import concerning
from macros.text.languages import Bilingual
from macros.translating.memory import memory_of
from macros.translating.po import LARGEST_PO, offered, read_translations, unreadable, written_po
from macros.translating.service import proposed_by_service
from macros.translating.stale import stale_texts
from macros.translating.taking_back import Taken, taken_back
from macros.translating.texts import record_of, translatables


@click.command()
@click.argument("file", default="")
@click.option("--to", type=options.FolderOption("TO"), default=ROOT / "translations", help="PO 文件的文件夹 folder")
@options.DATA
def command(file: str, to: Path, data: Path) -> None:
    """Exit status 1 where entries of a PO file were not taken, or data files could not be read."""
    if not data.is_dir():
        missing = folder_missing(data)
        raise Refused(Bilingual(missing.wrong.zh + missing.fix.zh, f"{missing.wrong.en} {missing.fix.en}"))
    collection, _ = collect(data)
    codes = [one.code for one in collection.languages if not one.is_chinese]
    if file:
        take_back(Path(file), collection, codes)
    elif not codes:
        print("网站只有中文，没有要翻译的。 The site is in Chinese alone: there is nothing to translate.")
    else:
        if data.resolve() in (to.resolve(), *to.resolve().parents):
            raise Refused(
                Bilingual(
                    "TO 不能是数据文件夹，那里的文件会公布。请换一个文件夹。",
                    "TO may not be in the data folder, which is published. Choose another folder.",
                )
            )
        for code in codes:
            write_out(code, collection, data, to / f"{code}.po")
        unread = [one.shown for one in collection.data_files.values() if record_of(one, collection) is None]
        for one in unread:
            print(
                f"{one}: 有问题，没有导出；请先按 make check 改好。 Not exported: mend it as make check says.",
                file=sys.stderr,
            )
        if unread:
            sys.exit(1)


def write_out(code: str, collection: Collection, data: Path, file: Path) -> None:
    """Writes the PO file of a language; what a translator wrote in one that is there is kept."""
    texts = list(translatables(collection, code))
    memory = memory_of(collection, code)
    there = read_translations(po_content(file), str(file), code) if file.exists() else {}
    stale = stale_texts(data, texts, code)
    service = proposed_by_service([one.zh for one in texts if not one.said], code, memory)
    given = offered(texts, stale, there, memory, service)
    file.parent.mkdir(parents=True, exist_ok=True)
    with concerning(file):
        write_atomically(file, written_po(code, texts, given, memory, there))
    fuzzy = sum(one.is_fuzzy for one in given.values())
    print(
        f"{file.as_posix()}: 文字 texts {len(texts)}; 没有译文 untranslated {sum(not one.said for one in texts)}; "
        f"待核 to be decided {fuzzy}; 中文已改 stale {len(stale)}"
    )
    for name, old in stale.items():
        print(f"  中文已改 the Chinese has changed: {name}（原为 was: {old}）")
    for name, one in given.items():
        if one.beside:
            print(f"  数据里的译文已由别人改过，译者原写 changed in the data; a translator had: {name}: {one.beside}")


def po_content(file: Path) -> bytes:
    """The bytes of a PO file, as many as may be read; links are not followed."""
    if file.is_symlink() or not file.is_file():
        raise Refused(unreadable(str(file), "没有这个文件，或者它不是普通文件", "it is no regular file"))
    with concerning(file), file.open("rb") as opened:
        return opened.read(LARGEST_PO + 1)


def take_back(file: Path, collection: Collection, codes: list[str]) -> None:
    """Writes into the data what a PO file brings, all of it or, where an entry would break a file, nothing."""
    code = file.name.removesuffix(".po")
    if code not in codes:
        raise Refused(which_language(file.name, [f"{one}.po" for one in codes]))
    taken = taken_back(collection, code, read_translations(po_content(file), str(file), code))
    if not taken.broken:
        for changed, content in taken.files.items():
            with concerning(changed):
                write_atomically(changed, content)
    print(outcome_told(taken))
    refused = [*taken.broken, *taken.left]
    for one in refused:
        print(f"{one.name}\n  {one.why.zh}。\n  {one.why.en[0].upper()}{one.why.en[1:]}.", file=sys.stderr)
    if refused:
        sys.exit(1)


def which_language(name: str, files: list[str]) -> Bilingual:
    """The language of a PO file cannot be told from its name."""
    return Bilingual(
        f"看不出“{name}”是哪种语言的译文。文件名应为：{'、'.join(files) or '（网站只有中文，没有译文）'}。",
        f'The language of "{name}" cannot be told. The file is to be called {" or ".join(files) or "nothing"}.',
    )


def outcome_told(taken: Taken) -> str:
    """What was taken, in a few lines."""
    if taken.broken:
        return "有条目会使数据文件出错，没有改动任何文件。 Some entries would break a data file; nothing was changed."
    names = "".join(f"\n  {name}" for name in taken.names)
    return (
        f"已收回 taken: {len(taken.names)}; 其中待核 of these to be decided: {taken.fuzzy}; "
        f"未收 left: {len(taken.left)}; 文件 files: {len(taken.files)}{names}"
    )
