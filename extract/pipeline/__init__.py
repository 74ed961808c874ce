"""The English pipeline: one encoder, one pass, many heads, as an ordinary spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph.errors import InputError, NewsgraphError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"
"""The shipped pipeline, a folder for ``spacy.load``."""

LONGEST_TEXT = 50_000_000
"""Characters; spaCy's own limit guards against memory use that this pipeline does not have."""


def load_pipeline(path: Path | str = MODEL, *, roles: bool = True) -> Language:
    """The English pipeline, ready to use; ``path`` may name another folder of the same kind.

    ``roles=False`` leaves semantic roles (``doc._.frames``) out.

    Raises OSError when the folder is not there, InputError when its configuration names functions that are not ours or
    a file in it is damaged.
    """
    import spacy

    from . import component, frames, tokenizer  # noqa: F401  (they register what the folder's config names)
    from .allowed import check_config

    folder = Path(path)  # never the name of a package, which spaCy would import
    check_config(folder)
    try:
        nlp = spacy.load(folder, exclude=[] if roles else ["newsgraph_roles"])
    except (OSError, NewsgraphError):
        raise
    except Exception as error:  # whatever a damaged file makes of its parser
        raise InputError(f"{folder} cannot be loaded ({type(error).__name__}: {error}).") from error
    nlp.max_length = LONGEST_TEXT
    return nlp
