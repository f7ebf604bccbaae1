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
    *(
        attempt(f"markup over two lines: {name}", (ABOUT, HEADING, f"{markup}\n\n{HEADING}"))
        for name, markup in (
            ("a style", '<p\nstyle="display:none">获资助</p>'),
            ("a link", "[核对](\njavascript:alert(1))"),
            ("a reference", "[核对][x]\n\n[x]:\njavascript:alert(1)"),
            ("half of a scheme", "[核对][x]\n\n[x]: java\nscript:alert(1)"),
        )
    ),
    attempt("a style that hides", (ABOUT, HEADING, f"<style>.hedge{{display:none}}</style>\n\n{HEADING}")),
    *(
        attempt(
            f"a heading with {attributes}", (ABOUT, "## 内容怎样核对 {: #checked }", f"## 内容怎样核对 {attributes}")
        )
        for attributes in ("{: #checked .hidden }", "{hidden}", '{: style="display:none" }')
    ),
    *(
        attempt(f"attributes between backticks: {name}", (ABOUT, HEADING, f"{markup}\n\n{HEADING}"))
        for name, markup in (
            ("of two code spans", "`` ` `` *获资助*{: .hidden } `x"),
            ("that are escaped", "\\`*获资助*{: .hidden } \\`"),
            ("of the line before", "`c\nd` *获资助*{: .hidden } `x`"),
        )
    ),
    attempt("a paragraph read out alone", (ABOUT, HEADING, f"获资助9000万元\n{{ .visually-hidden }}\n\n{HEADING}")),
    attempt("characters that turn text round", (ABOUT, HEADING, f"元万\u202e0008\n\n{HEADING}")),
    attempt("characters that nobody sees", (ABOUT, HEADING, f"获资\u200b助\n\n{HEADING}")),
    *(
        attempt(f"a file beside the pages: {name}", (f"../docs/{name}", "", "获资助9000万元\n"))
        for name in ("more.html", "more.js", "robots.txt", "more.MD")
    ),
    attempt("a number on a page", (ABOUT, HEADING, f"获资助9000万元。\n\n{HEADING}"), told=("获资助9000万元",)),
    attempt(
        "a number that a template makes",
        (ABOUT, HEADING, f"获资助{{{{ 90*100 }}}}万元。\n\n{HEADING}"),
        told=("获资助9000万元",),
    ),
    attempt("a page of another body", (ABOUT, "title: 关于本站", "title: 关于国务院"), told=("关于国务院",)),
    attempt(
        "a page that is new",
        ("../docs/more.md", "", "---\ntitle: 资助\ndescription: 说明\n---\n\n获资助9000万元。\n"),
        told=("/more/", "获资助9000万元"),
    ),
)
