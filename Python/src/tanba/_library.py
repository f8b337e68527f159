"""The shared library behind the package, called through ctypes, which releases the interpreter's
lock for as long as a call takes."""

from __future__ import annotations

import ctypes
import functools
import json
import os
from array import array
from pathlib import Path

from ._errors import ArgumentError, ClosedError, Diagnostic, DocumentError, Error, LibraryError
from ._errors import RulesError

OK, DOCUMENT_FAILED, BAD_ARGUMENT, BAD_RULES, BAD_HANDLE = range(5)


class _Batch(ctypes.Structure):
    """``tanba_batch`` of the header ``tanba.h``."""

    _fields_ = [
        ("count", ctypes.c_size_t),
        ("texts", ctypes.c_void_p),
        ("texts_length", ctypes.c_size_t),
        ("text_ends", ctypes.c_void_p),
        ("ids", ctypes.c_void_p),
        ("ids_length", ctypes.c_size_t),
        ("id_ends", ctypes.c_void_p),
        ("first_number", ctypes.c_size_t),
        ("reference_date", ctypes.c_char_p),
    ]


def library_path() -> str:
    """Where the shared library lies: ``TANBA_LIBRARY``, else inside the package."""
    given = os.environ.get("TANBA_LIBRARY")
    return given or str(Path(__file__).parent / "_native" / "libtanba.so")


def packaged_rules() -> str | None:
    """The rule folder inside the package, if there is one."""
    folder = Path(__file__).parent / "Rules"
    return str(folder) if (folder / "main.rules").is_file() else None


@functools.cache
def load() -> ctypes.CDLL:
    """Loads the shared library once.

    Raises:
        LibraryError: it is not there, or not of this version, or what it stands on is missing.
    """
    path = library_path()
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise LibraryError(f"Tanba's library can't be loaded: {error}") from error
    try:
        library.tanba_open.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_void_p)]
        library.tanba_close.argtypes = [ctypes.c_void_p]
        library.tanba_extract_batch.argtypes = [
            ctypes.c_void_p,
            ctypes.POINTER(_Batch),
            ctypes.POINTER(ctypes.c_void_p),
            ctypes.POINTER(ctypes.c_size_t),
        ]
        library.tanba_free.argtypes = [ctypes.c_void_p]
        library.tanba_free.restype = None
        library.tanba_describe.argtypes = [ctypes.c_void_p]
        library.tanba_describe.restype = ctypes.c_void_p
        for name in ("tanba_version", "tanba_last_error", "tanba_last_error_json"):
            getattr(library, name).restype = ctypes.c_char_p
    except AttributeError as error:
        raise LibraryError(f"{path} is not Tanba's library: {error}") from error
    return library


def versions() -> dict[str, str]:
    """The versions of the library, of ICU and of Unicode, as ``{"tanba", "icu", "unicode"}``."""
    described: dict[str, str] = json.loads(load().tanba_version())
    return described


def open_pipeline(options: dict[str, object]) -> int:
    """Opens a pipeline and gives its handle."""
    library = load()
    handle = ctypes.c_void_p()
    text = json.dumps({key: value for key, value in options.items() if value is not None})
    if "\\u0000" in text:
        raise ArgumentError("an option holds a NUL")
    if library.tanba_open(text.encode(), ctypes.byref(handle)) != OK:
        raise last_error()
    assert handle.value is not None
    return handle.value


def describe(handle: int) -> dict[str, str]:
    """Where the rules of a pipeline lie and the digest of their files."""
    library = load()
    pointer = library.tanba_describe(handle)
    if not pointer:
        raise last_error()
    try:
        described: dict[str, str] = json.loads(ctypes.string_at(pointer))
    finally:
        library.tanba_free(pointer)
    return described


def extract_batch(
    handle: int,
    texts: bytes | int,
    texts_length: int,
    text_ends: int,
    count: int,
    *,
    ids: tuple[bytes, array[int]] | None = None,
    first_number: int = 0,
    reference_date: str | None = None,
) -> bytes:
    """Extracts from texts that lie one behind the other; JSON Lines, one a text.

    ``text_ends`` is the address of ``count`` 64-bit ends. Texts that fail have the line
    ``{"id", "error"}``.
    """
    library = load()
    batch = _Batch(
        count=count,
        texts_length=texts_length,
        text_ends=text_ends,
        first_number=first_number,
        reference_date=None if reference_date is None else reference_date.encode(),
    )
    batch.texts = (
        texts if isinstance(texts, int) else ctypes.cast(ctypes.c_char_p(texts), ctypes.c_void_p)
    )
    if ids is not None:
        batch.ids = ctypes.cast(ctypes.c_char_p(ids[0]), ctypes.c_void_p)
        batch.ids_length = len(ids[0])
        batch.id_ends = ids[1].buffer_info()[0]
    result = ctypes.c_void_p()
    length = ctypes.c_size_t()
    status = library.tanba_extract_batch(
        handle, ctypes.byref(batch), ctypes.byref(result), ctypes.byref(length)
    )
    if status not in (OK, DOCUMENT_FAILED) or result.value is None:
        raise last_error()
    try:
        return ctypes.string_at(result.value, length.value)
    finally:
        library.tanba_free(result)


def last_error() -> Error:
    """Why the last call of this thread failed, as an exception."""
    library = load()
    report = json.loads(library.tanba_last_error_json() or b'{"status":"internal","message":"?"}')
    message = report["message"]
    match report["status"]:
        case "argument":
            return ArgumentError(message)
        case "document":
            return DocumentError(message)
        case "handle":
            return ClosedError(message)
        case "rules":
            text = (library.tanba_last_error() or b"").decode().rstrip("\n")
            return RulesError(text, [Diagnostic(**each) for each in report.get("diagnostics", [])])
        case _:
            return Error(message)
