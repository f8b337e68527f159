"""The recipes of the documentation, run as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "Documentation" / "Recipes.md").read_text()
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def recipes():
    """Each recipe with what the page says that it gives."""
    blocks = list(BLOCK.finditer(PAGE))
    for block, answer in zip(blocks, blocks[1:]):
        if block[1] in ("sh", "python"):
            heading = re.findall(r"^## (.*)$", PAGE[: block.start()], re.MULTILINE)[-1]
            assert answer[1] == "text", f"the recipe below “{heading}” has no output"
            yield pytest.param(block[1], block[3], answer[3], id=heading.replace(" ", "-"))


@pytest.fixture
def folder(tmp_path):
    for block in BLOCK.finditer(PAGE):
        if block[2]:
            (tmp_path / block[2]).write_text(block[3])
    return tmp_path


@pytest.mark.parametrize(("language", "code", "expected"), list(recipes()))
def test_recipe(folder, language, code, expected):
    if language == "sh" and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    executable = os.environ.get("TANBA_COMMAND", str(ROOT / ".build/release/tanba"))
    environment = os.environ | {
        "PATH": f"{Path(executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TANBA_RULES": str(ROOT / "Rules"),
        "HF_HOME": str(folder / "hf"),
        "HF_HUB_OFFLINE": "1",
        "LC_ALL": "C",
        "PYTHONUTF8": "1",
    }
    script = folder / f"recipe.{'py' if language == 'python' else 'sh'}"
    script.write_text(code)
    command = [sys.executable, script] if language == "python" else ["bash", "-o", "pipefail", script]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == expected


def test_there_are_recipes():
    assert len(list(recipes())) == 7
