"""Write the manifest of the model folder: ``python -m training.manifest``; scores come from the scorers' ``--json`` files.

Every trainer that writes into a model folder calls ``refresh``; what a file was trained for is in FILES.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

import newsgraph.extract.pipeline as pipeline
from newsgraph.extract.pipeline.manifest import NAME, Manifest, WeightFile, digest, read_manifest

EXTRACT = Path(pipeline.__file__).parents[1]
"""The folder that word files are named from."""

Features = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Trained:
    """What a file is trained on: corpora, word files, and a function of the folder for its lists of features and labels."""

    corpora: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    features: Callable[[Path], Features] = lambda folder: {}


def _labels(folder: Path) -> Features:
    tables = json.loads((folder / "newsgraph_english/labels.json").read_text(encoding="utf8"))
    return {
        "dependencies": tuple(tables["deps"]),
        "names": tuple(tables["tags"]),
        "tags": tuple(tables["xpos"]),
    }


def _role_features(folder: Path) -> Features:
    from newsgraph.extract.pipeline.role_features import PAIR_FEATURES, WORD_FEATURES

    roles = json.loads((folder / "newsgraph_roles/roles.json").read_text(encoding="utf8"))["roles"]
    return {
        "pair features": tuple(PAIR_FEATURES),
        "roles": tuple(roles),
        "word features": tuple(WORD_FEATURES),
    }


def _relation_features(folder: Path) -> Features:
    from newsgraph.extract.relations.classifier import load_classifier
    from newsgraph.extract.relations.pairs import DEPENDENCIES, KINDS

    relations = load_classifier(folder / "relations.npz").relations
    return {"dependencies": tuple(DEPENDENCIES), "kinds of mentions": tuple(KINDS), "relations": relations}


def _confidence_features(folder: Path) -> Features:
    weights = json.loads((folder / "confidence.json").read_text(encoding="utf8"))["weights"]
    return {"features": tuple(sorted(weights))}


def _judged_features(folder: Path) -> Features:
    return {"features": tuple(sorted(json.loads((folder / "judged.json").read_text(encoding="utf8"))))}


def _noun_features(folder: Path) -> Features:
    return {"features": tuple(sorted(json.loads((folder / "nouns.json").read_text(encoding="utf8"))))}


NAMED = ("en-worldwide-newswire", "ewt", "uner-ewt", "gum (nc=0)", "crossner", "wikigold")
WORDS = ("english/data/common_names.txt", "english/data/given_names.txt", "english/data/noun_types.txt")

FILES = {
    "newsgraph_english/encoder.onnx": Trained(NAMED, features=_labels),
    "newsgraph_english/constants.npz": Trained(NAMED),
    "newsgraph_english/labels.json": Trained(NAMED),
    "newsgraph_english/tokenizer.json": Trained(),
    "newsgraph_roles/roles.npz": Trained(
        ("ewt-propbank",), ("english/frames/rolesets.jsonl.gz",), _role_features
    ),
    "newsgraph_roles/roles.json": Trained(("ewt-propbank",), ("english/frames/rolesets.jsonl.gz",)),
    "ranker.npz": Trained(
        ("gum (nc=0)", "litbank", "gap development", "en-worldwide-newswire train", "polnear train"), WORDS
    ),
    "nouns.json": Trained(
        ("gum (nc=0)", "en-worldwide-newswire train", "polnear train"), WORDS, _noun_features
    ),
    "relations.npz": Trained(("knowledgenet folds 1 to 3", "re-docred dev"), WORDS, _relation_features),
    "confidence.json": Trained(("gum (nc=0)", "ewt dev"), (), _confidence_features),
    "judged.json": Trained(
        ("en-worldwide-newswire dev, train", "polnear dev, train", "gum dev (nc=0)"),
        ("english/data/verb_subjects.txt",),
        _judged_features,
    ),
}
"""Every file of weights of a model folder."""


def entry(folder: Path, name: str, scores: Mapping[str, float]) -> WeightFile:
    """What the manifest says of one file."""
    trained = FILES[name]
    words = {word: digest((EXTRACT / word).read_bytes()) for word in trained.words}
    features = dict(sorted(trained.features(folder).items()))
    sha256 = digest((folder / name).read_bytes())
    return WeightFile(sha256, features, words, trained.corpora, dict(sorted(scores.items())))


def refresh(folder: Path, scores: Mapping[str, Mapping[str, float]] | None = None) -> None:
    """Write the manifest anew; ``scores`` by file. A file whose content is as before keeps the scores it has."""
    old = read_manifest(folder) or Manifest({})
    (folder / NAME).unlink(missing_ok=True)  # what is read below is not to be checked against it
    files = {}
    for name in sorted(FILES):
        if (folder / name).is_file():
            new = entry(folder, name, (scores or {}).get(name, {}))
            before = old.files.get(name)
            if before and before.sha256 == new.sha256 and not new.scores:
                new = entry(folder, name, before.scores)
            files[name] = new
    content = msgspec.json.format(msgspec.json.encode(Manifest(files)), indent=1)
    (folder / NAME).write_bytes(content + b"\n")


def refresh_shipped(path: Path) -> None:
    """Refresh the manifest beside a file of weights that has just been written, if there is one."""
    folder = next((parent for parent in path.absolute().parents if (parent / NAME).is_file()), None)
    if folder:
        refresh(folder)


def main() -> None:
    """Write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", type=Path, default=pipeline.MODEL)
    parser.add_argument(
        "--scores",
        nargs=2,
        action="append",
        default=[],
        metavar=("FILE", "JSON"),
        help="dev scores of a file of weights",
    )
    options = parser.parse_args()
    scores = {name: json.loads(Path(path).read_text(encoding="utf8")) for name, path in options.scores}
    unknown = sorted(scores.keys() - FILES.keys())
    if unknown:
        parser.error(f"not a file of weights: {', '.join(unknown)}; choose from {', '.join(sorted(FILES))}")
    refresh(options.pipeline, scores)


if __name__ == "__main__":
    main()
