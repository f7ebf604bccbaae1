"""What style sheets and scripts may not use: it is unknown to Chromium 80 or Safari 13, which readers still have.

A table of our own: no engine of Safari can be had here, and tools that know all engines need node, which the gate does
without. tests/test_engines.py runs the site in the real Chromium 73 to 92.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.places import ROOT

STYLES = (*sorted((ROOT / "overrides/styles").glob("*.css")), ROOT / "macros/editing/page/editor.css")
SCRIPTS = (
    *sorted((ROOT / "overrides/scripts").glob("*.js")),
    *sorted((ROOT / "macros/editing/page").glob("*.js")),
    ROOT / "macros/building/preview.js",
)
FRAGMENTS = tuple(sorted((ROOT / "overrides").rglob("*.html")))
OLDER = ROOT / "overrides/styles/older.css"

SELECTORS = {
    r":is\(|:where\(|:matches\(": ":is() and :where(): Chromium 88, Safari 14",
    r":not\([^()]*,": "a list in :not(): Chromium 88",
    r"(?<!:not\():focus-visible": "Chromium 86, Safari 15.4; style :focus, and take it back with :not(:focus-visible)",
    r"&": "nested rules: Chromium 112, Safari 16.5",
    r"^@container|^@layer|^@property|^@scope|^@starting-style": "an at-rule of 2021 or later",
    r"^@media[^{]*[<>]": "ranges in @media: Chromium 104, Safari 16.4",
}
"""Patterns of selectors and of what at-rules say."""
NEW_SELECTORS = r":has\(|:popover-open|::details-content|::marker|::backdrop|:user-|:modal|:dir\(|:autofill"
"""May stand by themselves, where the rule can be missed; in a list they would take the others with them."""
PROPERTIES = {
    r"(margin|padding|border)-(inline|block)": "logical shorthands: Chromium 87, Safari 14.1; name the sides",
    r"inset(-.*)?": "Chromium 87, Safari 14.1; name the sides",
    r"border-(start|end)-(start|end)-radius": "Chromium 89, Safari 15",
    r"aspect-ratio": "Chromium 88, Safari 15",
    r"translate|rotate|scale": "Chromium 104, Safari 14.1; use transform",
    r"(overscroll|overflow|contain-intrinsic)-(inline|block).*": "Chromium 90 and later",
    r"column-rule-.*|masonry-.*|anchor-.*|animation-timeline|view-transition-name": "a property of 2021 or later",
}
"""Patterns of whole names of properties that would be missed."""
VALUES = {
    r"\bclamp\(": "clamp(): Safari 13.1; use max() and min()",
    r"\b(color-mix|oklch|oklab|lab|lch|hwb|light-dark|color)\(": "colours of 2021 or later",
    r"\d(dv|sv|lv)(h|w|min|max)\b|\d(lh|rlh|rcap|rex)\b": "units of 2022 or later",
    r"\b(sin|cos|tan|round|mod|rem|pow|sqrt|hypot|abs|sign)\(": "functions of 2022 or later",
    r"^(float|clear): inline-": "float and clear by the direction of writing: Chromium 118, Safari 15",
    r"\brevert-layer\b|\boverflow: clip\b": "values of 2020 or later",
}
"""Patterns of values."""
SYNTAX = {
    r"\?\.(?=[\w$\[(])(?!\d)": "optional chaining: Safari 13.1",
    r"\?\?": "??: Safari 13.1",
    r"(\|\||&&|\*\*)=": "assignment by a logical operator: Chromium 85, Safari 14",
    r"\.#\w|^\s+#\w": "private members: Chromium 84, Safari 15",
    r"^\s+static\b": "static members: Chromium 84, Safari 14.1",
    r"\(\?<[=!]": "looking behind in a regular expression: Safari 16.4",
    r"\d_\d|\b\d+n\b": "separators in numbers and big integers: Chromium 75, Safari 14",
    r"^(const|let|var) .*= await|^await ": "await at the top: Chromium 89, Safari 15",
    r"export \* as": "Safari 14.1",
    r"\.at\(": "at(): Chromium 92, Safari 15.4",
    r"\.replaceAll\(": "replaceAll(): Chromium 85, Safari 13.1",
    r"\.replaceChildren\(": "replaceChildren(): Chromium 86, Safari 14",
    r"\.(findLast|findLastIndex|toSorted|toReversed|toSpliced)\(": "methods of lists of 2022 or later",
    r"\b(structuredClone|reportError|queryLocalFonts)\(": "functions of 2022 or later",
    r"\b(Object\.(hasOwn|groupBy)|Promise\.(any|withResolvers)|Array\.fromAsync|AbortSignal\.)": "of 2020 or later",
    r"\bIntl\.(Segmenter|ListFormat|DisplayNames|DurationFormat)": "Safari 14 or later",
    r"\b(WeakRef|FinalizationRegistry|CSSStyleSheet)\b": "Chromium 84, Safari 14.1",
    r"\.role\b|\.aria[A-Z]": "attributes of ARIA as properties; use setAttribute",
    r"\b(inset|margin|padding)(Inline|Block)\b": "logical shorthands of styles: Chromium 87",
    r":is\(|:where\(|:has\(|:not\([^()]*,": "selectors of Chromium 88 or later: a query throws",
    r"(?<!place)\.(showModal|showPopover|hidePopover|togglePopover|checkVisibility|requestSubmit)\(": "may be missing",
    r"\bcrypto\.randomUUID|(?<!navigator\.clipboard && )navigator\.clipboard\.": "may be missing; ask first",
}
"""Patterns of scripts, a line at a time."""
CLASS = re.compile(r"^(?:export )?class .*?^}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"\w+(?: = .*)?;?")
"""A field of a class, where its members stand: Safari 14."""
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def in_styles(text: str) -> Iterator[str]:
    """What a style sheet uses that is not known everywhere."""
    plain = COMMENT.sub("", text)
    for statement in re.findall(r"([^{};]+)\{", plain):
        told = " ".join(statement.split())
        if told.startswith("@supports"):
            continue
        for pattern, why in SELECTORS.items():
            if re.search(pattern, told):
                yield f"{told}: {why}"
        if "," in told and not told.startswith("@") and re.search(NEW_SELECTORS, told):
            yield f"{told}: a new selector takes the others of its list with it"
    for selector, body in RULE.findall(plain):
        for one in in_rule(body):
            yield f"{' '.join(selector.split())}: {one}"


def in_rule(body: str) -> Iterator[str]:
    """What the declarations of a rule use."""
    pairs = [tuple(map(str.strip, one.split(":", 1))) for one in body.split(";") if ":" in one]
    before: set[str] = set()
    names = {name for name, *_ in pairs}
    is_flex = any(name == "display" and value.endswith("flex") for name, value in pairs)
    for name, value in pairs:
        for pattern, why in PROPERTIES.items():
            if re.fullmatch(pattern, name):
                yield f"{name}: {why}"
        for pattern, why in VALUES.items():
            if re.search(pattern, f"{name}: {value}") and name not in before:
                yield f"{name}: {value}: {why}"
        if re.search(r"\dcq", value) and name not in before:
            yield f"{name}: {value}: units of containers: Chromium 105; state another value before"
        if is_flex and re.fullmatch("align-(items|content|self)|justify-content", name) and value in ("start", "end"):
            yield f"{name}: {value} in a flex container: Chromium 93; use flex-{value}"
        if name == "text-decoration" and " " in value:
            yield f"{name}: {value}: a shorthand of several: Safari; name each"
        if name in ("appearance", "text-size-adjust", "user-select") and f"-webkit-{name}" not in names:
            yield f"{name}: Safari knows -webkit-{name} alone"
        before.add(name)


def flex_gaps(text: str) -> Iterator[str]:
    """The selectors of flex containers with a gap between columns: Chromium 84, Safari 14.1."""
    for selector, body in RULE.findall(COMMENT.sub("", text)):
        gap = re.search(r"(?<![\w-])(?:column-)?gap:([^;]+)", body)
        if gap and not gap[1].split()[-1].startswith("0") and re.search(r"display: (inline-)?flex", body):
            yield from (one.strip() for one in selector.split(","))


def in_script(text: str) -> Iterator[str]:
    """What a script uses that is not known everywhere."""
    plain = re.sub(r"(?<![:\"'`\\])//.*", "", COMMENT.sub("", text))
    for line in plain.splitlines():
        for pattern, why in SYNTAX.items():
            if re.search(pattern, line):
                yield f"{line.strip()[:100]}: {why}"
    for body in CLASS.findall(plain):
        lines = [line for line in body.splitlines()[1:] if line.strip()]
        depth = len(lines[0]) - len(lines[0].lstrip())
        members = (line[depth:] for line in lines if line[:depth].isspace())
        yield from (f"{one}: a field of a class: Safari 14" for one in members if FIELD.fullmatch(one))


def scripts_of(file: Path) -> str:
    """The scripts within a fragment of pages."""
    return "\n".join(re.findall(r"<script(?![^>]*json)[^>]*>(.*?)</script>", file.read_text("utf-8"), re.DOTALL))
