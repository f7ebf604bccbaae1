"""Pages of prose: heads, markup and addresses that would show other words than those reviewed."""

from __future__ import annotations

from tests.falsification.attempt import ABOUT, attempt

HEADING = "## 内容怎样核对 {: #checked }\n"

ATTEMPTS = (
    attempt("a template in a head", (ABOUT, "title: 关于本站", "title: 关于本站\ntemplate: home.html")),
    attempt(
        "a page where a record has one", ("../docs/work-areas/projects.md", "", "# 科技项目申报\n\n获资助8000万元\n")
    ),
    attempt("text turned round", (ABOUT, HEADING, f'<bdo dir="rtl">元万0008</bdo>\n\n{HEADING}')),
    attempt(
        "a page that leads away",
        (ABOUT, HEADING, f'<meta http-equiv="refresh" content="0;url=https://example.org">\n\n{HEADING}'),
    ),
    attempt("links to another host", (ABOUT, HEADING, f'<base href="https://example.org/">\n\n{HEADING}')),
    attempt("a frame", (ABOUT, HEADING, f'<iframe src="https://example.org"></iframe>\n\n{HEADING}')),
    attempt("a link that is a program", (ABOUT, HEADING, f"[核对](javascript:alert(1))\n\n{HEADING}")),
    attempt("a style that hides", (ABOUT, HEADING, f"<style>.hedge{{display:none}}</style>\n\n{HEADING}")),
)
