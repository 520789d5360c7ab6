"""Checks what the credit gateway signed, with its public keys alone. Needs Python 3 and openssl.

python3 verify.py KEYS proofs FILE             proofs of the disclosure ledger, anywhere in a JSON answer
python3 verify.py KEYS report|matter FILE      a report, or the answer to a permit desk (compact JWS)
python3 verify.py webhook SECRET DELIVERY TIMESTAMP SIGNATURE < BODY
"""
import base64, hashlib, hmac, json, os, subprocess, sys, tempfile


def b64(text):
    return base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_").rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def signed(keys, kid, message, signature):
    """Ed25519 (RFC 8032) by the key of the set that has this id."""
    key = next((one for one in keys["keys"] if one["kid"] == kid), None)
    if key is None:
        return "no key " + kid
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("key", "message", "signature")]
        # SubjectPublicKeyInfo of Ed25519 (RFC 8410), then the key itself.
        for name, content in zip(names, (bytes.fromhex("302a300506032b6570032100") + b64(key["x"]), message, signature)):
            with open(name, "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin", "-in", names[1], "-sigfile", names[2]]
        if subprocess.run(command, capture_output=True).returncode != 0:
            return "not signed by " + kid
    return "the key was revoked: ask for it again" if "revoked" in key else None


def root_of(leaf, index, size, path):
    """The root to which the path leads (RFC 9162, section 2.1.3.2)."""
    node, last, found = index, size - 1, leaf
    for one in path:
        if last == 0:
            return None
        if node % 2 == 1 or node == last:
            found = sha256(b"\x01", one, found)
            while node % 2 == 0 and node != 0:
                node, last = node // 2, last // 2
        else:
            found = sha256(b"\x01", found, one)
        node, last = node // 2, last // 2
    return found if last == 0 else None


def proof_fault(keys, proof):
    point = proof["checkpoint"]
    text = "credit-gateway/ledger\n%d\n%s\n%s\n" % (point["size"], point["rootHash"], point["signedAt"])
    fault = signed(keys, point["keyId"], text.encode(), b64(point["signature"]))
    if fault is not None:
        return fault
    # The leaf holds a salted hash of the entry: it reveals nothing to whoever has not both.
    leaf = sha256(b"\x00", sha256(b64(proof["salt"]), proof["content"].encode()))
    path = [b64(one) for one in proof["hashes"]]
    return None if root_of(leaf, proof["leafIndex"], point["size"], path) == b64(point["rootHash"]) else "not in the tree"


def proofs_in(value):
    if isinstance(value, dict) and "leafIndex" in value and "hashes" in value:
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from proofs_in(inner)


def token_fault(keys, token, kind):
    head, body, signature = token.split(".")
    header = json.loads(b64(head))
    if header != {"alg": "EdDSA", "kid": header.get("kid"), "typ": "credit-%s+jwt" % kind}:
        return "no %s of this platform" % kind
    return signed(keys, header["kid"], ("%s.%s" % (head, body)).encode(), b64(signature))


def told(what, fault):
    print("%s: %s" % (what, "holds" if fault is None else fault))
    return fault is None


if len(sys.argv) < 4:
    sys.exit(__doc__)
if sys.argv[1] == "webhook":
    secret, delivery, timestamp, signature = sys.argv[2:6]
    message = ("%s.%s." % (timestamp, delivery)).encode() + sys.stdin.buffer.read()
    expected = "v1=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
    good = [told("signature", None if hmac.compare_digest(expected, signature) else "wrong")]
else:
    with open(sys.argv[1]) as file:
        published = json.load(file)
    with open(sys.argv[3]) as file:
        content = file.read()
    if sys.argv[2] == "proofs":
        found = list(proofs_in(json.loads(content)))
        good = [told("proof of leaf %d" % one["leafIndex"], proof_fault(published, one)) for one in found] or [told("proof", "there is none")]
    else:
        good = [told(sys.argv[2], token_fault(published, content.strip(), sys.argv[2]))]
sys.exit(0 if all(good) else 1)
