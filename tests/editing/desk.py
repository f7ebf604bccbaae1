"""An editor on a copy of the demonstration, and what a person does in it with a real mouse and keyboard."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from macros.editing.server import EditingServer, editing
from tests.serving import watched

DOCUMENT = "h1-work-summary"
FIND = """([sentence, words, from]) => {
  const holder = document.querySelector(`.sentence[data-id="${sentence}"]`);
  holder.scrollIntoView({ block: "center" });
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT), range = document.createRange();
  const at = holder.textContent.indexOf(words, from);
  if (at < 0) return null;
  let before = 0, begun = false;
  while (walker.nextNode()) {
    const node = walker.currentNode, end = before + node.length;
    if (!begun && at < end) { range.setStart(node, at - before); begun = true; }
    if (begun && at + words.length <= end) { range.setEnd(node, at + words.length - before); break; }
    before = end;
  }
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0), last = boxes[boxes.length - 1];
  return [boxes[0].left, boxes[0].top + boxes[0].height / 2, last.right, last.top + last.height / 2];
}"""
"""Where on the screen words of a sentence begin and end."""


def post(server: EditingServer, body: Any, **headers: str) -> tuple[int, dict[str, Any]]:
    """What the server answers to a request made by hand: its status, and what it says."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    host = f"127.0.0.1:{server.server_port}"
    own = {"Content-Type": "application/json", "X-Token": server.token, "Host": host} | headers
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    try:
        connection.request("POST", "/_edit/api", sent, own)
        answer = connection.getresponse()
        said = answer.read()
        return answer.status, json.loads(said) if said else {}
    finally:
        connection.close()


def asked(server: EditingServer, **request: object) -> dict[str, Any]:
    """The answer to a request that knows what the editor shows."""
    status, said = post(server, {"version": server.session.version, **request})
    assert status == 200, status
    return said


@contextmanager
def opened(data: Path, browser: Browser) -> Iterator[tuple[Page, EditingServer]]:
    """The editor of a data folder, open in a browser in which nothing goes wrong."""
    with editing(data, 0) as server:
        page, trouble = watched(browser, server.address.partition("_edit")[0], viewport={"width": 1280, "height": 800})
        page.goto(server.address)
        page.locator(".sentence").first.wait_for()
        try:
            yield page, server
        finally:
            page.context.close()
        assert [one for one in trouble if "blob:" not in one] == []


def mouse_over(page: Page, sentence: str, words: str, start: int = 0) -> None:
    """Drags with the mouse over words of a sentence, the first from a place of it on."""
    box = page.evaluate(FIND, [sentence, words, start])
    assert box, words
    page.mouse.move(box[0] + 1, box[1])
    page.mouse.down()
    page.mouse.move((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    page.mouse.move(box[2] - 1, box[3], steps=3)
    for _ in range(100):  # Who drags sees what is selected before letting go.
        if page.evaluate("getSelection().toString()") == words:
            break
        page.mouse.move(box[2] - 1, box[3])
    page.mouse.up()


def drag(page: Page, sentence: str, words: str, start: int = 0) -> None:
    """Selects words of a sentence with the mouse, and waits for the menu."""
    mouse_over(page, sentence, words, start)
    page.locator("#menu:not([hidden])").wait_for()


def into(page: Page, record: str) -> None:
    """Chooses in the menu which record is meant, where it is not chosen already."""
    if page.locator("#target").input_value() != record:
        page.select_option("#target", record)


def choose(page: Page, what: str, text: str = "") -> None:
    """Chooses an item of the menu; of several alike the one that says some text."""
    page.locator(f'#menu [data-what="{what}"]', has_text=text).first.click()


def field(page: Page, *path: str | int) -> Any:
    """A field of the record that is open, by its path."""
    return page.locator(f"#side [data-key='{json.dumps(path, separators=(',', ':'))}']")


def said(page: Page, words: str) -> None:
    """Waits until the line below tells something."""
    page.locator("#status", has_text=words).wait_for()
