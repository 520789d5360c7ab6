#!/usr/bin/env python3
"""
Runs the case files of the kit with the standard library of Python alone, or checks proofs of a disclosure offline.

  python3 verify_kit.py [FOLDER]               the case files, beside this folder by default
  python3 verify_kit.py --proof FILE --keys FILE   every proof in the answer of a query, with the saved key set

Exit 0: everything is as it should be. Exit 1: something is not, or a file cannot be read. A proof whose key was revoked later is told with what it is
worth, and is exit 1 too: whoever stole the key can date what he signs back.
"""

import json
import os
import sys

sys.dont_write_bytecode = True

import credit_kit as kit  # noqa: E402


def identifier(case, _file):
    return kit.check_identifier(case["type"], case["value"], case["assignedOnly"])


def region(case, file):
    code, known = case["code"], file["tables"]["divisions"]
    if len(code) != 6 or not code.isdigit() or code not in known:
        return {"ok": False}
    level = "PROVINCE" if code.endswith("0000") else "CITY" if code.endswith("00") else "COUNTY"
    return {"ok": True, "name": known[code], "level": level}


def entry(case, _file):
    held = kit.commitment(kit.from_base64(case["salt"]), case["content"])
    if held != kit.from_base64(case["commitment"]) or kit.leaf_hash(held) != kit.from_base64(case["leafHash"]):
        return "HASH"
    return kit.canonical(case["entry"]) == case["content"]


def tree(case, _file):
    hashes = [kit.from_base64(one) for one in case["hashes"]]
    if case["proof"] == "INCLUSION":
        leaf, root = kit.from_base64(case["leafHash"]), kit.from_base64(case["root"])
        return kit.verify_inclusion(leaf, case["leafIndex"], case["size"], hashes, root)
    older, newer = kit.from_base64(case["fromRoot"]), kit.from_base64(case["toRoot"])
    return kit.verify_consistency(case["from"], older, case["to"], newer, hashes)


def checkpoint(case, file):
    if "disclosure" in case:
        return kit.check_proof(case["disclosure"], file["keys"])
    if kit.checkpoint_text(case["checkpoint"]) != case["text"]:
        return "TEXT"
    return kit.check_checkpoint(case["checkpoint"], file["keys"])


def document(case, file):
    return kit.open_token(case["token"], case["typ"], file["keys"])


def webhook(case, file):
    return kit.check_webhook(file["secret"], case["headers"], case["body"], case["now"], case["seen"])


def feed(case, _file):
    state, told = case["begin"], []
    for step in case["steps"]:
        state, act, following = kit.read_feed(state, step["answer"])
        told.append({"act": act, "cursor": state["cursor"], "next": following})
    return told


RUN = {
    "identifiers": identifier,
    "regions": region,
    "masks": lambda case, file: kit.mask(case["class"], case["value"], file["tables"]),
    "entries": entry,
    "merkle": tree,
    "checkpoints": checkpoint,
    "reports": document,
    "matters": document,
    "webhooks": webhook,
    "refusals": lambda case, _file: kit.next_step(case["status"], case["headers"], case["body"], case["attempt"]),
    "feeds": feed,
}


def fail(sentence):
    sys.exit(sentence)


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except OSError as error:
        return fail("%s cannot be read: %s" % (path, error.strerror))
    except ValueError as error:
        return fail("%s is not JSON: %s" % (path, error))


def run_cases(folder):
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".json"))
    except OSError as error:
        return fail("%s cannot be read: %s" % (folder, error.strerror))
    if not names:
        return fail("%s holds no case files." % folder)
    wrong = total = 0
    for name in names:
        file = read(os.path.join(folder, name))
        run, faults = RUN.get(file["kind"]), []
        if file["form"] != 1 or run is None:
            return fail("%s is of form %s and kind %s, which this program does not know." % (name, file["form"], file["kind"]))
        for case in file["cases"]:
            expected = case["expected"] if "expected" in case else [step["expected"] for step in case["steps"]]
            got = run(case, file)
            if got != expected or type(got) is not type(expected):
                faults.append("  WRONG %s (%s)\n    expected %s\n    got      %s" % (case["name"], case["source"], json.dumps(expected), json.dumps(got)))
        total, wrong = total + len(file["cases"]), wrong + len(faults)
        print("%s: %d right%s" % (file["kind"], len(file["cases"]) - len(faults), ", %d WRONG" % len(faults) if faults else ""))
        for fault in faults:
            print(fault)
    print("%d cases: %d right, %d wrong." % (total, total - wrong, wrong))
    return 1 if wrong else 0


def proofs_in(value):
    if isinstance(value, dict):
        if "leafIndex" in value and "hashes" in value:
            yield value
        else:
            for inner in value.values():
                yield from proofs_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from proofs_in(inner)


def told(entry):
    """One line of an entry, whoever wrote it: a thief of a key signs any text, and none of it steers a terminal."""
    items = entry.get("items")
    names = ", ".join(map(str, items)) if isinstance(items, list) else ""
    line = "  %s  purpose %s  items %s" % (entry.get("unit") or entry.get("role"), entry.get("purpose") or "-", names or "-")
    return "".join(sign if sign.isprintable() else "\\u%04x" % ord(sign) for sign in line)


def entry_of(content):
    try:
        entry = json.loads(content)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def check_proofs(path, keys_path):
    keys, proofs, wrong = read(keys_path).get("keys", []), list(proofs_in(read(path))), 0
    if not proofs:
        return fail("%s holds no proof; where proof is null, ask again after proofAt." % path)
    for number, proof in enumerate(proofs, 1):
        fault = kit.check_proof(proof, keys)
        if fault in (None, "RESERVED"):
            print("Proof %d holds: leaf %d of %d." % (number, proof["leafIndex"], proof["checkpointSize"]))
            if fault is not None:
                wrong += 1
                print("  But %s" % kit.reservation(proof, keys))
            print(told(entry_of(proof["content"])))
        else:
            wrong += 1
            print("Proof %d does NOT hold: %s" % (number, fault))
    return 1 if wrong else 0


def main(arguments):
    if "--help" in arguments:
        print(__doc__.strip())
        return 0
    if "--proof" in arguments or "--keys" in arguments:
        if len(arguments) != 4 or set(arguments[0::2]) != {"--proof", "--keys"}:
            return fail(__doc__.strip())
        named = dict(zip(arguments[0::2], arguments[1::2]))
        return check_proofs(named["--proof"], named["--keys"])
    if len(arguments) > 1:
        return fail(__doc__.strip())
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cases")
    return run_cases(arguments[0] if arguments else beside)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
