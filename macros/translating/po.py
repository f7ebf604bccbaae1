"""PO files, which translators' tools read: one for each language, every text with its place and what helps with it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from macros.problems import Refused
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED, without_marker
from macros.translating.memory import Memory
from macros.translating.texts import Translatable

LARGEST_PO = 16 * 2**20
"""Bytes."""
PO_HEAD = """\
# 译文 translations: {code}
# msgctxt 是文件和字段；标记为 fuzzy 的尚未核定，核定后去掉标记。写好后运行 make translate FILE={code}.po
# msgctxt is the file and the field; what is fuzzy is not decided on. When done, run make translate FILE={code}.po
#"""
FORMAT_FLAGS = ("python-format", "python-brace-format")
"""Flags that babel guesses; our placeholders are no format of Python's."""


ENTRY_BEGINS = re.compile(r"^[ \t]*msgctxt\b", re.MULTILINE)
VERSION_COMMENT = "版本 version: "
"""Begins the comment from which is told, when a file comes back, what has changed since: the data, or the entry."""


@dataclass(frozen=True)
class Translation:
    """An entry of a PO file."""

    zh: str
    said: str
    is_fuzzy: bool = False
    before: str = ""
    """The Chinese that an entry which is fuzzy was translated from."""
    is_kept: bool = False
    """Whether a translator wrote it, and the data does not have it yet."""
    beside: str = ""
    """What a translator had written for it, where the data has come to say something else."""
    version: str = ""

    @property
    def typed(self) -> str:
        """The translation as a data file holds it."""
        return f"{UNDECIDED}{self.said}" if self.is_fuzzy and self.said else self.said

    @property
    def is_touched(self) -> bool:
        """Whether a person has changed the entry since the file was written."""
        return self.version.partition("-")[2] != checksum_of(self.typed)

    def is_of(self, text: Translatable) -> bool:
        """Whether the data says what it said when the file was written, as far as the file tells."""
        return self.version.partition("-")[0] in ("", checksum_of(text.typed))


