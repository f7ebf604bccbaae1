"""How well the first problem names the cause of a single edit: ``python -m tests.tools.single_edits --count 400``."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from macros.problems import Problem, causes, report
from macros.register.load import load
from macros.system import console
from tests.later import with_every_field
from tests.mutate.single import Edit, edits
from tests.places import DATA


@dataclass(frozen=True)
class Answer:
    """What checking says after an edit."""

    edit: Edit
    problems: tuple[Problem, ...]
    text: str

    @property
    def ranked(self) -> list[Problem]:
        """The problems that are printed in full, in order."""
        return [cause.problem for cause in causes(self.problems)]

    @property
    def named(self) -> bool:
        """Whether the first problem that is printed names the cause."""
        first, edit = self.ranked[0], self.edit
        at = first.place.path == f"data/{edit.path}" and first.place.line in edit.lines
        said = f"{first.place.path} {first.wrong.zh} {first.fix.zh}".replace(".yml", " ")
        return at or any(all(stands_in(word, said) for word in words) for words in edit.words)


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a message by itself: ``report`` does not in ``report#s1`` nor in ``later-report``."""
    return re.search(rf"(?<![a-z0-9.#-]){re.escape(word)}(?![a-z0-9.#-])", text) is not None


def answers(folder: Path, seed: int) -> Iterator[Answer]:
    """The answer to one edit after another, each of which is undone."""
    data = with_every_field(Path(shutil.copytree(DATA, folder / "data")))
    files = {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    for edit in edits(files, seed):
        for name, content in edit.files.items():
            put(data / name, content)
        problems = load(data)[1]
        for name in edit.files:
            put(data / name, files.get(name))
        yield Answer(edit, tuple(problems), report(problems))


def put(path: Path, content: bytes | None) -> None:
    """Makes a file hold something, or not be there."""
    if content is None:
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def main() -> int:
    """Prints a table by kind of edit, and every edit whose cause is not named first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="", help="print in full what is said of edits whose description holds this")
    given = parser.parse_args()
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    most: defaultdict[str, int] = defaultdict(int)
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        refused = (answer for answer in islice(answers(Path(folder), given.seed), 100 * given.count))
        done = 0
        for one in refused:
            if not one.problems:
                tally[one.edit.kind]["accepted"] += 1
                continue
            done += 1
            tally[one.edit.kind]["named" if one.named else "missed"] += 1
            tally[one.edit.kind]["problems"] += len(one.ranked)
            most[one.edit.kind] = max(most[one.edit.kind], len(one.ranked))
            if not one.named:
                missed.append(one)
            if given.show and given.show in f"{one.edit.kind} {one.edit.what}":
                print(f"=== {one.edit.kind}: {one.edit.what}\n{one.text}\n")
            if done == given.count:
                break
    for one in missed:
        first = one.ranked[0]
        print(
            f"- {one.edit.kind}: {one.edit.what} [{len(one.ranked)}]\n    {first.place} {first.field} {first.wrong.zh}"
        )
    print(f"\n{'edit':32} named missed accepted problems most")
    for kind, row in sorted(tally.items()):
        print(f"{kind:32} {row['named']:5} {row['missed']:6} {row['accepted']:8} {row['problems']:8} {most[kind]:4}")
    total = sum((row for row in tally.values()), Counter())
    print(f"{'all':32} {total['named']:5} {total['missed']:6} {total['accepted']:8} {total['problems']:8}")
    print(f"named first: {total['named'] / (total['named'] + total['missed']):.1%}")
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main())
