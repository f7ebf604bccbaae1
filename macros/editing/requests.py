"""What the page asks for, and what it is told: looks at things, changes of them, saving, handing over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.editing.actions import act
from macros.editing.answers import changes_shown, look, memory_shown, sentence_shown_alone, state_shown
from macros.editing.document_view import JsonRow
from macros.editing.handing_over import author_known, branch_with, patch_of
from macros.editing.left_over import blocking
from macros.editing.record_view import words
from macros.editing.session import NOT_KNOWN, Session
from macros.problems import Refused
from macros.text.languages import Bilingual

STALE = Bilingual(
    "在别的窗口里有了新的改动，已重新载入。请再做一次。",
    "Something was changed in another window and has been loaded; do this once more.",
)


def answer_to(session: Session, request: Mapping[str, object]) -> JsonRow:
    """What the page is told for a request; raises Refused where it asks for what cannot be."""
    asked = str(request.get("ask"))
    if asked in ("look", "sentence"):
        return look(session, request) if asked == "look" else sentence_shown_alone(session, request)
    if asked == "memory":
        return memory_shown(session, request)
    if asked == "changes":
        name, email = author_known(session.copy.data)
        return {
            "rows": changes_shown(session),
            "name": name,
            "email": email,
            "since": [one.path for one in session.copy.since()],
        }
    if asked == "patch":
        return {"patch": patch_of(session.copy.since(), session.copy.data.name)}
    found: JsonRow = {}
    if asked != "state":
        if request.get("version") != session.version:
            raise Refused(STALE)
        found = dict(CHANGING.get(asked, not_known)(session, request))
    showing = request.get("showing")
    showing = showing if isinstance(showing, dict) else {}
    select = found.get("select")
    record = select["record"] if isinstance(select, dict) and select.get("record") else showing.get("record")
    return found | {"state": state_shown(session, showing.get("document"), record)}


def not_known(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A request for something that there is not."""
    raise Refused(NOT_KNOWN)


def acted(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A change, and the part that it made or changed."""
    change = act(session, request)
    return {"said": words(change.said), "select": {"record": change.record, "path": list(change.path)}}


def stepped(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A change undone, or made again."""
    copy = session.copy
    said = copy.take_back() if request.get("ask") == "undo" else copy.repeat()
    session.refresh()
    return {"said": words(said) if said else None}


def saved(session: Session, request: Mapping[str, object]) -> JsonRow:
    """The changes written into the data folder; what others changed, and mistakes, are told first."""
    if found := session.copy.conflicts():
        rows = [{"path": one.path, "theirs": one.theirs, "ours": one.ours} for one in found]
        session.refresh()
        return {"conflicts": rows}
    session.refresh()
    if request.get("draft") is not True and (mistakes := blocking(session)):
        return {"mistakes": mistakes}
    return {"saved": session.copy.save()}


def settled(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A conflict settled as the person chose."""
    path = next((one.path for one in session.copy.conflicts() if one.path == request.get("path")), None)
    if path is None:
        raise Refused(NOT_KNOWN)
    session.copy.settle(path, ours=request.get("keep") == "ours")
    session.refresh()
    return {}


def branched(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A branch with what was changed."""
    given = [str(request.get(name) or "").strip()[:200] for name in ("name", "email", "message")]
    message = given[2] or "；".join(row["title"][0] for row in changes_shown(session)) or "编辑数据"
    branch = branch_with(session.copy.data, list(session.copy.since()), given[0], given[1], message)
    session.copy.handed_over()
    return {"branch": branch}


CHANGING: Mapping[str, Callable[[Session, Mapping[str, object]], JsonRow]] = {
    "act": acted,
    "undo": stepped,
    "redo": stepped,
    "save": saved,
    "settle": settled,
    "branch": branched,
}
"""Requests that change something; each names the version that its page shows."""
