"""The pages for readers who report an error, or answer the bureau's questions."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records.addresses import record_address
from macros.records.kinds import WORK_AREAS
from macros.register.questions import questions


def feedback(renderer: Renderer, here: Here) -> str:
    """A way to report an error: a form to send, or one to copy or print; and where else the bureau can be reached."""
    bureau = renderer.register.bureau
    ways = (bureau.feedback_form, bureau.issue_tracker, bureau.email, bureau.telephone, bureau.address)
    return renderer.fill("feedback.html", here, reachable=any(ways), asked=bool(questions(renderer.register)))


def survey(renderer: Renderer, here: Here) -> str:
    """The questions put to readers: a form to send, or one to print."""
    groups = [
        {"area": record_address(WORK_AREAS, ident), "id": ident, "list": one}
        for ident, one in questions(renderer.register)
    ]
    return renderer.fill("survey.html", here, groups=groups, title=renderer.register.interface["survey"])
