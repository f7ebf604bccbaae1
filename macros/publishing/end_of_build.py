"""The end of every build: nothing that was published may be lost; then the site records what it is."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import Abort

from macros.pages.site import root_of
from macros.problems import Format, MessageLanguage, Problem, report
from macros.publishing.build_record import build_record, record_text
from macros.publishing.ledger_writing import published_in
from macros.records.ledger import read_ledger
from macros.register.register import Register
from macros.rules.vanished_from_site import losses, lost_targets
from macros.system.checkout import ROOT
from macros.system.checksums import BUILD_RECORD, write_sums


def finish(made: Path, data: Path, register: Register, form: Format, language: MessageLanguage) -> None:
    """Writes the record of the build and the checksums into a finished site; ends the build if an address is lost."""
    problems = lost(made, data, register)
    if problems:
        raise Abort(report(problems, form, language))
    (made / BUILD_RECORD).write_text(record_text(build_record(ROOT, data, root_of(register))), "utf-8", newline="\n")
    write_sums(made)


def lost(made: Path, data: Path, register: Register) -> list[Problem]:
    """Everything once published that a finished site no longer holds."""
    ledger = read_ledger(data)
    if not ledger.addresses and not register.retired:
        return []
    found = published_in(made)
    shown = data.name or data.resolve().name
    retired, languages = register.retired, register.languages
    return [*losses(ledger, found, retired, languages), *lost_targets(shown, found, retired, languages)]
