"""Wording: slips of typing in the Chinese that staff write. What is quoted from a source is left as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.document import Sentence
from macros.records.kinds import Entry
from macros.records.listing import Item
from macros.rules.privacy import strings
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

HAN_RANGE = "\u3400-\u4dbf\u4e00-\u9fff"
FULL_WIDTH = dict(zip(",;:!?().", "，；：！？（）。", strict=True)) | {'"': "“”", "'": "‘’"}
HALF_WIDTH_MARK = re.compile(
    rf"(?<=[{HAN_RANGE}”’）》])[,;:!?()\"']|[,;:!?()\"'](?=[{HAN_RANGE}“‘（《])|(?<=[{HAN_RANGE}])\.(?=[{HAN_RANGE}]|$)"
)
"""A half-width mark that touches a Han character; those inside Latin words and numbers do not."""
ANY_HALF_WIDTH = re.compile(f"[{re.escape(''.join(FULL_WIDTH))}]")
"""Such a mark anywhere: most Chinese texts have none, and need no closer look."""
DOUBLED = re.compile(r"([，。、；：！？])[，。、；：]|([！？])\2{2,}")
SPACED = re.compile(rf"[{HAN_RANGE}][ \u3000]+(?=[{HAN_RANGE}])")
LOOKALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』"}

BRACKETS = re.compile(f"[{''.join([*PAIRS, *PAIRS.values()])}]")


def prose(collection: Collection) -> Iterator[tuple[Entry, FieldPath, str]]:
    """The Chinese texts that staff write themselves: neither sentences of a source nor names from it."""
    for entry in collection.judged():
        for path, part in entry.texts:
            if not isinstance(part, Sentence | Item):
                yield entry, (*path, "zh"), part.zh


def full_width_punctuation(collection: Collection) -> Iterator[Problem]:
    """Chinese prose takes full-width punctuation (标点符号用法, GB/T 15834)."""
    for entry, path, text in prose(collection):
        for found in HALF_WIDTH_MARK.finditer(text) if ANY_HALF_WIDTH.search(text) else ():
            meant, where = FULL_WIDTH[found[0]], around(text, found)
            yield entry.problem(
                path,
                Bilingual(
                    f"中文里用了半角标点“{found[0]}”：{where}",
                    f'Half-width "{found[0]}" in Chinese: {where}',
                ),
                Bilingual(f"改为全角“{meant}”。", f"Type the full-width {meant} instead."),
            )


def no_doubled_punctuation(collection: Collection) -> Iterator[Problem]:
    """Two punctuation marks never stand side by side, but for two of ！ and ？: ！！, ？！."""
    for entry, path, text in prose(collection):
        for found in DOUBLED.finditer(text):
            yield entry.problem(
                path,
                Bilingual(f"标点重复：“{found[0]}”。", f'Doubled punctuation: "{found[0]}".'),
                Bilingual("只保留一个。", "Keep one of them."),
            )


def no_stray_spaces(collection: Collection) -> Iterator[Problem]:
    """Han characters are not spaced."""
    for entry, path, text in prose(collection):
        for found in SPACED.finditer(text) if " " in text or "\u3000" in text else ():
            where = around(text, found)
            yield entry.problem(
                path,
                Bilingual(
                    f"汉字之间有多余的空格：{where}",
                    f"A space between Han characters: {where}",
                ),
                Bilingual("删去空格。", "Delete the space."),
            )


def marks_paired(collection: Collection) -> Iterator[Problem]:
    """Quotation marks, brackets and title marks come in pairs."""
    for entry, path, text in prose(collection):
        alone = unpaired(text)
        if alone:
            yield entry.problem(
                path,
                Bilingual(f"“{alone}”没有配对。", f'"{alone}" has no partner.'),
                Bilingual("补上另一半，或删去这一个。", "Add the other half, or delete this one."),
            )


def unpaired(text: str) -> str:
    """The first mark without a partner, or nothing."""
    waiting: list[str] = []
    for char in (found[0] for found in BRACKETS.finditer(text)):
        if char in PAIRS:
            waiting.append(char)
        else:
            if not waiting or PAIRS[waiting[-1]] != char:
                return char
            waiting.pop()
    return waiting[-1] if waiting else ""


def no_lookalikes(collection: Collection) -> Iterator[Problem]:
    """Kangxi radicals and compatibility characters look like Han characters and are found by no search."""
    for reading in collection.judged_readings():
        for path, text in strings(reading.value) if LOOKALIKE.search(reading.said) else ():
            for found in LOOKALIKE.finditer(text):
                meant = unicodedata.normalize("NFKC", found[0])
                code = f"U+{ord(found[0]):04X}"
                yield reading.problem(
                    path,
                    Bilingual(
                        f"“{found[0]}”（{code}）是形似字，不是汉字。",
                        f'"{found[0]}" ({code}) only looks like a Han character.',
                    ),
                    Bilingual(f"用输入法重新输入这个字（{meant}）。", f"Type the character again ({meant})."),
                )


def letters_of_one_script(collection: Collection) -> Iterator[Problem]:
    """No letter of another alphabet passes for a Latin one: Lаnguang with а of Cyrillic is found by no search."""
    for entry in collection.judged():
        for path, part in entry.texts:
            zh = "" if isinstance(part, Sentence) else part.zh
            for name, text in (("zh", zh), ("en", part.en)):
                letters = FOREIGN_LETTERS if name == "zh" else FOREIGN_IN_ENGLISH
                if foreign := letters.search(text) if MAY_BE_FOREIGN.search(text) else None:
                    code = f"U+{ord(foreign[0]):04X}"
                    at = part.path if isinstance(part, Sentence) else (*path, name)
                    yield entry.problem(
                        at,
                        Bilingual(
                            f"“{foreign[0]}”（{code}）不是拉丁字母，只是形似：{around(text, foreign)}",
                            f'"{foreign[0]}" ({code}) is no Latin letter and only looks like one: '
                            f"{around(text, foreign)}",
                        ),
                        Bilingual("重新输入这个字母。", "Type the letter anew."),
                    )


ALWAYS_FOREIGN = (
    "\u0250-\u02af\u1d00-\u1dbf\u0400-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1c8f\u2c00-\u2c5f\u2c80-\u2cff"
    "\u2de0-\u2dff\ua640-\ua69f\uab70-\uabbf\U0001d400-\U0001d7ff"
)
"""Alphabets with letters that look Latin, phonetics and mathematics."""
FOREIGN_LETTERS = re.compile(
    f"[{ALWAYS_FOREIGN}]"
    "|(?<=[A-Za-z])[\u0391-\u03a9\u03bd\u03bf\u03c1\u03c5](?![\u0391-\u03c9])"
    "|[\u0391-\u0392\u0395-\u0397\u0399-\u039a\u039c-\u039d\u039f\u03a1\u03a4-\u03a5\u03a7\u03bd\u03bf\u03c5](?=[A-Za-z])"
)
"""Their letters, and Greek ones inside Latin words."""
WIDE_LETTERS = "\u2160-\u2188\uff21-\uff5a"
FOREIGN_IN_ENGLISH = re.compile(f"[{WIDE_LETTERS}]|{FOREIGN_LETTERS.pattern}")
"""Those, and the full-width letters and Roman numerals that Chinese text may have."""
MAY_BE_FOREIGN = re.compile(f"[{ALWAYS_FOREIGN}\u0391-\u03c9{WIDE_LETTERS}]")
"""What such a letter is one of: most texts have none, and need no closer look."""


def around(text: str, found: re.Match[str]) -> str:
    """A little of the text on both sides of a slip."""
    return text[max(0, found.start() - 5) : found.end() + 5]


RULES = (
    full_width_punctuation,
    no_doubled_punctuation,
    no_stray_spaces,
    marks_paired,
    no_lookalikes,
    letters_of_one_script,
)
