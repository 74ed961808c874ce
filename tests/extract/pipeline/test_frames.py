"""Semantic roles: who does what to whom, in the Doc, in its bytes, in every thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsgraph.extract.english.rolesets import roleset, rolesets
from newsgraph.extract.pipeline import MODEL, load_pipeline
from newsgraph.extract.pipeline.found_frames import FoundFrame, FoundRole, pair_light_verbs
from newsgraph.extract.pipeline.frames import RoleLabeller, argument_span, register_frames
from newsgraph.extract.pipeline.role_files import FILES, read_model
from newsgraph.extract.pipeline.roles import best_roles


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


def roles_of(doc: Doc, predicate: str) -> dict[str, str]:
    """The roles of one predicate with the words of each argument; its roleset under "sense"."""
    (frame,) = (frame for frame in doc._.frames if doc[frame.predicate].text == predicate)
    found = {role.name: argument_span(doc, frame.predicate, role.head).text for role in frame.roles}
    return found | {"sense": frame.roleset}


def test_a_verb_has_its_participants_and_circumstances(nlp: Language) -> None:
    """Agent, thing, recipient, time."""
    doc = nlp("The ministry sold three ferries to a Danish firm on Friday.")
    found = roles_of(doc, "sold")
    assert found == {
        "sense": "sell.01",
        "ARG0": "The ministry",
        "ARG1": "three ferries",
        "ARG2": "to a Danish firm",
        "ARGM-TMP": "on Friday",
    }


def test_the_passive_keeps_its_roles(nlp: Language) -> None:
    """The subject of a passive is what is done to, whoever "by" names does it."""
    found = roles_of(nlp("Two reporters were arrested by soldiers."), "arrested")
    assert (found["ARG1"], found["ARG0"]) == ("Two reporters", "by soldiers")


def test_negation_and_modals(nlp: Language) -> None:
    """Both hang on the verb they change."""
    found = roles_of(nlp("The council will not close the library."), "close")
    assert (found["ARGM-MOD"], found["ARGM-NEG"]) == ("will", "not")


def test_a_noun_has_participants(nlp: Language) -> None:
    """A noun of an event is a predicate like its verb."""
    found = roles_of(nlp("Analysts praised the purchase of Lorvane by Tessfield."), "purchase")
    assert found["sense"] == "purchase.01"
    assert (found["ARG0"], found["ARG1"]) == ("by Tessfield", "of Lorvane")


def test_an_argument_is_cut_where_its_predicate_is_inside(nlp: Language) -> None:
    """What a relative clause says of somebody is no part of who does it."""
    doc = nlp("A judge who lives in Turin signed the order.")
    found = roles_of(doc, "lives")
    assert (found["ARG0"], found["R-ARG0"]) == ("A judge", "who")
    assert roles_of(doc, "signed")["ARG0"] == "A judge who lives in Turin"


def test_auxiliaries_are_not_predicates(nlp: Language) -> None:
    """Only what they help is."""
    doc = nlp("The bridge has been repaired.")
    assert [doc[frame.predicate].text for frame in doc._.frames] == ["repaired"]


def test_a_particle_makes_another_sense(nlp: Language) -> None:
    """A verb and its particle are looked up together."""
    assert roles_of(nlp("They called off the strike."), "called")["sense"].startswith("call_off.")


def test_frames_survive_bytes_and_a_doc_bin(nlp: Language) -> None:
    """Without user data too, and in a process that never loaded the pipeline."""
    doc = nlp("Rain flooded the valley.\n\nFarmers blamed a dam.")
    assert [frame.roleset for frame in doc._.frames] == ["flood.01", "blame.01"]
    packed = DocBin(attrs=["LEMMA", "HEAD", "DEP"], docs=[doc]).to_bytes()
    vocab = spacy.blank("en").vocab
    (unpacked,) = DocBin().from_bytes(packed).get_docs(vocab)
    assert unpacked._.frames == doc._.frames
    assert Doc(vocab).from_bytes(doc.to_bytes())._.frames == doc._.frames


def test_a_doc_nobody_has_read_has_no_frames() -> None:
    """The extension is there and empty."""
    register_frames()
    assert spacy.blank("en")("Rain fell.")._.frames == ()


def test_threads_find_the_same(nlp: Language) -> None:
    """One pipeline, many threads, one result."""
    texts = [
        f"The {thing} that {who} bought from the state was sold to a bank in {year}."
        for thing in ("mine", "harbour", "school")
        for who in ("a widow", "brothers", "two firms")
        for year in (1984, 2003)
    ]
    alone = [nlp(text)._.frames for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: nlp(text)._.frames, texts)) == alone


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "Yes", "x" * 300, "go " * 700])
def test_odd_texts(nlp: Language, text: str) -> None:
    """Nothing, blanks, one word, one very long sentence."""
    doc = nlp(text)
    for frame in doc._.frames:
        assert all(0 <= role.head < len(doc) for role in frame.roles)


def test_the_component_says_what_it_lacks(nlp: Language) -> None:
    """A model, or the vectors of the encoder."""
    with pytest.raises(ValueError, match="has no model yet"):
        RoleLabeller()(nlp.make_doc("Rain fell."))
    with pytest.raises(ValueError, match="needs the vectors of newsgraph_english"):
        nlp.get_pipe("newsgraph_roles")(nlp.make_doc("Rain fell."))  # type: ignore[operator]


def test_weights_of_another_inventory_are_refused() -> None:
    """The weights know which features and which rolesets they were trained for."""
    contents = {name: (MODEL / "newsgraph_roles" / name).read_bytes() for name in FILES}
    table = contents["roles.json"]
    with pytest.raises(ValueError, match="was made for another frames/rolesets"):
        read_model(contents | {"roles.json": table.replace(b'"inventory":"', b'"inventory":"0')})
    with pytest.raises(ValueError, match="names other features"):
        read_model(contents | {"roles.json": table.replace(b'"governor_dep",', b"")})


def test_roles_can_be_left_out() -> None:
    """The rest of the pipeline does without."""
    assert "newsgraph_roles" not in load_pipeline(roles=False).pipe_names


def test_a_verb_is_light_where_its_noun_says_so() -> None:
    """The verb keeps the noun alone; a verb that cannot be light, or that no noun claims, stays as it was."""
    made = FoundFrame(1, "make.01", 0.9, (FoundRole("ARG0", 0, 0.8), FoundRole("ARG1", 3, 0.8)))
    offer = FoundFrame(3, "offer.01", 0.9, (FoundRole("ARG0", 0, 0.9), FoundRole("ARGM-LVB", 1, 0.7)))
    light = FoundFrame(1, "make.LV", 0.9, (FoundRole("ARGM-PRR", 3, 0.7),))
    assert pair_light_verbs([made, offer], {1: "make.LV"}) == [light, offer]
    assert pair_light_verbs([made, offer], {}) == [made, offer]
    assert pair_light_verbs([made], {1: "make.LV"}) == [made]


def test_light_verbs_of_a_text(nlp: Language) -> None:
    """The participants belong to the noun."""
    doc = nlp("The committee made a decision about the bridge on Monday.")
    assert roles_of(doc, "made") == {"sense": "make.LV", "ARGM-PRR": "a decision about the bridge"}
    found = roles_of(doc, "decision")
    assert (found["sense"], found["ARG0"]) == ("decide.01", "The committee")


def test_one_word_has_each_numbered_role() -> None:
    """The likelier of two words is the agent; circumstances may repeat."""
    scores = np.log(
        np.array([[0.1, 0.8, 0.1], [0.3, 0.6, 0.1], [0.1, 0.1, 0.8], [0.1, 0.2, 0.7]], dtype=np.float32)
    )
    pairs, roles, odds = best_roles(np.zeros(4, dtype=np.int64), scores, ("", "ARG0", "ARGM-TMP"))
    assert (pairs.tolist(), roles.tolist()) == ([0, 2, 3], [1, 2, 2])
    assert odds == pytest.approx([0.8, 0.8, 0.7], abs=1e-5)


def test_rolesets_say_what_roles_mean() -> None:
    """Descriptions, function tags, classes of VerbNet and FrameNet, nouns that name an argument."""
    buy = roleset("buy.01")
    assert buy is not None
    seller = buy.role("R-ARG2")
    assert seller is not None
    assert (seller.description, seller.function) == ("seller", "DIR")
    assert ("ARG0", "buyer") in buy.argument_nouns
    assert buy.framenet == ("Commerce_buy",)
    assert roleset("take.999") is None
    assert len(rolesets()) > 11_000
