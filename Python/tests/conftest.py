"""What the tests share: the checkout, the command to compare with, and an open pipeline."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import tanba

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seed() -> Path:
    return ROOT / "seeds" / "cica-article.txt"


@pytest.fixture(scope="session")
def command():
    """Runs the command with the rules of the checkout and gives its output in bytes."""
    executable = os.environ.get("TANBA_COMMAND", str(ROOT / ".build/release/tanba"))

    def run(*arguments: str, input: bytes = b"", status: int = 0) -> bytes:
        done = subprocess.run(
            [executable, *arguments], input=input, capture_output=True, cwd=ROOT, check=False
        )
        assert done.returncode == status, done.stderr.decode()
        return done.stdout

    return run


@pytest.fixture(scope="session")
def pipeline():
    with tanba.Pipeline() as opened:
        yield opened
