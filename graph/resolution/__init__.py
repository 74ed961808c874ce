"""Which members of different documents are one entity, and why."""

from .profile import Profile as Profile
from .resolve import Resolution as Resolution
from .resolve import resolve as resolve
