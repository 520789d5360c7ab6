"""What a client of the credit gateway must be able to check, with the standard library of Python 3.9 or later alone.

Written from gateway/kit/cases/README.md and the standards that it names, and from no other code of the gateway. Every function is pure.
"""

import base64
import binascii
import datetime
import hashlib
import hmac
import json
import re
import unicodedata

import ed25519

# White space of ECMAScript, Unicode's own list but for U+0085 and with U+FEFF. str.strip() and \\s of Python take others.
BLANKS = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

# --- Identifiers: GB 32100-2015, GB 11643-1999, GB 11714-1997, GB/T 2260 -----------------------------------------------------------------

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
REGISTRATIONS = frozenset(
    "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1".split()
)
PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
SAMPLE_REGION = "239999"


def code_check(first17):
    """GB 32100: the check character of 17 characters; weights are the powers of 3 modulo 31."""
    total = sum(CODE_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(first17))
    return CODE_ALPHABET[(31 - total % 31) % 31]


def citizen_check(first17):
    """GB 11643 (ISO 7064 MOD 11-2): the check character of 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, CITIZEN_WEIGHTS))
    return "10X98765432"[total % 11]


def _is_date(year, month, day):
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _birth(value):
    date = _is_date(value[6:10], value[10:12], value[12:14])
    return date if date is not None and "1800-01-01" <= date <= "2099-12-31" else None


def _has_birth_and_check(value):
    return bool(re.fullmatch(r"[1-9][0-9]{16}[0-9X]", value)) and citizen_check(value[:17]) == value[17] and _birth(value) is not None


def _is_citizen(value):
    return _has_birth_and_check(value) and value[:2] in PROVINCES


def _is_card(value):
    return value.startswith("9") and _has_birth_and_check(value) and value[1:3] in PROVINCES


def _refused(reason):
    return {"ok": False, "reason": reason}


def _check_code(value, assigned_only):
    if _is_citizen(value) or _is_card(value):
        return _refused("TYPE")
    if len(value) != 18:
        return _refused("LENGTH")
    if not re.fullmatch(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", value):
        return _refused("CHARACTER")
    if code_check(value[:17]) != value[17]:
        return _refused("CHECK_DIGIT")
    if value[:2] not in REGISTRATIONS:
        return _refused("REGISTRATION")
    region = value[2:8]
    if assigned_only and (region == SAMPLE_REGION or not (region[:2] in PROVINCES or region == "100000")):
        return _refused("REGION")
    return {"ok": True, "value": value}


def _check_citizen(value, assigned_only, today):
    if re.fullmatch(r"[0-9]{15}", value):
        return _refused("LENGTH")
    if len(value) != 18:
        return _refused("LENGTH")
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", value):
        return _refused("CHARACTER")
    if citizen_check(value[:17]) != value[17]:
        return _refused("CHECK_DIGIT")
    birth = _birth(value)
    if birth is None or (today is not None and birth > today):
        return _refused("DATE")
    if _is_card(value):
        return _refused("TYPE")
    if value[:2] not in PROVINCES or (assigned_only and value[:6] == SAMPLE_REGION):
        return _refused("REGION")
    return {"ok": True, "value": value, "birthDate": birth}


def _check_document(value):
    plain = value.replace("-", "")
    if not 4 <= len(plain) <= 32:
        return _refused("LENGTH")
    if not re.fullmatch(r"[A-Z0-9]+", plain):
        return _refused("CHARACTER")
    if re.fullmatch(r"[0-9]{15}", plain) or _is_citizen(plain):
        return _refused("TYPE")
    if _is_citizen(re.sub("[IL]", "1", plain.replace("O", "0"))):
        return _refused("CONFUSABLE")
    if _check_code(plain, False)["ok"]:
        return _refused("TYPE")
    return {"ok": True, "value": plain}


def check_identifier(kind, raw, assigned_only=False, today=None):
    """{"ok": True, "value": normalized, "birthDate"?} or {"ok": False, "reason": …}."""
    if raw.strip(BLANKS) == "":
        return _refused("EMPTY")
    if any(unicodedata.category(sign) in ("Cf", "Cc", "Zl", "Zp") or sign in "\u115f\u1160\u3164\uffa0\u034f" for sign in raw):
        return _refused("ZERO_WIDTH")
    half = "".join(
        chr(ord(sign) - 0xFEE0) if "\uff01" <= sign <= "\uff5e" else " " if sign == "\u3000" else sign for sign in raw
    )
    value = half.strip(BLANKS).upper()
    if re.search(r"[^\x20-\x7e]", value):
        return _refused("CONFUSABLE")
    if kind == "USCC":
        return _check_code(value, assigned_only)
    return _check_citizen(value, assigned_only, today) if kind == "CITIZEN_ID" else _check_document(value)


# --- Masks: Article 23, last paragraph -----------------------------------------------------------------------------------------------------


# Script=Han of Unicode 17 (Scripts.txt); the module unicodedata knows categories alone.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
    "\U00016fe2\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81d\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0"
    "\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U00033479"
)


def _is_private(sign):
    return unicodedata.category(sign) == "Co"


def _is_letter(sign):
    return unicodedata.category(sign)[0] == "L" or _is_private(sign)


def _is_chinese(text):
    return all(re.match("[%s*]" % HAN, sign) or _is_private(sign) for sign in text)


def _without_unseen(value):
    return "".join(sign for sign in value if unicodedata.category(sign) != "Cf")


def mask_name(value, compound):
    """One person. `compound` is the list of compound surnames of masks.json."""
    value = _without_unseen(unicodedata.normalize("NFC", value)).strip(BLANKS)
    points = "".join(sign for sign in value if sign not in BLANKS)
    if len(points) <= 1:
        return "*"
    first = next((sign for sign in points if _is_letter(sign)), None)
    if first is None or points[0] == "*":
        return "**"
    if not _is_chinese(points):
        return first + "**"
    kept = next((size for size in range(min(max(map(len, compound)), len(points) - 1), 1, -1) if points[:size] in compound), 1)
    given = points[kept:]
    told = len(given.replace("*", "")) <= 2 if kept > 1 else len(points) <= 4
    return points[:kept] + ("*" * min(len(given), 4) if told and points == value else "**")


def mask_address(value, divisions):
    """`divisions`: name to the name of what it lies in (None for a province), as in masks.json."""
    kept, above, begun = "", None, False
    while True:
        rest = value[len(kept) :]
        names = sorted((name for name in divisions if rest.startswith(name)), key=len, reverse=True)

        def lies_in(name):
            one = divisions[name]
            while one is not None:
                if one == above:
                    return True
                one = divisions.get(one)
            return False

        found = next((name for name in names if not begun or lies_in(name)), None)
        if found is None:
            return kept + "****"
        kept, above, begun = kept + found, found, True


def mask(kind, value, tables):
    """What anybody but the subject reads of a personal value; None where nothing of it is shown."""
    if value is None or value.strip(BLANKS) == "":
        return None
    if is_masked(kind, value, tables):
        return value
    plain = _without_unseen(unicodedata.normalize("NFKC", value)).strip(BLANKS)
    if kind == "NAME":
        return mask_name(value, tables["compoundSurnames"])
    if kind == "BIRTH_DATE":
        return None
    if kind == "CITIZEN_ID":
        return (plain[:2] if re.match(r"[0-9]{2}", plain) else "**") + "*" * 16
    if kind == "DOCUMENT_NUMBER":
        return (plain[0] if len(plain) > 1 and plain[0] != "*" else "") + "*" * 8
    if kind == "PHONE":
        digits = "".join(sign for sign in plain if sign not in BLANKS + "+.()·•" and unicodedata.category(sign) != "Pd")
        found = re.fullmatch(r"(?:(?:00)?86)?(1[0-9*]{10})", digits)
        start = found.group(1)[:3] if found else ""
        return (start if re.fullmatch(r"[0-9]{3}", start) else "") + "*" * 8
    return mask_address(value, tables["divisions"])


def is_masked(kind, value, tables):
    """Whether a value is one that was masked already."""
    if kind == "NAME":
        surnames = re.compile(r"(?:%s)\*{1,4}" % "|".join(tables["compoundSurnames"]))
        return all(
            surnames.fullmatch(part) or re.fullmatch(r"\*{1,3}", part[1:] if part != "" and _is_letter(part[0]) else part) for part in value.split("、")
        )
    patterns = {
        "CITIZEN_ID": r"(?:[0-9]{2}|\*{2})\*{16}",
        "DOCUMENT_NUMBER": r"[^*]?\*{8}",
        "PHONE": r"(?:1[0-9]{2})?\*{8}",
        "ADDRESS": r"\*{4}",
    }
    return kind in patterns and re.fullmatch(patterns[kind], value) is not None


# --- The ledger: RFC 8785, RFC 6962 (RFC 9162, section 2.1), RFC 8032 -----------------------------------------------------------------------


def canonical(value):
    """RFC 8785 of a value without fractions: keys in the order of their UTF-16 units, no white space, characters as they are."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        raise ValueError("No entry holds a fraction.")
    return json.dumps(value, ensure_ascii=False)


