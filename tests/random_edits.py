"""Random edits of a data folder, of any file and any field: nothing here knows what a field means."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PUNCTUATION = "，。、；：！？“”（）,.;:!?()'-–—·… "
VOCABULARY, LINES, FILES = 0.3, 0.05, 0.04
"""How often an edit is one of the vocabulary, of a line that YAML does not read, of a whole file."""
NOTHING = "nothing"
SIGNS = "甲乙丙不未约近0123456789abcXYZ"


class Dumper(yaml.SafeDumper):
    """Writes words that mean something to YAML 1.1 as the data does."""


Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")
)

Place = tuple[Any, Any]
"""A mapping or list, and the key or number of something in it."""


@dataclass
class RandomEdit:
    """An edit that is always the same for a seed; ``done`` says what it was, once it was made."""

    seed: str
    done: str = ""

    def __call__(self, data: Path) -> None:
        """Edits a folder in one random way, or twice."""
        chance = random.Random(self.seed)
        self.done = "; ".join(one_edit(data, chance) for _ in range(chance.choice((1, 1, 1, 2))))


def one_edit(data: Path, chance: random.Random) -> str:
    """One edit of one file."""
    files = sorted(path for path in data.rglob("*") if path.suffix in (".yml", ".txt"))
    vocabulary = chance.random() < VOCABULARY
    file = chance.choice([path for path in files if (path.parent.name == "vocabulary") is vocabulary])
    name = file.relative_to(data).as_posix()
    if file.suffix == ".txt" or chance.random() < LINES:
        return f"{name}: {of_lines(file, chance)}"
    if chance.random() < FILES and file.parent != data:
        return f"{name}: {of_files(file, chance)}"
    tree = yaml.safe_load(file.read_text("utf-8"))
    if not any(below(tree)):  # An edit before this one may have left nothing to change.
        return f"{name}: {of_lines(file, chance)}"
    done = NOTHING
    while done == NOTHING:
        done = chance.choice(EDITS)(chance, *chance.choice(list(below(tree))))
    text = yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    file.write_text(text, "utf-8", newline="\n")
    return f"{name}: {done}"


def below(tree: Any) -> Iterator[Place]:
    """Every place in a tree."""
    for key in tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield tree, key
        yield from below(tree[key])


def of_text(chance: random.Random, holder: Any, key: Any) -> str:
    """Puts another sign into a text, in place of one, or takes one out; of another value takes the next."""
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int):
        holder[key] = value + chance.choice((-1, 1, 10))
    elif isinstance(value, str) and value:
        at = chance.randrange(len(value))
        sign = chance.choice(chance.choice((PUNCTUATION, SIGNS)))
        holder[key] = value[:at] + chance.choice((sign, "", sign + value[at])) + value[at + 1 :]
    else:
        return NOTHING
    return f"{key}: {value!r} -> {holder[key]!r}"


def of_punctuation(chance: random.Random, holder: Any, key: Any) -> str:
    """Changes a sign of punctuation, or adds one at the end."""
    value = holder[key]
    if not isinstance(value, str) or not value:
        return NOTHING
    signs = [at for at, sign in enumerate(value) if sign in PUNCTUATION] or [len(value)]
    at = chance.choice(signs)
    holder[key] = value[:at] + chance.choice(PUNCTUATION) + value[at + 1 :]
    return f"{key}: {value!r} -> {holder[key]!r}"


def of_words(chance: random.Random, holder: Any, key: Any) -> str:
    """Puts a word before or behind a text, in a form that most rules let pass."""
    value = holder[key]
    if not isinstance(value, str) or not value:
        return NOTHING
    word = chance.choice(("新的", "有关") if any(ord(char) > 0x2E7F for char in value) else ("new ", "other "))
    holder[key] = word + value
    return f"{key}: {value!r} -> {holder[key]!r}"


def deletion(chance: random.Random, holder: Any, key: Any) -> str:
    """Takes something out."""
    del holder[key]
    return f"{key}: deleted"


def exchange(chance: random.Random, holder: Any, key: Any) -> str:
    """Exchanges two things beside each other in a list, or the order of two fields, or their values."""
    others = [one for one in (holder if isinstance(holder, dict) else range(len(holder))) if one != key]
    if not others:
        return NOTHING
    other = chance.choice(others)
    if isinstance(holder, list):
        holder[key], holder[other] = holder[other], holder[key]
        return f"{key} <-> {other}"
    if chance.random() < 0.7:
        holder[key], holder[other] = holder[other], holder[key]
        return f"values of {key} <-> {other}"
    held, names = dict(holder), list(holder)
    chance.shuffle(names)
    holder.clear()
    holder.update((name, held[name]) for name in names)
    return "fields in another order"


def duplicate(chance: random.Random, holder: Any, key: Any) -> str:
    """Has something twice, under another id if it has one."""
    if not isinstance(holder, list):
        return NOTHING
    copy = yaml.safe_load(yaml.dump(holder[key]))
    if isinstance(copy, dict) and "id" in copy:
        copy["id"] = f"{copy['id']}-more"
    holder.insert(chance.randrange(len(holder) + 1), copy)
    return f"{key}: twice"


EDITS: tuple[Callable[[random.Random, Any, Any], str], ...] = (
    *(of_text, of_punctuation, of_punctuation, of_words, of_words, of_words),
    *(deletion, exchange, exchange, exchange, duplicate),
)


def of_lines(file: Path, chance: random.Random) -> str:
    """A comment, an empty line, or a sign in a line."""
    lines = file.read_text("utf-8").split("\n")
    at = chance.randrange(len(lines))
    if file.suffix == ".txt":
        lines[at] += chance.choice(PUNCTUATION)
        done = f"line {at}"
    else:
        lines.insert(at, chance.choice(("", "# 说明 a comment")))
        done = f"line {at} is new"
    file.write_text("\n".join(lines), "utf-8", newline="\n")
    return done


def of_files(file: Path, chance: random.Random) -> str:
    """Deletes a file, has it under another name, or has it twice."""
    other = file.with_name(f"{file.stem}-more{file.suffix}")
    what = chance.choice(("deleted", "renamed", "twice"))
    if what != "deleted":
        other.write_bytes(file.read_bytes())
    if what != "twice":
        file.unlink()
    return what
