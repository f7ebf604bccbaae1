"""Interface words: none is missing, and what stands in braces is what the program fills in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.problems import Problem, Said
from macros.records.base import Bilingual
from macros.records.collection import Collection
from macros.records.kinds import INTERFACE, Entry
from macros.records.naming import LISTED
from macros.words import PLACEHOLDER, asked_for


def words_there(collection: Collection) -> Iterator[Problem]:
    """Every word that a page asks for is in the file; the page could not be made without it."""
    for entry in collection.judged(INTERFACE):
        lacking = {key: names for key, names in asked_for().items() if key not in entry.record.entries}
        if len(lacking) > 1:
            yield entry.problem(("entries",), *several_lacking(sorted(lacking)))
        for key, names in lacking.items() if len(lacking) == 1 else ():
            yield entry.problem(
                ("entries",),
                Said(f"缺少界面用语“{key}”，网页要用到它。", f'The interface word "{key}" is missing; pages use it.'),
                Said(
                    f"补上“{key}:”，下面分写 zh、en 两行{braced(names, '，可填入')}。",
                    f'Add "{key}:" with zh and en below it{braced(names, ", which may hold")}.',
                ),
            )


def several_lacking(keys: list[str]) -> tuple[Said, Said]:
    """Words that are missing together, as when the file was cut short."""
    few, more = keys[:LISTED], "…" if len(keys) > LISTED else ""
    return (
        Said(
            f"缺少 {len(keys)} 条界面用语，网页要用到它们：{'、'.join([*few, *more])}。",
            f"{len(keys)} interface words are missing; pages use them: {', '.join([*few, *more])}.",
        ),
        Said(
            "误删的请恢复；也可以从本项目的 data/vocabulary/interface.yml 抄回来。",
            "Restore them if they were deleted, or copy them from this project's data/vocabulary/interface.yml.",
        ),
    )


def braces_paired(collection: Collection) -> Iterator[Problem]:
    """Braces stand only around a plain name, both of them; whoever wants others must do without."""
    for entry, key, language, text in texts(collection):
        rest = PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            yield entry.problem(
                ("entries", key, language),
                Said(
                    "花括号没有配对，或括号里不是小写英文名称。",
                    "A brace has no partner, or does not hold a plain lower-case name.",
                ),
                Said(
                    "花括号只用于程序填入的内容，写法如 {count}；其余请删去，或改用圆括号。",
                    "Braces are only for what the program fills in, such as {count}; delete others or use brackets.",
                ),
            )


def names_known(collection: Collection) -> Iterator[Problem]:
    """A name in braces is one that the program fills into this word."""
    for entry, key, language, text in texts(collection):
        known = asked_for().get(key)
        for name in PLACEHOLDER.findall(text):
            if known is not None and name not in known:
                yield entry.problem(
                    ("entries", key, language),
                    Said(f"这条用语里没有可填入的“{{{name}}}”。", f'Nothing is filled in for "{{{name}}}" here.'),
                    Said(f"删去花括号{braced(known, '，或改用')}。", f"Delete it{braced(known, ', or use')}."),
                )


def names_alike(collection: Collection) -> Iterator[Problem]:
    """Chinese and English are filled in with the same values."""
    for entry, key, words in entries(collection):
        zh, en = set(PLACEHOLDER.findall(words.zh)), set(PLACEHOLDER.findall(words.en))
        if zh != en:
            yield entry.problem(
                ("entries", key, "en"),
                Said(
                    f"中英文花括号里的内容不同，只有一方写了{braced(zh ^ en)}。",
                    f"Only one of the two languages is filled in with{braced(zh ^ en)}.",
                ),
                Said("中英文用同样的花括号内容，次序可以不同。", "Use the same braces in both, in any order."),
            )


def braced(names: Iterable[str], before: str = "") -> str:
    """Names as they are written into a word, after what leads up to them; nothing where there are none."""
    return "".join([before, *(f" {{{name}}}" for name in sorted(names))]) if names else ""


def entries(collection: Collection) -> Iterator[tuple[Entry, str, Bilingual]]:
    """Every interface word, by key."""
    for entry in collection.judged(INTERFACE):
        for key, words in entry.record.entries.items():
            yield entry, key, words


def texts(collection: Collection) -> Iterator[tuple[Entry, str, str, str]]:
    """Every interface word in each language."""
    for entry, key, words in entries(collection):
        yield entry, key, "zh", words.zh
        yield entry, key, "en", words.en


RULES = (words_there, braces_paired, names_known, names_alike)
