"""Writes a data folder of as many valid records as wanted, always the same for the same number and seed.

The demonstration is in it; what is added is composed of the source's own sentences and a vocabulary, and is made up.
"""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from macros.records.base import BilingualText
from macros.register.load import load
from tests.places import DATA
from tests.tools.bench.vocabulary import BENEFITS, BODIES, METHODS, PLACES, PRODUCTS, TOPICS, Words

IN_A_DOCUMENT = 80
"""Records that one source document is about."""
AREA_EVERY = 100
"""Of so many records one is a work area and the others are its activities."""


@dataclass(frozen=True)
class Bilingual:
    """A made-up sentence in both languages; in ``told`` its quantity is a placeholder, ``clause`` is what to quote."""

    zh: str
    en: str
    label: Words
    clause: str
    told: Words


def generate(folder: Path, records: int, seed: int = 1) -> Path:
    """Writes ``records`` valid records, the real ones included, to a new folder and returns it."""
    shutil.copytree(DATA, folder)
    register, problems = load(DATA)
    assert register is not None, problems
    known = len(register.work_areas) + sum(len(one.records) for one in register.sections.values())
    prose = [
        one
        for one in register.sentences.values()
        if one.zh.endswith("。") and not any(char.isdigit() for char in one.zh + one.en)
    ]
    chance = Random(seed)
    names = titles(chance, records - known)
    for number, start in enumerate(range(0, records - known, IN_A_DOCUMENT)):
        write_document(folder, chance, f"report-{number:03}", start, names[start : start + IN_A_DOCUMENT], prose)
    return folder


def titles(chance: Random, count: int) -> list[Words]:
    """Names for records, no two alike."""
    every: list[tuple[Words, Words, Words]] = list(itertools.product(PLACES, PRODUCTS, TOPICS))
    assert count <= len(every), f"there are names for {len(every)} records"
    return [
        Words(f"{place.zh}{product.zh}{topic.zh}", f"{topic.en} for {product.en} in {place.en}")
        for place, product, topic in chance.sample(every, count)
    ]


def write_document(
    folder: Path, chance: Random, ident: str, start: int, names: list[Words], prose: Sequence[BilingualText]
) -> None:
    """Writes a source document and the records that rest on it."""
    lines: list[str] = [f"工作简报第{int(ident[-3:]) + 1}号"]
    translations = [f"    s0: Bulletin No. {int(ident[-3:]) + 1}\n"]
    for at, name in enumerate(names):
        section = f"s{at + 1}"
        said = [sentence(chance, which) for which in range(3)]
        borrowed = chance.sample(prose, 2)
        body = [Words(one.zh, one.en) for one in said] + [Words(one.zh, one.en) for one in borrowed]
        lines += [name.zh, "".join(zh for zh, _ in body)]
        translations.append(f"    {section}: {quoted(name.en)}\n")
        translations += [f"    {section}-{number}: {quoted(en)}\n" for number, (_, en) in enumerate(body, 1)]
        write_record(folder, start + at, f"{ident}#{section}", name, said, body)
    (folder / f"documents/{ident}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / f"documents/{ident}.yml").write_text(
        f"issuer: {{zh: 市科技局, en: The bureau}}\nperiod: first-half\nverbatim: {ident}.txt\nscript: zh-Hans\n"
        f"translations:\n  en:\n{''.join(translations)}",
        "utf-8",
    )


def write_record(
    folder: Path, number: int, section: str, name: Words, said: list[Bilingual], body: list[Words]
) -> None:
    """Writes one record; ``section`` is where its source has it, ``document#section``."""
    is_area = number % AREA_EVERY == 0
    area = f"area-{number - number % AREA_EVERY:05}"
    ident = area if is_area else f"record-{number:05}"
    figures = "".join(
        f"  - {{id: f{at}, label: {both(one.label)}, quote: {quoted(one.clause)}, source: {section}-{at}}}\n"
        for at, one in enumerate(said, 1)
    )
    statements = "".join(
        f"  - {{en: {quoted(said[at - 1].told.en if at <= len(said) else one.en)}, source: {section}-{at}, "
        f"quote: {quoted(one.zh.rstrip('。；'))}}}\n"
        for at, one in enumerate(body, 1)
    )
    (folder / ("work-areas" if is_area else "activities") / f"{ident}.yml").write_text(
        f"order: {number + 100}\n{'' if is_area else f'work_area: {area}{chr(10)}period: first-half{chr(10)}'}"
        f"title: {both(name)}\nsummary: {both(said[0].told)}\n"
        f"lead_figure: f1\nsource: {section}\nquote: {quoted(name.zh)}\n"
        f"figures:\n{figures}statements:\n{statements}",
        "utf-8",
    )


def sentence(chance: Random, which: int) -> Bilingual:
    """A sentence with one quantity: copies handed out, people taught, or land."""
    product, method, place = chance.choice(PRODUCTS), chance.choice(METHODS), chance.choice(PLACES)
    body, benefit = chance.choice(BODIES), chance.choice(BENEFITS)
    if which == 0:
        value = chance.randint(12, 300) * 10
        about = f"{method.en} for {product.en}"
        start = f"{body.zh}在{place.zh}发放{product.zh}{method.zh}资料"
        told = f"In {place.en}, {body.en} handed out {{}} of material on {about}, {benefit.en}."
        label = Words(f"发放{product.zh}{method.zh}资料", f"Material on {about} handed out")
        written, english = f"{value}份", f"{value:,} copies"
    elif which == 1:
        value = chance.randint(31, 990)
        start = f"{body.zh}培训{place.zh}{product.zh}养殖种植户"
        told = f"{body.en} gave growers of {product.en} in {place.en} {{}} of training, {benefit.en}."
        label = Words(f"培训{product.zh}养殖种植户", f"Training given to growers of {product.en}")
        written, english = f"{value}人次", f"{value:,} person-times"
    else:
        tenths = chance.randint(11, 99)
        start = f"{body.zh}在{place.zh}用{method.zh}种养{product.zh}"
        told = f"In {place.en}, {body.en} raised {product.en} on {{}} by {method.en}, {benefit.en}."
        label = Words(f"{product.zh}种养面积", f"Land under {product.en}")
        written, english = f"{tenths / 10:g}万亩", f"{tenths * 1000:,} mu"
    told = told[0].upper() + told[1:]
    figure = f"{{f{which + 1}}}"
    return Bilingual(
        f"{start}{written}，{benefit.zh}。",
        told.format(english),
        label,
        f"{start}{written}",
        Words(f"{start}{figure}，{benefit.zh}。", told.format(figure)),
    )


def both(words: Words) -> str:
    """Words in both languages, as YAML."""
    return f"{{zh: {quoted(words.zh)}, en: {quoted(words.en)}}}"


def quoted(text: str) -> str:
    """Text as a YAML string."""
    return json.dumps(text, ensure_ascii=False)


def ids(folder: Path) -> Iterator[str]:
    """The ids of the generated records."""
    for kind in ("work-areas", "activities"):
        yield from (file.stem for file in sorted((folder / kind).glob("*-[0-9]*.yml")))
