"""What a ledger remembers besides addresses: one line each, which begins with a word.

    figure science-week.materials 15000 copy exact first-half as:stated 15000份
    figure projects.outside-investment 30000000 cny nearly first-half as:expected 近3000万元
    document h1-work-summary c0dbe939…
    edition h1-work-summary 4f81b0aa…
    attachment h1-work-summary 77ab1c02…
    erratum first-count 9b1c6fe2…
    file assets/site.3299e32e405c09f30b3d.css

A figure is told by value, unit, qualifier and period, by how its clause means it (``as:planned``) and, of a rate, what
it is per (``as:stated,每万人``), and by its words in the source, which messages repeat; a document
by the SHA-256 of its verbatim text, its edition by that of its sentences with their ids, an erratum by that of what it
says; a file that is kept for ever, or a folder of such, by a name that says what it holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros.records.figure import NO_PERIOD, Figure
from macros.system.content_names import content_named

ID_FORM = "[a-z0-9][a-z0-9-]{0,62}"
AMOUNT_FORM = r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?"
FIGURE_LINE = re.compile(
    rf"figure ({ID_FORM}\.{ID_FORM}) ({AMOUNT_FORM}(?:(?:\.\.|[:/]){AMOUNT_FORM})*) "
    rf"({ID_FORM}) ({ID_FORM}) ({ID_FORM}) (?:as:([a-z]+)(?:,(\S+))? )?(\S(?:.*\S)?)"
)
STATED = "stated"
"""How a clause means a figure that it hedges in no way."""
CHECKSUM_LINE = re.compile(rf"(document|attachment|edition|erratum) ({ID_FORM}) ([0-9a-f]{{64}})")


@dataclass(frozen=True, order=True)
class FigureTold:
    """What the public is told of a figure; ``written`` is how its source puts it."""

    id: str
    amount: str
    """Its value, or low and high of a range (15..20), or the parts of a ratio (3:1)."""
    unit: str
    qualifier: str
    period: str
    written: str
    hedge: str = ""
    """How its clause means it: stated, or a hedge; empty where the line was written before that was remembered."""
    per: str = ""
    """What a rate is counted by, in the words of its source."""

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The numbers of its amount."""
        return tuple(Decimal(one) for one in re.split(r"\.\.|[:/]", self.amount))

    def is_now(self, now: FigureTold) -> bool:
        """Whether a figure still says what it said; if not, that needs an erratum.

        A period that was that of the document, and is shown as that alone now, is no change.
        """
        same_time = now.period in (self.period, f"{NO_PERIOD}-{self.period}")
        same_sense = not self.hedge or (self.hedge, self.per) == (now.hedge, now.per)
        same = (self.amount, self.unit, self.qualifier) == (now.amount, now.unit, now.qualifier)
        return same and same_time and same_sense

    @property
    def line(self) -> str:
        """The figure as a line of the ledger."""
        told = f"{self.id} {self.amount} {self.unit} {self.qualifier} {self.period}"
        sense = f"as:{self.hedge}{',' if self.per else ''}{self.per} " if self.hedge else ""
        return f"figure {told} {sense}{one_line(self.written)}"


@dataclass(frozen=True, order=True)
class ChecksumTold:
    """What the ledger knows by a checksum: a document's verbatim text, a file beside it, its edition, or an erratum."""

    what: str
    """document, attachment, edition or erratum."""
    id: str
    sha256: str

    @property
    def line(self) -> str:
        """It as a line of the ledger."""
        return f"{self.what} {self.id} {self.sha256}"


@dataclass(frozen=True, order=True)
class FileTold:
    """A file, or a folder of files, that is named after what it holds (system/content_names.py)."""

    group: str

    @property
    def line(self) -> str:
        """The file as a line of the ledger."""
        return f"file {self.group}"


def figure_told(record: str, figure: Figure) -> FigureTold:
    """What the public is told of a figure of the record with the id ``record``."""
    words = (figure.amount, figure.unit, figure.qualifier, figure.period, figure.written)
    return FigureTold(f"{record}.{figure.id}", *words, str(figure.hedge or STATED), figure.per)


def erratum_told(ident: str, figure: str, date: str, stood: str, stands: str) -> ChecksumTold:
    """What is remembered of an erratum: its figure, its day, and what stood and stands, in Chinese.

    The reason and the translation may still be put better.
    """
    said = "\n".join([figure, date, one_line(stood), one_line(stands)])
    return ChecksumTold("erratum", ident, hashlib.sha256(said.encode()).hexdigest())


def edition_told(ident: str, sentences: Iterable[tuple[str, str]]) -> ChecksumTold:
    """What is remembered of a document's edition: each sentence, by its id and its words."""
    said = "".join(f"{one}\t{one_line(text)}\n" for one, text in sentences)
    return ChecksumTold("edition", ident, hashlib.sha256(said.encode()).hexdigest())


def parsed_fact(line: str) -> FigureTold | ChecksumTold | FileTold | None:
    """What a line of the ledger says; None where it says nothing of the kind."""
    if found := FIGURE_LINE.fullmatch(line):
        ident, amount, unit, qualifier, period, hedge, per, written = found.groups()
        return FigureTold(ident, amount, unit, qualifier, period, written, hedge or "", per or "")
    if found := CHECKSUM_LINE.fullmatch(line):
        return ChecksumTold(*found.groups())
    named = content_named(line.removeprefix("file ")) if line.startswith("file ") else None
    return FileTold(named.group) if named and named.name == named.group else None


def one_line(text: str) -> str:
    """``text`` with every run of white space, line breaks included, as one space."""
    return " ".join(text.split())
