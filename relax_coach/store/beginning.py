"""How a file that someone else made is opened: it can neither hang nor flood the program."""

import errno
import os
import stat
from pathlib import Path


def read_beginning(path: Path, n: int) -> bytes:
    """The first n bytes of the regular file at `path`, or all where it has fewer.

    Opened without waiting, so that a pipe or a device cannot hold the program up. OSError for
    those, and as it arises; ValueError for a name that no file can have.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "this is not a regular file")
    with os.fdopen(descriptor, "rb") as file:
        return file.read(n)
