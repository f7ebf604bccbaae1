"""What a page of prose calls are macros, each as it may be called; what is not is told with its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from macros.problems import Place, Problem
from macros.rules.prose_macros import CODE, MACROS, belongs_on
from macros.text.languages import Bilingual, Language

OF_THE_ENGINE = frozenset(
    "macros_info now context fix_url config environment extra files filters filters_builtin git macros navigation page "
    "plugin scope self site texts title description written".split()
)
"""What MkDocs-Macros adds by itself, with what a run of MkDocs and the head of a page add."""
FILTERS_OF_THE_ENGINE = ("pretty", "relative_url")
"""The filters that it adds."""
LIKE_A_MACRO = 0.8
"""How alike a name that is misspelt is to the right one, from 0 to 1."""


def problems_of_template(text: str, shown: str, address: str, languages: Sequence[Language] = ()) -> Iterator[Problem]:
    """As ``problems_of_calls``, of a page that holds more than calls that are right."""
    engine = Environment(autoescape=True)
    engine.filters |= dict.fromkeys(FILTERS_OF_THE_ENGINE, str)
    try:
        page = engine.parse(text)
        unknown = find_undeclared_variables(page) - set(engine.globals) - OF_THE_ENGINE
    except TemplateSyntaxError as error:
        yield problem_at(text, error.lineno, "", shown, braces_not_read(sentence_of(error)))
        return
    except RecursionError:
        first = min(at for sign in CODE if (at := text.find(sign)) >= 0)
        yield problem_at(text, text.count("\n", 0, first) + 1, "", shown, braces_not_read("they are nested too deeply"))
        return
    asked = names_asked_for(page)
    calls = {call.node: call for call in page.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    for named in page.find_all(nodes.Name):
        call = calls.get(named)
        judged = named.name in unknown and (call or named.name not in asked)
        told = problem_of_name(named.name, call) if judged else None
        if judged and not told and not belongs_on(named.name, address, languages):
            told = belongs_elsewhere(named.name, MACROS[named.name])
        if told:
            yield problem_at(text, named.lineno, named.name, shown, told)


def names_asked_for(page: nodes.Template) -> set[str]:
    """The names of which a template says what is to be where there is nothing of that name."""
    asking = [test.node for test in page.find_all(nodes.Test) if test.name in ("defined", "undefined")]
    asking += [one.node for one in page.find_all(nodes.Filter) if one.name in ("default", "d") and one.node]
    return {one.name for one in asking if isinstance(one, nodes.Name)}


def problem_of_name(name: str, call: nodes.Call | None) -> tuple[Bilingual, Bilingual] | None:
    """What is wrong with a name that stands in a page, called or not, and the fix; None where it is a macro called."""
    if name not in MACROS:
        return no_macro(name)
    if call is None or call.args or call.kwargs or call.dyn_args or call.dyn_kwargs:
        return not_called_alone(name)
    return None


def problem_at(text: str, line: int, name: str, shown: str, told: tuple[Bilingual, Bilingual]) -> Problem:
    """A problem where ``name`` first stands in a line of the text, else where a template begins in it."""
    excerpt = text.split("\n")[line - 1]
    found = re.search(rf"\b{re.escape(name)}\b" if name else "|".join(map(re.escape, CODE)), excerpt)
    return Problem(Place(shown, line, found.start() + 1 if found else 1), *told, excerpt=excerpt)


def sentence_of(error: TemplateSyntaxError) -> str:
    """What the template engine says, without its full stop and without where in the text it was: the line is told."""
    return re.sub(r" at \d+$", "", (error.message or "").rstrip("."))


def as_call(name: str) -> str:
    """A call as it is written in a page."""
    return f"{{{{ {name}() }}}}"


def braces_not_read(why: str) -> tuple[Bilingual, Bilingual]:
    """``why`` is what the template engine says of it, in English."""
    return (
        Bilingual("花括号用来调用宏，这里的写法读不懂。", f"Braces call a macro, and these cannot be read: {why}."),
        Bilingual(
            "调用宏写成 {{ 宏的名称() }}；要把花括号当文字显示的，前面加 {% raw %}，后面加 {% endraw %}；"
            "标题的编号写成 {: #编号 }。",
            "A macro is called {{ name() }}. Put {% raw %} before and {% endraw %} after braces that are to be read; "
            "the id of a heading is written {: #id }.",
        ),
    )


def no_macro(name: str) -> tuple[Bilingual, Bilingual]:
    """With the name that was meant, where one is like it, else with all of them."""
    wrong = Bilingual(f"没有名为“{name}”的宏。", f'No macro is called "{name}".')
    if meant := difflib.get_close_matches(name.lower(), MACROS, n=1, cutoff=LIKE_A_MACRO):
        return wrong, Bilingual(f"改为 {as_call(meant[0])}。", f"Write {as_call(meant[0])}.")
    return wrong, Bilingual(f"可以用的宏：{'、'.join(MACROS)}。", f"The macros are: {', '.join(MACROS)}.")


def not_called_alone(name: str) -> tuple[Bilingual, Bilingual]:
    """Without its parentheses a macro is shown as a piece of software; between them it takes nothing."""
    return (
        Bilingual(
            "宏的名称后面须有一对半角圆括号，括号里不写内容。", "A macro's name is followed by () with nothing between."
        ),
        Bilingual(f"改为 {as_call(name)}。", f"Write {as_call(name)}."),
    )


def belongs_elsewhere(name: str, address: str) -> tuple[Bilingual, Bilingual]:
    """A list has one address, which its further pages follow."""
    return (
        Bilingual(f"宏“{name}”只能用在网页 /{address} 上。", f'The macro "{name}" works on the page /{address} alone.'),
        Bilingual("删去；需要时写指向该页的链接。", "Delete it; link to that page instead where that helps."),
    )