def from_base64(text):
    """Bytes of canonical base64 (RFC 4648, section 4); None for any other text."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def _sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def commitment(salt, content):
    """SHA-256 over salt and the canonical text in UTF-8."""
    return _sha256(salt, content.encode("utf-8"))


def leaf_hash(data):
    return _sha256(b"\x00", data)


def node_hash(left, right):
    return _sha256(b"\x01", left, right)


def tree_root(leaves):
    """MTH of RFC 6962 over the data of leaves, by its recursion."""
    if not leaves:
        return _sha256()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return node_hash(tree_root(leaves[:half]), tree_root(leaves[half:]))


def inclusion_path(index, leaves):
    """PATH(m, D[n]) of RFC 6962."""
    if len(leaves) == 1:
        return []
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    if index < half:
        return inclusion_path(index, leaves[:half]) + [tree_root(leaves[half:])]
    return inclusion_path(index - half, leaves[half:]) + [tree_root(leaves[:half])]


def consistency_path(size, leaves, whole=True):
    """PROOF(m, D[n]) of RFC 6962."""
    if size == len(leaves):
        return [] if whole else [tree_root(leaves)]
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    if size <= half:
        return consistency_path(size, leaves[:half], whole) + [tree_root(leaves[half:])]
    return consistency_path(size - half, leaves[half:], False) + [tree_root(leaves[:half])]


def verify_inclusion(leaf, index, size, hashes, root):
    """RFC 9162, section 2.1.3.2. `leaf` is the hash of the leaf."""
    if index < 0 or index >= size:
        return False
    node, last, found = index, size - 1, leaf
    for step in hashes:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = node_hash(step, found)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(size, root, later_size, later_root, hashes):
    """RFC 9162, section 2.1.4.2; the empty tree is the beginning of every tree, without a hash."""
    if size > later_size or size < 0:
        return False
    if size == 0:
        return not hashes
    if size == later_size:
        return not hashes and root == later_root
    path = list(hashes)
    if size & (size - 1) == 0:
        path.insert(0, root)
    if not path:
        return False
    node, last = size - 1, later_size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    one = other = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            one, other = node_hash(step, one), node_hash(step, other)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            other = node_hash(other, step)
        node, last = node >> 1, last >> 1
    return last == 0 and one == root and other == later_root


def from_base64url(text):
    """Bytes of canonical base64url without padding (RFC 7515, section 2); None for any other text."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text):
        return None
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    return data if to_base64url(data) == text else None


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def thumbprint(jwk):
    """RFC 7638 of an Ed25519 key."""
    return to_base64url(_sha256(canonical({"crv": jwk["crv"], "kty": jwk["kty"], "x": jwk["x"]}).encode()))


