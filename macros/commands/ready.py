"""``ready``: what the site still lacks before it may go live."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.commands import options
from macros.pages.site import root_of
from macros.problems import MessageLanguage, report
from macros.register.load import load
from macros.staff.approvers import approvers
from macros.staff.readiness import assess, findings_text
from macros.system.clock import today


@click.command()
@options.DATA
@options.LANGUAGE
def command(data: Path, language: MessageLanguage) -> None:
    """Exit status 1 where something blocks."""
    day = today()
    register, problems = load(data, day)
    if register is None:
        print(report(problems, "text", language))
        sys.exit(1)
    findings = [*assess(register, root_of(register), day), approvers(data.resolve().parent)]
    print(findings_text(findings, language))
    sys.exit(1 if any(finding.blocks for finding in findings) else 0)
