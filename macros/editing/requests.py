"""What the page asks for, and what it is told: looks at things, changes of them, saving, handing over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from macros.editing.actions import act
from macros.editing.answers import changes_shown, look, memory_shown, sentence_shown_alone, state_shown
from macros.editing.document_view import JsonRow
from macros.editing.handing_over import author_known, branch_with, files_handed, patch_of, push_command
from macros.editing.left_over import blocking
from macros.editing.record_view import words
from macros.editing.session import NOT_KNOWN, Session
from macros.editing.working_copy import Conflict
from macros.problems import Refused
from macros.system.clock import today
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
            "handed": files_handed(session.copy.data, list(session.copy.since())),
        }
    if asked == "patch":
        return {"patch": patch_of(session.copy.data, list(session.copy.since())), "day": today().isoformat()}
    found: JsonRow = {}
    if asked != "state":
        if session.copy.finish_begun():
            session.refresh()
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
        session.refresh()
        return {"conflicts": conflicts_shown(found)}
    session.refresh()
    if request.get("draft") is not True and (mistakes := blocking(session)):
        return {"mistakes": mistakes}
    written = session.copy.save()
    if found := session.copy.conflicts():  # Somebody has written while this was asked and checked.
        session.refresh()
        return {"conflicts": conflicts_shown(found)}
    return {"saved": written}


def conflicts_shown(found: Iterable[Conflict]) -> list[JsonRow]:
    """Conflicts as the page takes them."""
    return [{"path": one.path, "theirs": one.theirs, "ours": one.ours, "seen": one.seen} for one in found]


def settled(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A conflict settled as the person chose who has seen it; told anew where theirs is not what was seen."""
    found = session.copy.conflicts()
    one = next((one for one in found if one.path == request.get("path")), None)
    if one is None or request.get("keep") not in ("ours", "theirs"):
        raise Refused(NOT_KNOWN)
    if request.get("seen") != one.seen:
        return {"conflicts": conflicts_shown(found)}
    session.copy.settle(one, ours=request.get("keep") == "ours")
    session.refresh()
    return {}


def branched(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A branch with what was changed, and how it is pushed."""
    given = [str(request.get(name) or "").strip()[:200] for name in ("name", "email", "message")]
    message = given[2] or "；".join(row["title"][0] for row in changes_shown(session)) or "编辑数据"
    branch = branch_with(session.copy.data, list(session.copy.since()), given[0], given[1], message)
    session.copy.handed_over()
    return {"branch": branch, "push": push_command(session.copy.data, branch)}


CHANGING: Mapping[str, Callable[[Session, Mapping[str, object]], JsonRow]] = {
    "act": acted,
    "undo": stepped,
    "redo": stepped,
    "save": saved,
    "settle": settled,
    "branch": branched,
}
"""Requests that change something; each names the version that its page shows."""
