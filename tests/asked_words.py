"""Which interface words the templates, the code and the scripts ask for, and what each may be filled in with."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from typing import get_args

import jinja2
from jinja2 import nodes

from macros.quantities.chinese.relations import CHANGES, Against
from macros.quantities.hedges import Hedge
from macros.received.lines import Reason
from macros.records.annual_report import ITEMS_OF_TOTALS
from macros.records.kinds import FOLDERS, FURTHER_LANGUAGES
from macros.register.catalogue import ITEM_STATUSES
from macros.register.register import KINDS_WITHOUT_RECORD
from macros.rules.prose_markup import BOXES
from macros.search.index import IN_SCRIPTS
from macros.staff.fields import every_part
from macros.staff.readiness_finding import State
from macros.text.languages import LANGUAGES
from tests.places import ROOT

TEMPLATES = ROOT / "overrides" / "fragments"

IN_CODE = (
    *("home", "work-areas", "figures", "figures-and-money", "sources", "about", "corrections"),
    *("site-address", "site-code", "icp", "police-record", "address", "telephone", "email", "data-terms"),
    *("not-translated", "page-not-translated", "original-file"),
    *("document-summary", "search", "whole-record-page", *every_part()),
    *(
        "open-data",
        "catalogue",
        "changes",
        "feedback",
        "survey",
        "survey-summary",
        "readiness",
        "data-summary",
        "demonstration",
    ),
    *("original-file", *(f"left-out-{reason}" for reason in get_args(Reason))),
    *(
        "annual-reports",
        "annual-reports-summary",
        *("glossary", "glossary-summary"),
        "kind-annual-report",
        *(f"annual-report-{name}" for name in ITEMS_OF_TOTALS),
    ),
    *(f"sentence-{kind}" for kind in KINDS_WITHOUT_RECORD),
    *("colon", "not-yet-stated", "changes-erratum", "changes-document"),
    *(f"kind-{kind.en.replace(' ', '-')}" for kind in FOLDERS if kind is not FURTHER_LANGUAGES),
    *(f"status-{status}" for status in ITEM_STATUSES),
    *(f"state-{state}" for state in get_args(State)),
    *(f"language-{language.code}" for language in LANGUAGES),
)
"""Words that macros/ asks for: the menu, what the bureau has not supplied, page descriptions, parts of records."""

IN_FIGURES = {
    "period-not-stated": {"period"},
    "period-none": set(),
    "period-hedged": {"period", "hedge"},
    "reading-as": {"amount", "why"},
    **{f"hedge-{name}": set[str]() for name in Hedge},
    **{f"relation-{kind}-against": {"amount", "against"} for kind in CHANGES},
    **{f"relation-{kind}": {"amount"} for kind in CHANGES},
    **{f"relation-{kind}": {"amount"} for kind in ("share", "rate", "result", "of-share")},
    **{f"relation-{kind}": set[str]() for kind in ("part", "of-part", "of-result")},
    **{f"against-{name}": set[str]() for name in Against},
}
"""Words that macros/register/ and macros/pages/ ask for to say of when a figure is, and whether it is so yet."""

IN_LISTS = {
    "figures-of": {"area"},
    "pager-title": {"title", "number"},
    "pager-description": {"title", "number", "total"},
}
"""Words that macros/register/lists.py asks for, and the names that it fills in."""


IN_PROSE = {
    **{key: set[str]() for key in ("task-done", "task-open", *(f"box-{kind}" for kind in BOXES))},
    "footnote-back": {"number"},
}
"""Words that macros/pages/prose.py asks for, and the names that it fills in."""

IN_PICTURES = {
    **{
        key: set[str]()
        for key in (
            *("picture-record", "picture-records", "picture-trend"),
            *("picture-own-scale", "picture-not-exact", "picture-expected"),
        )
    },
    "picture-title": {"picture", "panel"},
    "picture-unit-period": {"unit", "period"},
    "picture-unit": {"unit"},
    **{f"series-{way}": {"period", "amount"} for way in ("up", "down")},
    **{f"series-rank-{way}": {"period", "count"} for way in ("up", "down")},
    "series-same": {"period"},
    "series-share": {"amount", "share"},
    "series-permille": {"count"},
    **{f"series-{name}": set[str]() for name in ("unsure", "lengths", "uneven", "labels")},
}
"""Words that macros/pages/charts/ asks for, and the names that it fills in."""


@functools.cache
def asked_for() -> Mapping[str, frozenset[str]]:
    """Every interface word that a template or the code uses, and the names that are filled into it."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset, dict.fromkeys(IN_CODE, frozenset[str]()))
    found |= {
        key: frozenset(names) for key, names in (IN_LISTS | IN_FIGURES | IN_SCRIPTS | IN_PICTURES | IN_PROSE).items()
    }
    for template in sorted(TEMPLATES.rglob("*.html")):
        for call in jinja2.Environment().parse(template.read_text("utf-8")).find_all(nodes.Call):
            key = call.args[0] if call.args else None
            if isinstance(call.node, nodes.Name) and call.node.name == "ui" and isinstance(key, nodes.Const):
                found[key.value] |= {kwarg.key for kwarg in call.kwargs}
    return dict(found)
