"""The wheel in an environment that has nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

WHEEL = os.environ.get("TANBA_WHEEL")
pytestmark = pytest.mark.skipif(WHEEL is None, reason="TANBA_WHEEL names no wheel")


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """An interpreter with the wheel and nothing more."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", site,
         WHEEL], check=True,
    )
    return python


def run(python: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [python, "-I", "-c", code, *arguments], capture_output=True, cwd="/", env={}, check=False
    )


def test_gives_what_the_command_gives(python, command, seed):
    done = run(
        python,
        "import sys, tanba\n"
        "text = open(sys.argv[1], 'rb').read()\n"
        "found = tanba.Pipeline().extract(text, id='seeds/cica-article.txt')\n"
        "sys.stdout.buffer.write(found.json_bytes + b'\\n')",
        str(seed),
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == command("extract", "seeds/cica-article.txt")


def test_uses_the_icu_that_it_brings(python):
    done = run(
        python,
        "import tanba; tanba.versions()\n"
        "print([line.split()[-1] for line in open('/proc/self/maps') if 'libicu' in line])",
    )
    paths = set(eval(done.stdout))
    assert len(paths) == 3
    assert all("/tanba.libs/" in path for path in paths)


def test_says_so_where_icu_is_missing(python, tmp_path):
    site = next(python.parents[1].glob("lib/python*/site-packages"))
    shutil.copytree(site / "tanba", tmp_path / "tanba")
    done = run(
        python,
        "import sys; sys.path.insert(0, sys.argv[1]); import tanba\n"
        "try: tanba.Pipeline()\nexcept tanba.LibraryError as error: print(error)",
        str(tmp_path),
    )
    assert b"libicu" in done.stdout and b"No such file" in done.stdout, done.stderr.decode()
