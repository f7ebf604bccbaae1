"""The content policy: our own files and the scripts of our templates, and nothing else, may act on a page.

A page may run scripts of this site and those written in its templates, which are allowed by their hashes. A script
that came into a page in any other way has no hash here: browsers do not run it, and the build does not finish.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from macros.records.bureau import Bureau

SCRIPT_ELEMENT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
ELSEWHERE = re.compile(r"""\ssrc\s*=|\btype\s*=\s*["']?application/(ld\+)?json""", re.IGNORECASE)
"""Of a script's attributes: it is a file, which ``'self'`` allows, or data, which never runs."""

COMMENT_LINE = re.compile(r"^[ \t]*\{#.*?#\}\n", re.DOTALL | re.MULTILINE)
"""A comment of a template on lines of its own."""


def inline_scripts(html: str) -> Iterator[str]:
    """The scripts that stand in HTML itself."""
    for attributes, script in SCRIPT_ELEMENT.findall(html):
        if not ELSEWHERE.search(attributes):
            yield script


def source_of(script: str) -> str:
    """How a policy names one inline script: by its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def script_sources(templates: Iterable[str]) -> list[str]:
    """Every inline script of the templates, as a policy names it; comments of theirs are in no page."""
    said = (COMMENT_LINE.sub("", template) for template in templates)
    return sorted({source_of(script) for template in said for script in inline_scripts(template)})


def page_policy(scripts: Iterable[str], bureau: Bureau) -> str:
    """The policy of every page. The theme's style sheet holds its icons as ``data:``, which a picture may be, since
    a picture runs nothing. Forms go to the search page, and to the bureau's feedback form if it has one."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *scripts)),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            " ".join(("form-action 'self'", *form_hosts(bureau))),
            "base-uri 'none'",
            "object-src 'none'",
        )
    )


def form_hosts(bureau: Bureau) -> list[str]:
    """The host that takes feedback, as a policy names it; none where there is no form."""
    if bureau.feedback_form is None:
        return []
    parts = urlsplit(bureau.feedback_form)
    return [f"{parts.scheme}://{parts.netloc}"]


def header_policy(policy: str) -> str:
    """The policy as a header, which can also forbid that other sites frame the page."""
    return f"{policy}; frame-ancestors 'none'"


def scripts_not_allowed(pages: Iterable[tuple[str, str]], policy: str) -> Iterator[tuple[str, str]]:
    """Every inline script of finished pages that the policy does not allow, with the address of its page."""
    allowed: set[str] = set()
    for address, html in pages:
        for script in inline_scripts(html):
            if script in allowed:
                continue
            if source_of(script) in policy:
                allowed.add(script)
            else:
                yield address, script
