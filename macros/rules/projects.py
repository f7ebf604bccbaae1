"""Projects: name, enterprise and programme stand in the source, the enterprise beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import Entry
from macros.records.project import Project
from macros.rules.names_quoted import not_delimited, stands_delimited
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

PARTED = re.compile("[、，；。和与及]")
"""What parts one project from another in a sentence."""


def projects_as_stated(collection: Collection) -> Iterator[Problem]:
    """A project's name, company and programme stand in the source, the company beside the name."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if isinstance(part, Project) and part.source in collection.sentences:
                yield from project_as_stated(collection, entry, path, part)


def project_as_stated(collection: Collection, entry: Entry, path: FieldPath, project: Project) -> Iterator[Problem]:
    """One project against the sentences that its record cites."""
    document = project.source.partition("#")[0]
    cited = [one.sentence for one in entry.cited if one.sentence.startswith(f"{document}#")]
    texts = [collection.sentences[one].zh for one in dict.fromkeys(cited)]
    for name in ("name", "company"):
        words = getattr(project, name).zh
        if words not in project.quote:
            yield entry.problem(
                (*path, name, "zh"),
                Bilingual(f"引文中没有“{words}”。", f'The quote does not contain "{words}".'),
                Bilingual(f"名称按引文照录。引文：{project.quote}", f"Write it as the quote does: {project.quote}"),
            )
            return
    if not any(project.programme.zh in text for text in texts):
        yield entry.problem(
            (*path, "programme", "zh"),
            Bilingual(
                f"本记录所引的句子中没有“{project.programme.zh}”。",
                f'No sentence that this record cites contains "{project.programme.zh}".',
            ),
            Bilingual(
                "按原文照录，并引用写明它的句子。", "Write it as the source does, and cite the sentence that has it."
            ),
        )
    for name, texts_with_it in (("name", [project.quote]), ("company", [project.quote]), ("programme", texts)):
        words = getattr(project, name).zh
        holding = [text for text in texts_with_it if words in text]
        if holding and not any(stands_delimited(words, text) for text in holding):
            yield entry.problem((*path, name, "zh"), *not_delimited(words))
    between = distance(project.quote, project.company.zh, project.name.zh)
    if PARTED.search(between):
        yield entry.problem(
            (*path, "company", "zh"),
            Bilingual(
                f"引文中“{project.company.zh}”与“{project.name.zh}”不在一起，中间隔着“{between}”。",
                f'In the quote "{project.company.zh}" and "{project.name.zh}" do not stand together.',
            ),
            Bilingual("写引文中与这个项目连在一起的企业。", "Name the enterprise that stands with the project there."),
        )


def distance(quote: str, one: str, other: str) -> str:
    """What stands between two words of a quote, at their nearest."""
    found = [
        quote[min(first.end(), second.end()) : max(first.start(), second.start())]
        for first in re.finditer(re.escape(one), quote)
        for second in re.finditer(re.escape(other), quote)
    ]
    return min(found, key=len, default="")


RULES = (projects_as_stated,)