def key_of(keys, kid):
    """The Ed25519 key of the set whose name is its thumbprint; None where there is none."""
    return next(
        (key for key in keys if key.get("kid") == kid and key.get("kty") == "OKP" and key.get("crv") == "Ed25519" and thumbprint(key) == kid),
        None,
    )


def _millis(instant):
    return datetime.datetime.fromisoformat(instant.replace("Z", "+00:00")).timestamp() * 1000


def checkpoint_text(checkpoint):
    return "credit-gateway/ledger\n%d\n%s\n%s\n" % (checkpoint["size"], checkpoint["rootHash"], checkpoint["signedAt"])


def check_checkpoint(checkpoint, keys):
    """
    None where it is signed by a key in force, else KEY, SIGNATURE, REVOKED or RESERVED. RESERVED: its key was revoked, as of after its date. Whoever stole
    the key wrote the date too, so that it stands only if a checkpoint of a key in force contains it.
    """
    key = key_of(keys, checkpoint["keyId"])
    if key is None:
        return "KEY"
    signature = from_base64(checkpoint["signature"])
    if signature is None or not ed25519.verify(from_base64url(key["x"]), checkpoint_text(checkpoint).encode(), signature):
        return "SIGNATURE"
    revoked = key.get("revoked")
    if revoked is None:
        return None
    return "REVOKED" if _millis(checkpoint["signedAt"]) >= revoked["revoked_at"] * 1000 else "RESERVED"


