"""A wall of the kernel's own: system calls that no query needs are refused, on Linux (seccomp).

It holds whatever the process is made to do, for all its threads and for good. The network, other programs, and
whatever changes a file system are out of reach; files may still be opened to read from, unless their number is limited.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from errno import EPERM

_X86_64, _AARCH64 = range(2)
_PROCESSORS = {"x86_64": (_X86_64, 0xC000003E), "aarch64": (_AARCH64, 0xC00000B7)}
"""Column of the tables below, and what the kernel calls the processor (``AUDIT_ARCH_...``)."""

_REFUSED = {
    # the network
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "io_uring_setup": (425, 425),
    # other programs and processes
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    # files, but for opening them to read from
    "openat2": (437, 437),
    "open_by_handle_at": (304, 265),
    "creat": (85, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rmdir": (84, None),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "truncate": (76, 45),
    "chmod": (90, None),
    "fchmodat": (268, 53),
}
"""Numbers of calls that are refused, on either processor."""

_OPENING = {"open": ((2, None), 1), "openat": ((257, 56), 2)}
"""Numbers of the calls that open a file, and which of their arguments says what for."""

_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_SECCOMP = (317, 277)
_SET_FILTER, _GET_ACTION, _ALL_THREADS, _NO_NEW_PRIVILEGES = 1, 2, 1, 38
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_REFUSE = _FAIL | EPERM
"""What the kernel does: it lets a call through, or fails it with an error."""

_OTHER_ABI = 0x40000000
"""From here on numbers are those of x32, another table of the same calls."""

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _PROCESSOR, _ARGUMENTS = 0, 4, 16
"""Where the kernel puts the number of a call, the processor it is meant for, and its arguments, of eight bytes each."""


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("yes", ctypes.c_ubyte),
        ("no", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction)))


def can_confine() -> bool:
    """Return whether this system can refuse calls."""
    if not sys.platform.startswith("linux") or sys.maxsize < 1 << 32 or os.uname().machine not in _PROCESSORS:
        return False
    action = ctypes.c_uint(_FAIL)
    return _seccomp(_GET_ACTION, 0, ctypes.byref(action)) == 0


def confine() -> bool:
    """Refuse the calls for good, in all threads; return whether they are refused now, which is tried."""
    if not can_confine():
        return False
    instructions = [_Instruction(*parts) for parts in _filter()]
    program = _Program(len(instructions), (_Instruction * len(instructions))(*instructions))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_NO_NEW_PRIVILEGES, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    return _seccomp(_SET_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0 and _is_refused(library)


def _is_refused(library: ctypes.CDLL) -> bool:
    made = library.socket(1, 1, 0)  # AF_UNIX, SOCK_STREAM
    if made >= 0:
        os.close(made)
    return bool(made < 0)


def _seccomp(operation: int, flags: int, argument: object) -> int:
    number = _SECCOMP[_PROCESSORS[os.uname().machine][0]]
    call = ctypes.CDLL(None, use_errno=True).syscall
    return int(call(ctypes.c_long(number), ctypes.c_ulong(operation), ctypes.c_ulong(flags), argument))


def _filter() -> Iterator[tuple[int, int, int, int]]:
    """Yield the instructions that the kernel runs for each call."""
    column, processor = _PROCESSORS[os.uname().machine]
    refuse = (_RETURN, 0, 0, _REFUSE)
    yield _LOAD, 0, 0, _PROCESSOR
    yield _EQUAL, 1, 0, processor
    yield refuse
    yield _LOAD, 0, 0, _NUMBER
    yield _AT_LEAST, 0, 1, _OTHER_ABI
    yield refuse
    for numbers in _REFUSED.values():
        if (number := numbers[column]) is not None:
            yield _EQUAL, 0, 1, number
            yield refuse
    for numbers, argument in _OPENING.values():
        if (number := numbers[column]) is not None:
            yield _EQUAL, 0, 4, number
            yield _LOAD, 0, 0, _ARGUMENTS + 8 * argument
            yield _ANY_BIT, 0, 1, _TO_WRITE
            yield refuse
            yield _RETURN, 0, 0, _ALLOW
    yield _RETURN, 0, 0, _ALLOW
