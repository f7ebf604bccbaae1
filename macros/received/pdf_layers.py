"""The layers of a PDF file (optional content): which of them are off when it is opened, and what a page calls these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfplumber.page import Page

DEEPEST_FORM = 5
"""Forms within forms that are looked into."""


def names_off(page: Page) -> frozenset[str]:
    """By what the page, and the forms on it, name layers that are off, and the forms that belong to one."""
    off = layers_off(page.page_obj.doc.catalog if page.page_obj.doc else {})
    if not off:
        return frozenset()
    found: set[str] = set()
    for resources in resources_of(page):
        for name, layer in dict_of(resources.get("Properties")).items():
            if is_off(layer, off):
                found.add(name)
        for name, form in dict_of(resources.get("XObject")).items():
            stream = resolve1(form)
            if isinstance(stream, PDFStream) and is_off(stream.attrs.get("OC"), off):
                found.add(name)
    return frozenset(found)


def layers_off(catalog: Mapping[str, Any]) -> frozenset[int]:
    """The layers that are off when the file is opened, by the numbers of their objects."""
    properties = dict_of(catalog.get("OCProperties"))
    default = dict_of(properties.get("D"))
    on, off = (set(numbers_of(default.get(name))) for name in ("ON", "OFF"))
    every = set(numbers_of(properties.get("OCGs"))) if literal_name(default.get("BaseState")) == "OFF" else set()
    return frozenset((every - on) | off)


def is_off(layer: object, off: frozenset[int]) -> bool:
    """Whether a layer is off, or all layers that what stands there belongs to."""
    if isinstance(layer, PDFObjRef) and layer.objid in off:
        return True
    group = dict_of(layer)
    members = group.get("OCGs")
    alone = isinstance(members, PDFObjRef) and not isinstance(resolve1(members), list)
    numbers = numbers_of([members] if alone else members)
    return bool(numbers) and set(numbers) <= off


def resources_of(page: Page) -> Iterator[Mapping[str, Any]]:
    """What the streams of a page name things by: its own resources, and those of the forms on it."""
    yield from resources_below(dict_of(page.page_obj.resources), 0)


def resources_below(resources: Mapping[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    """Resources, and those of the forms that they name."""
    yield resources
    for form in dict_of(resources.get("XObject")).values() if depth < DEEPEST_FORM else ():
        stream = resolve1(form)
        if isinstance(stream, PDFStream) and stream.attrs.get("Resources"):
            yield from resources_below(dict_of(stream.attrs["Resources"]), depth + 1)


def numbers_of(listed: object) -> list[int]:
    """The numbers of the objects in a list."""
    found = resolve1(listed)
    return [one.objid for one in found if isinstance(one, PDFObjRef)] if isinstance(found, Iterable) else []


def dict_of(given: object) -> Mapping[str, Any]:
    """A dictionary; an empty one for anything else."""
    found = resolve1(given)
    return found if isinstance(found, dict) else {}


def literal_name(given: object) -> str:
    """A name of PDF as text."""
    name = getattr(given, "name", given)
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)