def check_proof(proof, keys):
    """None where the disclosure stands in the ledger, else KEY, SIGNATURE, REVOKED, SIZE, PATH, or RESERVED where nothing but its key is in doubt."""
    checkpoint = proof["checkpoint"]
    fault = check_checkpoint(checkpoint, keys)
    if fault not in (None, "RESERVED"):
        return fault
    if checkpoint["size"] != proof["checkpointSize"]:
        return "SIZE"
    salt, root = from_base64(proof["salt"]), from_base64(checkpoint["rootHash"])
    hashes = [from_base64(one) for one in proof["hashes"]]
    if salt is None or root is None or None in hashes:
        return "PATH"
    leaf = leaf_hash(commitment(salt, proof["content"]))
    return fault if verify_inclusion(leaf, proof["leafIndex"], checkpoint["size"], hashes, root) else "PATH"


def reservation(proof, keys):
    """What a proof that is RESERVED is worth, in words."""
    key = key_of(keys, proof["checkpoint"]["keyId"])
    since = datetime.datetime.fromtimestamp(key["revoked"]["revoked_at"], datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return (
        "its key %s was revoked as of %s. The proof stands only if a later checkpoint of a key in force contains this one: "
        "ask for it again, or for ledger { consistency(from, to) } between both." % (key["kid"], since)
    )


# --- Signed documents: RFC 7515, RFC 8037 ---------------------------------------------------------------------------------------------------


def open_token(token, typ, keys):
    """The payload of a report (`credit-report+jwt`) or an answer to a desk (`credit-matter+jwt`); None for anything else."""
    if len(token) > 1_000_000:
        return None
    parts = token.split(".")
    data = [from_base64url(part) for part in parts]
    if len(parts) != 3 or not all(data):
        return None
    try:
        header, payload = json.loads(data[0]), json.loads(data[1])
    except ValueError:
        return None
    if not isinstance(header, dict) or not isinstance(payload, dict) or set(header) != {"alg", "kid", "typ"}:
        return None
    key = key_of(keys, header["kid"])
    if header["alg"] != "EdDSA" or header["typ"] != typ or key is None:
        return None
    signed = (parts[0] + "." + parts[1]).encode("ascii")
    return payload if ed25519.verify(from_base64url(key["x"]), signed, data[2]) else None


# --- Webhooks: RFC 2104 with SHA-256 ----------------------------------------------------------------------------------------------------------


def sign_webhook(secret, timestamp, delivery, body):
    text = "%s.%s.%s" % (timestamp, delivery, body)
    return "v1=" + hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def check_webhook(secret, headers, body, now, seen):
    """None where the call is authentic, in time and new, else SIGNATURE, TIMESTAMP or REPLAY. `now` in seconds."""
    sent = {name.lower(): value for name, value in headers.items()}
    delivery, timestamp, signature = (sent.get("credit-" + name) for name in ("delivery", "timestamp", "signature"))
    if delivery is None or timestamp is None or signature is None:
        return "SIGNATURE"
    if not hmac.compare_digest(sign_webhook(secret, timestamp, delivery, body).encode(), signature.encode()):
        return "SIGNATURE"
    if not re.fullmatch(r"[0-9]+", timestamp) or abs(now - int(timestamp)) > 300:
        return "TIMESTAMP"
    return "REPLAY" if delivery in seen else None


# --- Refusals: what a client does ----------------------------------------------------------------------------------------------------------------

WAITS = (1, 2, 4)


def next_step(status, headers, body, attempt):
    """What to do after an answer, as refusals.json names it. `attempt` counts the answers so far, from 1; `body` is its JSON or None."""
    sent = {name.lower(): value for name, value in headers.items()}
    errors = body.get("errors") or [] if isinstance(body, dict) else []
    codes = [(error.get("extensions") or {}).get("code") for error in errors]
    if status == 429 and re.fullmatch(r"[0-9]{1,5}", sent.get("retry-after", "")) and attempt <= len(WAITS):
        return {"do": "WAIT", "seconds": int(sent["retry-after"])}
    if "QUOTA_EXCEEDED" in codes:
        renews = next(error["extensions"].get("renewsAt") for error in errors if error["extensions"].get("code") == "QUOTA_EXCEEDED")
        return {"do": "TOMORROW", "until": renews}
    if status == 401:
        return {"do": "NEW_TOKEN"} if attempt == 1 else {"do": "STOP"}
    if status in (502, 503, 504) or "UNAVAILABLE" in codes:
        return {"do": "WAIT", "seconds": WAITS[attempt - 1]} if attempt <= len(WAITS) else {"do": "STOP"}
    if status == 200 and isinstance(body, dict):
        if not errors:
            return {"do": "USE"}
        return {"do": "USE_PART"} if any(value is not None for value in (body.get("data") or {}).values()) else {"do": "STOP"}
    return {"do": "STOP"}


# --- The feed -------------------------------------------------------------------------------------------------------------------------------------


def change_key(node):
    """What tells one change from another. Its cursor does not: the same change read twice has two."""
    return [node["recordId"], node["version"], node["kind"], node["at"]]


def read_feed(state, answer):
    """
    One answer to `changes(after: state["cursor"])`. Returns the new state, the changes to act on, and what to do: AGAIN (ask for the next page
    now), END (nothing more for now), RESTART (the cursor is refused: ask without one), STOP (refused: the state stays as it was).
    state: {"cursor": text or None, "seen": [keys]}.
    """
    errors = answer.get("errors") or []
    changes = (answer.get("data") or {}).get("changes")
    if errors or changes is None:
        reasons = [(error.get("extensions") or {}).get("reason") for error in errors]
        return (dict(state, cursor=None), [], "RESTART") if "CURSOR" in reasons else (state, [], "STOP")
    seen, fresh = list(state["seen"]), []
    for node in changes["nodes"]:
        key = change_key(node)
        if key not in seen:
            seen.append(key)
            fresh.append(node["recordId"])
    page = changes["pageInfo"]
    cursor = page["endCursor"] if page["endCursor"] is not None else state["cursor"]
    return {"cursor": cursor, "seen": seen}, fresh, "AGAIN" if page["hasNextPage"] else "END"