def checksum_of(text: str) -> str:
    """Enough of the checksum of a text to tell it from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def written_po(
    code: str,
    texts: Sequence[Translatable],
    given: Mapping[str, Translation],
    memory: Memory,
    there: Mapping[str, Translation],
) -> bytes:
    """A PO file of texts in a language, with the translations ``given`` by the names of the texts.

    What a translator wrote in the file that is ``there`` for a text which the data does not have now stays in it.
    """
    catalog = Catalog(
        code.replace("-", "_"), project="data", version="1", header_comment=PO_HEAD.format(code=code), fuzzy=False
    )
    for text in texts:
        one = given.get(text.name, Translation(text.zh, ""))
        line = text.file.reading.place(text.field).line if text.file.reading else 1
        message = catalog.add(
            text.zh,
            one.said,
            context=text.name,
            locations=[(text.file.shown, line)],
            auto_comments=[
                *comments_on(text, memory),
                *([f"译者原写 a translator had: {one.beside}"] if one.beside else []),
                f"{VERSION_COMMENT}{checksum_of(text.typed)}-{checksum_of(text.typed if one.is_kept else one.typed)}",
            ],
            flags=["fuzzy"] if one.is_fuzzy and one.said else [],
            previous_id=one.before,
        )
        message.flags.difference_update(FORMAT_FLAGS)
    known = {text.name for text in texts}
    for name, one in there.items():
        if name not in known and one.said and one.is_touched:
            comments = ["数据里现在没有这一处 not in the data now", f"{VERSION_COMMENT}{one.version}"]
            flags = ["fuzzy"] if one.is_fuzzy else []
            catalog.add(one.zh, one.said, context=name, auto_comments=comments, flags=flags)
    made = io.BytesIO()
    write_po(made, catalog, width=0, include_previous=True)
    return made.getvalue()


def comments_on(text: Translatable, memory: Memory) -> Iterator[str]:
    """What stands around a text, earlier translations of texts like it, and the words of the glossary in it."""
    if text.before:
        yield f"前文 before: {text.before}"
    if text.after:
        yield f"后文 after: {text.after}"
    for one in memory.proposals(text.zh):
        if one.where != text.name:
            yield f"先例 earlier ({round(100 * one.likeness)}%): {one.zh} → {one.said}"
    for term in memory.terms(text.zh):
        yield f"词语 term: {term.zh} → {term.said}"


def read_translations(data: bytes, shown: str, code: str) -> dict[str, Translation]:
    """The translations of a PO file into a language, by the names of their texts.

    Raises Refused where it is none, or damaged, or of another language, or has two entries for one text.
    """
    if len(data) > LARGEST_PO:
        raise Refused(unreadable(shown, "文件太大", "it is too large"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(unreadable(shown, "不是 UTF-8 编码", "it is not UTF-8")) from None
    try:
        catalog = read_po(io.StringIO(text), ignore_obsolete=True, abort_invalid=True)
        entries = list(catalog)
    except PoFileError as error:
        line = getattr(error, "lineno", None)
        raise Refused(unreadable(shown, f"第 {line} 行有误", f"line {line} is wrong")) from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Refused(unreadable(shown, "文件头有误", "its head is wrong")) from None
    written = catalog.locale_identifier or ""
    if written and re.split("[_-]", written)[0].lower() != code.partition("-")[0]:
        raise Refused(unreadable(shown, f"文件头写的语言是 {written}", f"its head says that it is in {written}"))
    named = [one for one in entries if one.context]
    if len(ENTRY_BEGINS.findall(text)) > len(named):
        raise Refused(unreadable(shown, "同一处文字有两个条目", "it has two entries for one text"))
    if several := next((one for one in named if not isinstance(one.id, str)), None):
        name = str(several.context)
        raise Refused(unreadable(shown, f"条目“{name}”有单复数两种写法", f'"{name}" has plural forms'))
    found = {
        str(one.context): Translation(one.id, one.string.rstrip("\n"), one.fuzzy, version=version_in(one.auto_comments))
        for one in named
        if isinstance(one.id, str) and isinstance(one.string, str) and one.id
    }
    if not found:
        raise Refused(unreadable(shown, "里面没有可以收回的条目", "it holds nothing to take back"))
    return found


def unreadable(shown: str, zh: str, en: str) -> Bilingual:
    """A file is no PO file that can be taken back."""
    return Bilingual(
        f"“{shown}”读不出来：{zh}。没有改动任何文件。请用 Poedit 等软件打开检查，另存为 UTF-8 编码的 PO 文件。",
        f'"{shown}" cannot be read: {en}; nothing was changed. Open it in Poedit or the like and save it in UTF-8.',
    )


def version_in(comments: Iterable[str]) -> str:
    """The comment that tells the version of an entry; nothing where a translator's tool has dropped it."""
    return next((one.removeprefix(VERSION_COMMENT).strip() for one in comments if one.startswith(VERSION_COMMENT)), "")


def offered(
    texts: Iterable[Translatable],
    stale: Mapping[str, str],
    there: Mapping[str, Translation],
    memory: Memory,
    service: Mapping[str, str],
) -> dict[str, Translation]:
    """What a PO file offers for each text: what a translator wrote in the file that is ``there``, or what the data
    holds, an earlier translation of the same words, or what the bureau's service proposes."""
    found: dict[str, Translation] = {}
    for one in texts:
        before = there.get(one.name, Translation(one.zh, ""))
        touched = bool(before.said) and before.is_touched
        same = before.zh == one.zh
        earlier = next((each.said for each in memory.proposals(one.zh) if each.likeness == 1), "")
        if touched and before.is_of(one):
            found[one.name] = Translation(
                one.zh, before.said, before.is_fuzzy or not same, "" if same else before.zh, True
            )
        elif one.said:
            confirmed = same and before.said == one.said and not before.is_fuzzy
            is_stale = one.name in stale and not confirmed
            beside = before.said if touched and before.said != one.said else ""
            found[one.name] = Translation(
                one.zh, one.said, one.is_undecided or is_stale, stale[one.name] if is_stale else "", beside=beside
            )
        elif said := earlier or without_marker(service.get(one.zh, "")):
            found[one.name] = Translation(one.zh, said, True)
    return found
