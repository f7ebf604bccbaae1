"""Writes the bill of materials of the site (CycloneDX 1.6): ``make sbom``.

It lists what is installed to build the site, and the one script of others that the site carries. The same lock file
gives the same bytes: there is no time and no random number in it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from macros.problems import Refused
from macros.system import console
from macros.system.atomic_write import check_of_its_kind
from tests.places import ROOT
from tests.tools.supply.locks import Locked, locked_in, written

BEGINNING = '{\n  "$schema": "http://cyclonedx.org/schema/bom-'
STEMMER = "overrides/scripts/english-stemmer.js"


def bill() -> dict[str, Any]:
    """The bill of materials, as JSON."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    packages = locked_in("requirements/site.txt")
    references: dict[str, list[str]] = {}
    for package in packages:  # A package may be locked at two versions, for older and newer Pythons.
        references.setdefault(package.name, []).append(reference(package))
    stemmer = snowball(packages)
    direct = sorted(ref for name in names(project["dependencies"]) for ref in references[name])
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": [*map(component, packages), stemmer],
        "dependencies": [
            {"ref": project["name"], "dependsOn": [*direct, stemmer["bom-ref"]]},
            *({"ref": reference(package), "dependsOn": needed(package, references)} for package in packages),
            {"ref": stemmer["bom-ref"], "dependsOn": []},
        ],
    }


def reference(one: Locked) -> str:
    """The package's address in the registry's own terms; it names no host."""
    return f"pkg:pypi/{one.name}@{one.version}"


def component(one: Locked) -> dict[str, Any]:
    """A package with its licence and the hashes of every file it may be installed from."""
    return {
        "type": "library",
        "bom-ref": reference(one),
        "name": one.name,
        "version": one.version,
        "purl": reference(one),
        "licenses": [{"expression": written()[one.name, "site"]}],
        "externalReferences": [
            {
                "type": "distribution",
                "url": reference(one),
                "hashes": [{"alg": "SHA-256", "content": found} for found in one.hashes],
            }
        ],
    }


def snowball(packages: list[Locked]) -> dict[str, Any]:
    """The stemmer's script, which readers' browsers run; of the same version as the package."""
    version = next(package.version for package in packages if package.name == "snowballstemmer")
    return {
        "type": "file",
        "bom-ref": STEMMER,
        "name": STEMMER,
        "version": version,
        "licenses": [{"expression": "BSD-3-Clause"}],
    }


def names(requirements: list[str]) -> set[str]:
    """The packages that are asked for; what only an extra asks for is left out."""
    asked = map(Requirement, requirements)
    return {canonicalize_name(one.name) for one in asked if "extra" not in str(one.marker or "")}


def needed(one: Locked, references: dict[str, list[str]]) -> list[str]:
    """What a package asks for among the locked; nothing is known of one that is not installed on this system."""
    try:
        asked = names(requires(one.name) or [])
    except PackageNotFoundError:
        return []
    return sorted(ref for name in asked for ref in references.get(name, []))


def main(arguments: list[str]) -> int:
    """Writes the bill into the file named."""
    file = Path(arguments[0])
    try:
        check_of_its_kind(file, BEGINNING, "BILL")
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    file.parent.mkdir(parents=True, exist_ok=True)
    found = bill()
    file.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"{file}: {len(found['components'])} components")
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
