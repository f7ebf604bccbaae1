"""Characters that a browser counts as two: what is marked and what is selected are the words that the program means."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.drafts import empty_bureau, import_text
from tests.editing.desk import choose, drag, opened, said

TEXT = "某局2031年总结\n一、服务\n𠮷水😀𠮷水😀企业，甲地，乙地培育企业15家。\n"


def test_places_are_those_of_whole_characters(tmp_path: Path, browser: Browser) -> None:
    data = empty_bureau(tmp_path)
    import_text(data, "a.txt", TEXT)
    area = next(one for one in (data / "work-areas").glob("*.yml") if one.name != "example.yml")
    with opened(data, browser) as (page, server):
        page.locator(".sentence", has_text="𠮷水").wait_for()
        expect(page.locator(".mark--figure").last).to_have_text("15家")
        drag(page, "s1-1", "甲地")
        choose(page, "statement")
        said(page, "记入")
        written = (server.session.copy.work / "work-areas" / area.name).read_text("utf-8")
    assert "quote: 甲地\n" in written
