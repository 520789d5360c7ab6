"""Checks what the credit gateway signed, with its public keys alone. Needs Python 3 and OpenSSL 3.

python3 verify.py KEYS proofs FILE             proofs of the disclosure ledger, anywhere in a JSON answer
python3 verify.py KEYS report|matter FILE      a report, or the answer to a permit desk (compact JWS)
python3 verify.py webhook SECRET DELIVERY TIMESTAMP SIGNATURE < BODY

Exit status: 0 holds, 1 does not, 2 could not be checked.
"""
import base64, hashlib, hmac, json, os, subprocess, sys, tempfile


def b64(text):
    """Bytes of base64 with padding (RFC 4648, section 4); ValueError where the text is not their one spelling."""
    content = base64.b64decode(text, validate=True)
    if base64.b64encode(content).decode() != text:
        raise ValueError(text)
    return content


def b64_of_token(text):
    """The same of base64url without padding (RFC 4648, section 5)."""
    content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(content).decode().rstrip("=") != text:
        raise ValueError(text)
    return content


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def is_key(one, kid):
    """Whether a key of the set is the Ed25519 key of this id, which is its thumbprint (RFC 7638)."""
    if not isinstance(one, dict) or (one.get("kid"), one.get("kty"), one.get("crv")) != (kid, "OKP", "Ed25519"):
        return False
    thumbprint = sha256(('{"crv":"Ed25519","kty":"OKP","x":"%s"}' % one["x"]).encode())
    return base64.urlsafe_b64encode(thumbprint).decode().rstrip("=") == kid


def signed(keys, kid, message, signature):
    """Ed25519 (RFC 8032) by the key of the set that has this id."""
    key = next((one for one in keys["keys"] if is_key(one, kid)), None)
    if key is None:
        return "no key %s" % kid
    public = b64_of_token(key["x"])
    if len(public) != 32 or len(signature) != 64:
        return "not signed by " + kid
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("key", "message", "signature")]
        # SubjectPublicKeyInfo of Ed25519 (RFC 8410), then the key itself.
        for name, content in zip(names, (bytes.fromhex("302a300506032b6570032100") + public, message, signature)):
            with open(name, "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin", "-in", names[1], "-sigfile", names[2]]
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except OSError as error:
            unchecked(error)
    said = done.stdout.decode(errors="replace")
    if done.returncode != 0:
        # An openssl that cannot check says nothing about the signature.
        if "Signature Verification Failure" not in said:
            unchecked(said)
        return "not signed by " + kid
    return "the key was revoked: ask for it again" if "revoked" in key else None


def unchecked(why):
    sys.stderr.write("Nothing was checked: openssl failed, and OpenSSL 3.0 or later is needed. It said: %s\n" % str(why).strip()[:500])
    sys.exit(2)


def root_of(leaf, index, size, path):
    """The root to which the path leads (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return None
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
    if proof["checkpointSize"] != point["size"]:
        return "of another size than its checkpoint"
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
    parts = token.split(".")
    if len(parts) != 3 or "" in parts or len(token) > 1000000:
        return "not three parts"
    head, body, signature = [b64_of_token(part) for part in parts]
    header = json.loads(head)
    if not isinstance(header, dict) or header != {"alg": "EdDSA", "kid": header.get("kid"), "typ": "credit-%s+jwt" % kind}:
        return "no %s of this platform" % kind
    fault = signed(keys, header["kid"], token.rsplit(".", 1)[0].encode(), signature)
    return fault if fault is not None or isinstance(json.loads(body), dict) else "its payload is no object"


def judged(check, *given):
    try:
        return check(*given)
    except (ValueError, KeyError, TypeError, RecursionError):
        return "not of the form"


def told(what, fault):
    print("%s: %s" % (what, "holds" if fault is None else fault))
    return fault is None


if len(sys.argv) < 4:
    sys.exit(__doc__)
if sys.argv[1] == "webhook":
    secret, delivery, timestamp, signature = sys.argv[2:6]
    message = ("%s.%s." % (timestamp, delivery)).encode() + sys.stdin.buffer.read()
    expected = "v1=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
    good = [told("signature", None if hmac.compare_digest(expected.encode(), signature.encode()) else "wrong")]
else:
    with open(sys.argv[1]) as file:
        published = json.load(file)
    with open(sys.argv[3]) as file:
        content = file.read()
    if sys.argv[2] == "proofs":
        found = list(proofs_in(json.loads(content)))
        good = [told("proof of leaf %s" % one["leafIndex"], judged(proof_fault, published, one)) for one in found] or [told("proof", "there is none")]
    else:
        good = [told(sys.argv[2], judged(token_fault, published, content.strip(), sys.argv[2]))]
sys.exit(0 if all(good) else 1)
