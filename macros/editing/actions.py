"""Every change that a request can ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.editing.blank_parts import add_blank, begin_file
from macros.editing.moving import move
from macros.editing.recording import add_part, fill_in_words, framing, new, only_frames, requote
from macros.editing.session import NOT_KNOWN, Edit, Session
from macros.editing.typing_in import accept, put_value, remove_part
from macros.problems import Refused

ACTIONS: Mapping[str, Callable[[Session, Mapping[str, object]], Edit]] = {
    "put": put_value,
    "accept": accept,
    "remove": remove_part,
    "move": move,
    "blank": add_blank,
    "begin": begin_file,
    "add": add_part,
    "requote": requote,
    "fill": fill_in_words,
    "new": new,
    "framing": framing,
    "only-frames": only_frames,
}


def act(session: Session, request: Mapping[str, object]) -> Edit:
    """Does what a request asks, and reads the result; raises Refused where it asks for what cannot be."""
    action = ACTIONS.get(str(request.get("action")))
    if action is None:
        raise Refused(NOT_KNOWN)
    change = action(session, request)
    session.copy.change(change.said, change.texts, change.typing)
    session.refresh()
    return change
