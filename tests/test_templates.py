"""How templates are read: less what only those who write them need."""

from __future__ import annotations

import jinja2
import pytest

from macros.pages.templates import without_indents


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("<p>\n  a\n\n  <b>b</b>\n</p>", "<p>\na\n<b>b</b>\n</p>"),
        ("{% if true %}\n    a\n    {% endif %}\n    b", " a\n b"),
        ("{# why #}\n  a", " a"),
        ("{% if true %}\n\n  a{% endif %}", "\na"),
        ("{% if true -%}\n  a\n  {%- endif %}\n", "a"),
        ("a{{ 1 }}\n  {{ 2 }}", "a1\n2"),
    ],
)
def test_space_parts_the_same_words_without_indents(written: str, filled: str) -> None:
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
    assert environment.from_string(without_indents(written)).render() == filled
    assert filled.split() == environment.from_string(written).render().split()
