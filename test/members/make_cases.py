"""Makes gateway/kit/cases from the standards' own vectors and from the Python of the kit, which shares no code with the gateway.

python3 test/members/make_cases.py FOLDER
"""

import base64
import copy
import hashlib
import hmac
import json
import os
import sys
import unicodedata

sys.dont_write_bytecode = True

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "gateway", "kit", "python"))

import credit_kit as kit  # noqa: E402
import ed25519  # noqa: E402

FOLDER = sys.argv[1]
SEEN = set()


def write(name, about, sources, cases, **more):
    names = [case["name"] for case in cases]
    assert len(names) == len(set(names)), [one for one in names if names.count(one) > 1]
    content = {"form": 1, "kind": name, "about": about, "sources": sources, **more, "cases": cases}
    with open(os.path.join(FOLDER, name + ".json"), "w", encoding="utf-8") as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def b64(data):
    return base64.b64encode(data).decode()


def expect(found, wanted):
    assert found == wanted, (found, wanted)
    return wanted


# --- Identifiers. The expected values are written by hand; the Python is held against them. -----------------------------------------------

GB11643, GB32100, GB2260 = "GB 11643-1999", "GB 32100-2015", "GB/T 2260"
IDENTIFIERS = [
    # name, source, type, value, expected
    ("the example of the standard for a woman", GB11643 + ", the widely printed example", "CITIZEN_ID", "11010519491231002X", {"value": "11010519491231002X", "birthDate": "1949-12-31"}),
    ("the example of the standard for a man", GB11643 + ", the widely printed example", "CITIZEN_ID", "440524188001010014", {"value": "440524188001010014", "birthDate": "1880-01-01"}),
    ("a small x is the same number", GB11643, "CITIZEN_ID", "11010519491231002x", {"value": "11010519491231002X", "birthDate": "1949-12-31"}),
    ("full-width digits are the same number", GB11643, "CITIZEN_ID", "１１０１０５１９４９１２３１００２Ｘ", {"value": "11010519491231002X", "birthDate": "1949-12-31"}),
    ("blanks around it are no part of it", GB11643, "CITIZEN_ID", " 11010519491231002X\u3000", {"value": "11010519491231002X", "birthDate": "1949-12-31"}),
    ("a residence permit of Hong Kong counts as a citizen number", "GA/T 2012-2018", "CITIZEN_ID", "81000019980902013X", "check"),
    ("a leap day that was", GB11643, "CITIZEN_ID", "23999920000229001?", "make"),
    ("a leap day that was not", GB11643, "CITIZEN_ID", "23999919000229001?", "DATE"),
    ("a thirteenth month", GB11643, "CITIZEN_ID", "23999919991301001?", "DATE"),
    ("a birth before 1800", GB11643, "CITIZEN_ID", "23999917991231001?", "DATE"),
    ("a wrong check character", GB11643, "CITIZEN_ID", "110105194912310021", "CHECK_DIGIT"),
    ("two digits changed places", GB11643, "CITIZEN_ID", "11010519491213002X", "CHECK_DIGIT"),
    ("seventeen characters", GB11643, "CITIZEN_ID", "1101051949123100X", "LENGTH"),
    ("an old number of fifteen digits", GB11643, "CITIZEN_ID", "110105491231002", "LENGTH"),
    ("a letter that is no X", GB11643, "CITIZEN_ID", "11010519491231002Y", "CHARACTER"),
    ("it begins with 0", GB11643, "CITIZEN_ID", "01010519491231002X", "CHARACTER"),
    ("a province that is none", GB2260, "CITIZEN_ID", "16010519491231001?", "REGION"),
    ("a zero-width space in it", "Unicode, category Cf", "CITIZEN_ID", "110105\u200b19491231002X", "ZERO_WIDTH"),
    ("a Cyrillic letter that looks like an X", "Unicode confusables (UTS 39)", "CITIZEN_ID", "11010519491231002Х", "CONFUSABLE"),
    ("nothing", GB11643, "CITIZEN_ID", "", "EMPTY"),
    ("blanks alone", GB11643, "CITIZEN_ID", " \u3000", "EMPTY"),
    ("a byte order mark alone is white space", "ECMAScript, WhiteSpace", "CITIZEN_ID", "\ufeff", "EMPTY"),
    ("a line and a paragraph separator alone are white space", "ECMAScript, LineTerminator", "CITIZEN_ID", "\u2028\u2029", "EMPTY"),
    ("U+0085 alone is a control and no white space", "ECMAScript, WhiteSpace", "CITIZEN_ID", "\u0085", "ZERO_WIDTH"),
    ("a line end behind it is a control", "Unicode, category Cc", "CITIZEN_ID", "11010519491231002X\n", "ZERO_WIDTH"),
    ("blanks of other widths around it are no part of it", "Unicode, category Zs", "CITIZEN_ID", "\u00a0\u2009\u202f11010519491231002X\u1680", {"value": "11010519491231002X", "birthDate": "1949-12-31"}),
    ("a blank in it", GB11643, "CITIZEN_ID", "110105 19491231002X", "LENGTH"),
    ("a blank of another width in it", "Unicode, category Zs", "CITIZEN_ID", "110105\u00a019491231002X", "CONFUSABLE"),
    ("the example of the standard", GB32100 + ", the printed example", "USCC", "91350100M000100Y43", {"value": "91350100M000100Y43"}),
    ("small letters are the same code", GB32100, "USCC", "91350100m000100y43", {"value": "91350100M000100Y43"}),
    ("a company of the sample", GB32100, "USCC", "91239999MA1ABC019L", {"value": "91239999MA1ABC019L"}),
    ("a sole trader of the sample", GB32100, "USCC", "92239999MA5ABC059E", {"value": "92239999MA5ABC059E"}),
    ("registered with the state", GB32100, "USCC", "11100000000013127?", "make"),
    ("a wrong check character of a code", GB32100, "USCC", "91350100M000100Y44", "CHECK_DIGIT"),
    ("two characters of a code changed places", GB32100, "USCC", "91350100M00010Y043", "CHECK_DIGIT"),
    ("nineteen characters", GB32100, "USCC", "91350100M000100Y430", "LENGTH"),
    ("the letter I is in no code", GB32100, "USCC", "91350100I000100Y43", "CHARACTER"),
    ("a letter in the region", GB32100, "USCC", "9135010AM00100Y43X", "CHARACTER"),
    ("a category that is none", GB32100 + ", amendment 1 of 2016", "USCC", "94350100M000100Y4?", "REGISTRATION"),
    ("a citizen number is no code", "Article 19", "USCC", "11010519491231002X", "TYPE"),
    ("a passport", "ICAO 9303", "OTHER_DOCUMENT", "E12345678", {"value": "E12345678"}),
    ("hyphens are no part of a document number", "ICAO 9303", "OTHER_DOCUMENT", "h-1234-5678", {"value": "H12345678"}),
    ("a document number of three", "ICAO 9303", "OTHER_DOCUMENT", "AB1", "LENGTH"),
    ("a sign in a document number", "ICAO 9303", "OTHER_DOCUMENT", "AB/12345", "CHARACTER"),
    ("a citizen number is no other document", "Article 19", "OTHER_DOCUMENT", "11010519491231002X", "TYPE"),
    ("a citizen number with hyphens is none either", "Article 19", "OTHER_DOCUMENT", "110105-19491231-002X", "TYPE"),
    ("letters that stand for digits of a citizen number", "Article 19", "OTHER_DOCUMENT", "11O105I949123I002X", "CONFUSABLE"),
    ("an old number is no other document", "Article 19", "OTHER_DOCUMENT", "110105491231002", "TYPE"),
    ("a credit code is no other document", "Article 19", "OTHER_DOCUMENT", "91350100M000100Y43", "TYPE"),
    ("the card of a foreign permanent resident", "GA 2102-2023", "OTHER_DOCUMENT", "91115619851231001?", "make"),
    ("that card is no citizen number", "GA 2102-2023", "CITIZEN_ID", "91115619851231001?", "TYPE"),
]


def completed(kind, value):
    if not value.endswith("?"):
        return value
    first = value[:17]
    return first + (kit.code_check(first) if kind == "USCC" else kit.citizen_check(first))


def identifiers():
    cases = []
    for name, source, kind, value, wanted in IDENTIFIERS:
        value = completed(kind, value)
        found = kit.check_identifier(kind, value)
        if wanted in ("check", "make"):
            assert found["ok"], (name, found)
            wanted = {key: found[key] for key in found if key != "ok"}
        result = {"ok": False, "reason": wanted} if isinstance(wanted, str) else {"ok": True, **wanted}
        assert found == result, (name, value, found, result)
        cases.append({"name": name, "source": source, "type": kind, "value": value, "assignedOnly": False, "expected": result})
    for name, kind, value, wanted in [
        ("a citizen number of the sample's region, in production", "CITIZEN_ID", "239999199003070016", "REGION"),
        ("a code of the sample's region, in production", "USCC", "91239999MA1ABC019L", "REGION"),
        ("a code of a province that is none, in production", "USCC", completed("USCC", "91990100M000100Y4?"), "REGION"),
    ]:
        result = expect(kit.check_identifier(kind, value, True), {"ok": False, "reason": wanted})
        cases.append({"name": name, "source": GB2260, "type": kind, "value": value, "assignedOnly": True, "expected": result})
    for value, wanted in [("11010519491231002X", True), ("91350100M000100Y43", True)]:
        kind = "CITIZEN_ID" if wanted and value.endswith("X") else "USCC"
        found = kit.check_identifier(kind, value, True)
        assert found["ok"]
        cases.append({"name": value + ", in production", "source": GB2260, "type": kind, "value": value, "assignedOnly": True, "expected": found})
    write(
        "identifiers",
        {"en": "Numbers by which subjects are named (Article 19): which are right, how they are normalized, and by which reason a wrong one is refused.", "zh": "用于关联匹配信用主体的号码（第十九条）：哪些正确、如何规范化、不正确的以何种原因拒绝。"},
        [GB11643, GB32100 + " with amendment 1 of 2016", "GB 11714-1997", GB2260, "GA 2102-2023", "GA/T 2012-2018", "Article 19"],
        cases,
        tables={"provinces": sorted(kit.PROVINCES), "registrations": sorted(kit.REGISTRATIONS), "sampleRegion": kit.SAMPLE_REGION},
    )


# --- Regions ---------------------------------------------------------------------------------------------------------------------------------

REGIONS = [
    ("230000", "黑龙江省", "PROVINCE"),
    ("230100", "哈尔滨市", "CITY"),
    ("230103", "南岗区", "COUNTY"),
    ("230102", "道里区", "COUNTY"),
    ("232700", "大兴安岭地区", "CITY"),
    ("239999", None, None),
    ("160000", None, None),
    ("230199", None, None),
    ("23010", None, None),
    ("2301030", None, None),
    ("23010X", None, None),
]


def regions():
    divisions = {code: name for code, name, level in REGIONS if level}
    cases = [
        {
            "name": "%s is %s" % (code, name or "no division"),
            "source": GB2260 + ", state of 2023" if name else GB2260,
            "code": code,
            "expected": {"ok": True, "name": name, "level": level} if level else {"ok": False},
        }
        for code, name, level in REGIONS
    ]
    write(
        "regions",
        {"en": "Codes of divisions (GB/T 2260): six digits; 00 at the end is a city, 0000 a province.", "zh": "行政区划代码（GB/T 2260）：6位数字，末两位为00的是地级，末四位为0000的是省级。"},
        [GB2260 + " as of 2023"],
        cases,
        tables={"divisions": divisions},
    )


# --- Masks -------------------------------------------------------------------------------------------------------------------------------------

MASKS = [
    ("NAME", "张梅", "张*"),
    ("NAME", "张小梅", "张**"),
    ("NAME", "诸葛明", "诸葛*"),
    ("NAME", "欧阳修远", "欧阳**"),
    ("NAME", "司马义买买提", "司马**"),
    ("NAME", "买买提·艾力", "买**"),
    ("NAME", "Ivan Petrov", "I**"),
    ("NAME", "张", "*"),
    ("NAME", "张**", "张**"),
    ("NAME", "", None),
    # Script=Han, whatever its category: U+3007 is a number, U+3005 a letter of no meaning of its own, 𠮷 lies beyond the first plane.
    ("NAME", "张〇", "张*"),
    ("NAME", "佐々木", "佐**"),
    ("NAME", "𠮷小梅", "𠮷**"),
    ("NAME", "张\ue000", "张*"),
    ("NAME", "张梅ab", "张**"),
    ("NAME", "カナコ", "カ**"),
    ("NAME", "·张梅花", "张**"),
    ("NAME", "张梅花朵朵", "张**"),
    ("NAME", "张\u3000梅", "张**"),
    ("NAME", "张\u200b梅", "张*"),
    ("NAME", " \u3000\ufeff\u2028", None),
    ("NAME", "Ж**", "Ж**"),
    ("NAME", "***", "***"),
    ("NAME", "张****", "张**"),
    ("NAME", "诸葛****", "诸葛****"),
    ("NAME", "张**、诸葛*", "张**、诸葛*"),
    ("BIRTH_DATE", "1990-03-07", None),
    ("CITIZEN_ID", "239999199003070016", "23" + "*" * 16),
    ("CITIZEN_ID", "11010519491231002X", "11" + "*" * 16),
    ("CITIZEN_ID", "110105491231002", "11" + "*" * 16),
    ("CITIZEN_ID", "23" + "*" * 16, "23" + "*" * 16),
    ("CITIZEN_ID", "*" * 18, "*" * 18),
    ("CITIZEN_ID", "\u00a0１１０１０５１９４９１２３１００２Ｘ", "11" + "*" * 16),
    ("CITIZEN_ID", "X1", "*" * 18),
    ("CITIZEN_ID", "23" + "*" * 15, "23" + "*" * 16),
    ("DOCUMENT_NUMBER", "E12345678", "E" + "*" * 8),
    ("DOCUMENT_NUMBER", "\u3000\u200eE12345678", "E" + "*" * 8),
    ("DOCUMENT_NUMBER", "E" + "*" * 7, "E" + "*" * 8),
    ("DOCUMENT_NUMBER", "*" * 8, "*" * 8),
    ("DOCUMENT_NUMBER", "7", "*" * 8),
    ("DOCUMENT_NUMBER", "E" + "*" * 8, "E" + "*" * 8),
    ("PHONE", "13812345678", "138" + "*" * 8),
    ("PHONE", "+86 138-1234-5678", "138" + "*" * 8),
    ("PHONE", "0086（138）1234–5678", "138" + "*" * 8),
    ("PHONE", "１３８·1234\u20115678", "138" + "*" * 8),
    ("PHONE", "138/1234/5678", "*" * 8),
    ("PHONE", "238" + "*" * 8, "*" * 8),
    ("PHONE", "*" * 8, "*" * 8),
    ("PHONE", "0451-82345678", "*" * 8),
    ("PHONE", "138" + "*" * 8, "138" + "*" * 8),
    ("ADDRESS", "黑龙江省哈尔滨市南岗区花园街1号", "黑龙江省哈尔滨市南岗区****"),
    ("ADDRESS", "哈尔滨市道里区中央大街100号3单元", "哈尔滨市道里区****"),
    ("ADDRESS", "花园街1号", "****"),
    ("ADDRESS", "黑龙江省哈尔滨市南岗区****", "黑龙江省哈尔滨市南岗区****"),
    ("ADDRESS", "****", "****"),
]


def named(value):
    """A value as the name of its case: what is not seen is named by its code."""
    return "".join("U+%04X" % ord(sign) if sign != " " and unicodedata.category(sign)[0] in "CZ" else sign for sign in value) or "of nothing"


def masks():
    tables = {
        "compoundSurnames": ["上官", "东方", "令狐", "公孙", "司徒", "司马", "夏侯", "尉迟", "慕容", "欧阳", "皇甫", "端木", "诸葛", "长孙"],
        "divisions": {"黑龙江省": None, "哈尔滨市": "黑龙江省", "南岗区": "哈尔滨市", "道里区": "哈尔滨市"},
    }
    cases = []
    for kind, value, wanted in MASKS:
        expect(kit.mask(kind, value, tables), wanted)
        masked = wanted is not None and wanted == value
        cases.append(
            {"name": "%s %s" % (kind, named(value)), "source": "Article 23, last paragraph", "class": kind, "value": value, "expected": wanted, "alreadyMasked": masked}
        )
    write(
        "masks",
        {"en": "How personal information of natural persons and sole traders leaves for anybody but the subject (Article 23), by class of information.", "zh": "自然人和个体工商户的个人信息向本人以外的人提供时如何脱敏（第二十三条），按信息种类。"},
        ["Article 23, last paragraph", GB2260],
        cases,
        tables=tables,
    )


# --- The ledger --------------------------------------------------------------------------------------------------------------------------------

# RFC 8032, section 7.1, TEST 1 to 3: keys that everybody knows.
SEEDS = [
    bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
    bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
    bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"),
]
expect(ed25519.public_key(SEEDS[0]).hex(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
expect(ed25519.public_key(SEEDS[1]).hex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
expect(ed25519.public_key(SEEDS[2]).hex(), "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")


def jwk(seed, **more):
    key = {"kty": "OKP", "crv": "Ed25519", "x": kit.to_base64url(ed25519.public_key(seed))}
    return {**key, "kid": kit.thumbprint(key), "use": "sig", "alg": "EdDSA", **more}


REVOKED_AT = 1798761600  # 2027-01-01T00:00:00Z
KEYS = [jwk(SEEDS[0]), jwk(SEEDS[1], revoked={"revoked_at": REVOKED_AT, "reason": "stolen"})]
# RFC 8037, appendix A.3: the thumbprint of the key of TEST 1.
expect(KEYS[0]["kid"], "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
STRANGER = jwk(SEEDS[2])

ENTRY = {
    "at": "2026-11-27T02:00:00.000Z",
    "bases": [{"agreement": "11111111-1111-4111-8111-111111111111", "article": "23(2), 24", "authorization": "22222222-2222-4222-8222-222222222222", "duty": None, "items": ["ARREARS-TAX"]}],
    "caseReference": None,
    "channel": "WEB",
    "id": "33333333-3333-4333-8333-333333333333",
    "items": ["ARREARS-TAX", "PERMIT-GENERAL"],
    "purpose": "LOAN_ORIGINATION",
    "records": [{"id": "44444444-4444-4444-8444-444444444444", "version": 1}],
    "requestId": "55555555-5555-4555-8555-555555555555",
    "role": "PARTY",
    "seen": "DESENSITIZED",
    "subjectId": "66666666-6666-4666-8666-666666666666",
    "unit": "BANK-A",
}
REFUSED = {**ENTRY, "bases": [], "records": [], "items": [], "seen": "NONE", "subjectId": None, "caseReference": "哈审〔2026〕1号 \"急\"", "reason": "DUTY_REQUIRED", "unit": "HRB-PERMIT", "role": "DEPARTMENT"}


def entries():
    salt = bytes(range(16))

    def case(name, source, entry, content):
        given = kit.commitment(salt, content)
        return {
            "name": name,
            "source": source,
            "entry": entry,
            "content": content,
            "salt": b64(salt),
            "commitment": b64(given),
            "leafHash": b64(kit.leaf_hash(given)),
        }

    shuffled = {key: ENTRY[key] for key in reversed(list(ENTRY))}
    right = [
        ("an entry of a bank", "RFC 8785, RFC 6962", ENTRY),
        ("keys in another order are the same entry", "RFC 8785, section 3.2.3", shuffled),
        ("a refused request names no subject and says why", "RFC 8785; Article 17", REFUSED),
    ]
    cases = [{**case(name, source, entry, kit.canonical(entry)), "expected": True} for name, source, entry in right]
    plain = json.dumps(ENTRY, ensure_ascii=False, sort_keys=True)
    for name, source, entry, content in [
        ("white space is not canonical", "RFC 8785, section 3.2.1", ENTRY, plain),
        ("escaped characters are not canonical", "RFC 8785, section 3.2.2.2", REFUSED, json.dumps(REFUSED, ensure_ascii=True, sort_keys=True, separators=(",", ":"))),
        ("another purpose is another entry", "Article 17", ENTRY, kit.canonical({**ENTRY, "purpose": "PERMIT"})),
    ]:
        assert kit.canonical(entry) != content
        cases.append({**case(name, source, entry, content), "expected": False})
    vectors = [
        # RFC 8785, section 3.2.3: the property names of its sorting example, with whole numbers as values.
        ("the order of property names in RFC 8785", {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}, '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'),
        ("the string of RFC 8785", {"string": "\u20ac$\u000f\u000aA'B\"\\\\\"/"}, '{"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'),
        ("its literals", {"literals": [None, True, False]}, '{"literals":[null,true,false]}'),
    ]
    for name, entry, content in vectors:
        expect(kit.canonical(entry), content)
        cases.append({**case(name, "RFC 8785, section 3.2", entry, content), "expected": True})
    write(
        "entries",
        {"en": "An entry of the disclosure ledger: its canonical text, its commitment SHA-256(salt ‖ text) and the hash of its leaf SHA-256(0x00 ‖ commitment).", "zh": "披露日志的条目：规范文本、承诺值SHA-256（盐值‖文本）、叶节点散列SHA-256（0x00‖承诺值）。"},
        ["RFC 8785", "RFC 6962, section 2.1", "Article 17"],
        cases,
    )


# RFC 6962's reference implementation (certificate-transparency, merkle tree tests): these eight leaves, and the root over all of them.
LEAVES = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]
expect(kit.tree_root(LEAVES).hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
expect(kit.tree_root(LEAVES[:1]).hex(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
expect(kit.tree_root([]).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


def merkle():
    source = "RFC 6962, section 2.1 (RFC 9162, section 2.1); leaves of its reference implementation"
    cases = []

    def flipped(data):
        return bytes([data[0] ^ 1]) + data[1:]

    def inclusion(name, leaf, index, size, hashes, root, holds):
        expect(kit.verify_inclusion(leaf, index, size, hashes, root), holds)
        cases.append({"name": name, "source": source, "proof": "INCLUSION", "leafHash": b64(leaf), "leafIndex": index, "size": size, "hashes": [b64(one) for one in hashes], "root": b64(root), "expected": holds})

    def consistency(name, size, root, later, later_root, hashes, holds):
        expect(kit.verify_consistency(size, root, later, later_root, hashes), holds)
        cases.append({"name": name, "source": source, "proof": "CONSISTENCY", "from": size, "fromRoot": b64(root), "to": later, "toRoot": b64(later_root), "hashes": [b64(one) for one in hashes], "expected": holds})

    for index, size in [(0, 1), (0, 8), (5, 8), (2, 3), (1, 5), (4, 5), (6, 7)]:
        leaves = LEAVES[:size]
        path, root, leaf = kit.inclusion_path(index, leaves), kit.tree_root(leaves), kit.leaf_hash(leaves[index])
        name = "leaf %d of %d" % (index, size)
        inclusion(name, leaf, index, size, path, root, True)
        inclusion(name + ", another leaf", flipped(leaf), index, size, path, root, False)
        inclusion(name + ", another root", leaf, index, size, path, flipped(root), False)
        inclusion(name + ", a hash too many", leaf, index, size, path + [root], root, False)
        if path:
            inclusion(name + ", a hash too few", leaf, index, size, path[:-1], root, False)
            inclusion(name + ", a wrong hash", leaf, index, size, [flipped(path[0])] + path[1:], root, False)
            inclusion(name + ", at the place beside it", leaf, index ^ 1 if (index ^ 1) < size else index - 1, size, path, root, False)
    inclusion("a place behind the tree", kit.leaf_hash(LEAVES[7]), 8, 8, kit.inclusion_path(7, LEAVES), kit.tree_root(LEAVES), False)
    for size, later in [(0, 8), (1, 1), (1, 8), (6, 8), (2, 5), (3, 7), (4, 8), (8, 8)]:
        path = kit.consistency_path(size, LEAVES[:later]) if size else []
        root, later_root = kit.tree_root(LEAVES[:size]), kit.tree_root(LEAVES[:later])
        name = "a tree of %d is the beginning of one of %d" % (size, later)
        consistency(name, size, root, later, later_root, path, True)
        consistency(name + ", a hash too many", size, root, later, later_root, path + [root], False)
        if size:
            consistency(name + ", another earlier root", size, flipped(root), later, later_root, path, False)
            consistency(name + ", another later root", size, root, later, flipped(later_root), path, False)
        if path:
            consistency(name + ", a hash too few", size, root, later, later_root, path[:-1], False)
    consistency("an earlier tree that is larger", 8, kit.tree_root(LEAVES), 6, kit.tree_root(LEAVES[:6]), [], False)
    roots = [{"size": size, "root": b64(kit.tree_root(LEAVES[:size]))} for size in range(9)]
    write("merkle", {"en": "Proofs of inclusion and of consistency over the tree of RFC 6962 with SHA-256.", "zh": "RFC 6962树（SHA-256）的包含证明和一致性证明。"}, ["RFC 6962, section 2.1", "RFC 9162, sections 2.1.3.2 and 2.1.4.2"], cases, tables={"leaves": [one.hex() for one in LEAVES], "roots": roots})


def signed(size, root, signed_at, seed, kid):
    checkpoint = {"size": size, "rootHash": b64(root), "signedAt": signed_at, "keyId": kid}
    return {**checkpoint, "signature": b64(ed25519.sign(seed, kit.checkpoint_text(checkpoint).encode()))}


def checkpoints():
    root, when = kit.tree_root(LEAVES), "2026-11-27T02:10:00.000Z"
    good = signed(8, root, when, SEEDS[0], KEYS[0]["kid"])
    early = signed(8, root, when, SEEDS[1], KEYS[1]["kid"])
    late = signed(8, root, "2027-01-01T00:00:00.000Z", SEEDS[1], KEYS[1]["kid"])
    spare = b64(kit.from_base64(good["signature"]))
    cases = []
    for name, checkpoint, wanted in [
        ("signed by the key in force", good, None),
        ("another size", {**good, "size": 9}, "SIGNATURE"),
        ("another root", {**good, "rootHash": b64(kit.tree_root(LEAVES[:7]))}, "SIGNATURE"),
        ("another instant", {**good, "signedAt": "2026-11-27T02:20:00.000Z"}, "SIGNATURE"),
        ("a bit of the signature", {**good, "signature": ("B" if spare[0] != "B" else "C") + spare[1:]}, "SIGNATURE"),
        ("signed by another key of the set", {**good, "keyId": KEYS[1]["kid"]}, "SIGNATURE"),
        ("a key that the set lacks", signed(8, root, when, SEEDS[2], STRANGER["kid"]), "KEY"),
        ("dated before its key was revoked, which a thief can write", early, "RESERVED"),
        ("dated at the instant of the revocation", late, "REVOKED"),
    ]:
        expect(kit.check_checkpoint(checkpoint, KEYS), wanted)
        cases.append({"name": name, "source": "RFC 8032, section 5.1; keys of its section 7.1", "checkpoint": checkpoint, "text": kit.checkpoint_text(checkpoint), "expected": wanted})
    salt, entry_text = bytes(range(16)), kit.canonical(ENTRY)
    leaves = LEAVES[:5] + [kit.commitment(salt, entry_text)] + LEAVES[6:]
    proof = {
        "leafIndex": 5,
        "checkpointSize": 8,
        "content": entry_text,
        "salt": b64(salt),
        "hashes": [b64(one) for one in kit.inclusion_path(5, leaves)],
        "checkpoint": signed(8, kit.tree_root(leaves), when, SEEDS[0], KEYS[0]["kid"]),
    }
    stolen = {**proof, "checkpoint": signed(8, kit.tree_root(leaves), when, SEEDS[1], KEYS[1]["kid"])}
    other = copy.deepcopy(proof)
    other["hashes"].reverse()
    for name, one, wanted in [
        ("a disclosure that stands in the ledger", proof, None),
        ("a disclosure under a checkpoint dated before its key was revoked", stolen, "RESERVED"),
        ("the same, and of the size of another checkpoint", {**stolen, "checkpointSize": 7}, "SIZE"),
        ("the same, and at another place", {**stolen, "leafIndex": 4}, "PATH"),
        ("its purpose was changed", {**proof, "content": entry_text.replace("LOAN_ORIGINATION", "PERMIT")}, "PATH"),
        ("its salt was changed", {**proof, "salt": b64(bytes(16))}, "PATH"),
        ("at another place", {**proof, "leafIndex": 4}, "PATH"),
        ("its path in another order", other, "PATH"),
        ("the size of another checkpoint", {**proof, "checkpointSize": 7}, "SIZE"),
        ("a checkpoint that was changed", {**proof, "checkpoint": {**proof["checkpoint"], "rootHash": b64(kit.tree_root(LEAVES))}}, "SIGNATURE"),
    ]:
        expect(kit.check_proof(one, KEYS), wanted)
        cases.append({"name": name, "source": "RFC 9162, section 2.1.3.2; Article 17", "disclosure": one, "expected": wanted})
    write("checkpoints", {"en": "Checkpoints of the ledger as they are signed, and whole proofs that a disclosure stands in it.", "zh": "已签名的日志检查点，以及披露记入日志的完整证明。"}, ["RFC 8032", "RFC 7638", "RFC 9162", "Article 17"], cases, keys=KEYS)


# --- Signed documents -------------------------------------------------------------------------------------------------------------------------------


def compact(header, payload, seed):
    head, body = (kit.to_base64url(part if isinstance(part, bytes) else kit.canonical(part).encode()) for part in (header, payload))
    return "%s.%s.%s" % (head, body, kit.to_base64url(ed25519.sign(seed, ("%s.%s" % (head, body)).encode())))


def documents(name, typ, other, about, article, payload):
    kid = KEYS[0]["kid"]
    header = {"alg": "EdDSA", "kid": kid, "typ": typ}
    good = compact(header, payload, SEEDS[0])
    head, body, signature = good.split(".")
    changed = kit.to_base64url(kit.canonical({**payload, "iat": payload["iat"] + 1}).encode())
    public = kit.from_base64url(KEYS[0]["x"])
    mac_head = kit.to_base64url(kit.canonical({**header, "alg": "HS256"}).encode())
    mac = kit.to_base64url(hmac.new(public, ("%s.%s" % (mac_head, body)).encode(), hashlib.sha256).digest())
    none = kit.to_base64url(kit.canonical({**header, "alg": "none"}).encode())
    spare = next(sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" if sign != signature[-1] and kit.from_base64url(signature[:-1] + sign) is None)
    cases = []
    for title, token, holds in [
        ("as it was signed", good, True),
        ("its payload was changed", "%s.%s.%s" % (head, changed, signature), False),
        ("of the other type", compact({**header, "typ": other}, payload, SEEDS[0]), False),
        ("without a type", compact({"alg": "EdDSA", "kid": kid}, payload, SEEDS[0]), False),
        ("a further header that demands something", compact({**header, "crit": ["exp"], "exp": 1}, payload, SEEDS[0]), False),
        ("a key of its own in the header", compact({**header, "jwk": STRANGER}, payload, SEEDS[2]), False),
        ("signed by a key that the set lacks", compact({**header, "kid": STRANGER["kid"]}, payload, SEEDS[2]), False),
        ("signed by another key of the set", compact(header, payload, SEEDS[1]), False),
        ("with algorithm none", "%s.%s." % (none, body), False),
        ("a MAC under the public key", "%s.%s.%s" % (mac_head, body, mac), False),
        ("spare bits of the signature", "%s.%s.%s" % (head, body, signature[:-1] + spare), False),
        ("with padding", good + "==", False),
        ("four parts", good + ".", False),
        ("a payload that is no object", compact(header, b"[]", SEEDS[0]), False),
        ("nothing", "", False),
    ]:
        opened = kit.open_token(token, typ, KEYS)
        assert (opened is not None) == holds, title
        cases.append({"name": title, "source": "RFC 7515, RFC 8037; " + article, "token": token, "typ": typ, "expected": opened})
    write(name, about, ["RFC 7515", "RFC 8037", "RFC 7638", article], cases, keys=KEYS)


REPORT = {
    "iss": "credit-gateway",
    "jti": "77777777-7777-4777-8777-777777777777",
    "iat": 1795744800,
    "sub": "66666666-6666-4666-8666-666666666666",
    "template": "PUBLIC_CREDIT",
    "language": "zh",
    "issuedAt": "2026-11-27T02:00:00.000Z",
    "recipient": {"role": "SUBJECT", "unit": None},
    "purpose": None,
    "case": None,
    "subject": {"name": "哈尔滨示例冰雪设备有限公司", "kind": "LEGAL_PERSON", "identifier": {"type": "USCC", "value": "91239999MA1ABC019L"}},
    "sections": [],
    "verify": "https://credit.example/verify/77777777-7777-4777-8777-777777777777",
}
MATTER = {
    "iss": "credit-gateway",
    "jti": "88888888-8888-4888-8888-888888888888",
    "iat": 1795744800,
    "sub": "66666666-6666-4666-8666-666666666666",
    "unit": "HRB-PERMIT",
    "case": "2026-0001",
    "purpose": "PERMIT",
    "matter": "FOOD-PERMIT",
    "supersedes": None,
    "answer": {"complete": True, "subjectFound": True, "findings": [], "measures": [], "pledge": {"eligible": True, "reasons": []}, "incentives": [], "supervision": None},
}


# --- Webhooks -------------------------------------------------------------------------------------------------------------------------------------

# RFC 4231, section 4.3 (test case 2): the function below the form of the gateway.
expect(hmac.new(b"Jefe", b"what do ya want for nothing?", hashlib.sha256).hexdigest(), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")


def webhooks():
    secret, delivery, now = "c2VjcmV0LW9mLXRoZS1raXQ", "99999999-9999-4999-8999-999999999999", 1795744800
    body = '{"unit":"BANK-A","cursor":"opaque","count":2}'

    def headers(timestamp=now, sent=body, key=secret, one=delivery):
        return {"Credit-Delivery": one, "Credit-Timestamp": str(timestamp), "Credit-Signature": kit.sign_webhook(key, str(timestamp), one, sent)}

    good = headers()
    right = good["Credit-Signature"]
    cases = []
    for name, given, sent, seen, wanted in [
        ("as it was sent", good, body, [], None),
        ("names of headers in small letters", {key.lower(): value for key, value in good.items()}, body, [], None),
        ("five minutes old", headers(now - 300), body, [], None),
        ("five minutes ahead", headers(now + 300), body, [], None),
        ("older than five minutes", headers(now - 301), body, [], "TIMESTAMP"),
        ("further ahead than five minutes", headers(now + 301), body, [], "TIMESTAMP"),
        ("the same delivery again", good, body, [delivery], "REPLAY"),
        ("another body", good, body.replace("2", "3"), [], "SIGNATURE"),
        ("the same JSON written in another way", good, body.replace(",", ", "), [], "SIGNATURE"),
        ("another secret", headers(key="another"), body, [], "SIGNATURE"),
        ("another timestamp than the signed one", {**good, "Credit-Timestamp": str(now + 1)}, body, [], "SIGNATURE"),
        ("another delivery than the signed one", {**good, "Credit-Delivery": delivery.replace("9", "8")}, body, [], "SIGNATURE"),
        ("without a signature", {key: value for key, value in good.items() if key != "Credit-Signature"}, body, [], "SIGNATURE"),
        ("without its version", {**good, "Credit-Signature": right[3:]}, body, [], "SIGNATURE"),
        ("of a version that is not there", {**good, "Credit-Signature": "v2=" + right[3:]}, body, [], "SIGNATURE"),
        ("cut off", {**good, "Credit-Signature": right[:-1]}, body, [], "SIGNATURE"),
        ("in capitals", {**good, "Credit-Signature": "v1=" + right[3:].upper()}, body, [], "SIGNATURE"),
    ]:
        expect(kit.check_webhook(secret, given, sent, now, seen), wanted)
        cases.append({"name": name, "source": "RFC 2104, RFC 4231; Article 39", "headers": given, "body": sent, "now": now, "seen": seen, "expected": wanted})
    write("webhooks", {"en": "Calls that announce changes: authentic, in time and new, or by which reason not.", "zh": "变更通知的回调：真实、及时且未重复，或者因何种原因不接受。"}, ["RFC 2104", "RFC 4231", "Article 39"], cases, secret=secret)


# --- Refusals ------------------------------------------------------------------------------------------------------------------------------------------


def refusals():
    def error(code, reason=None, **more):
        return {"message": "…", "extensions": {"code": code, **({"reason": reason} if reason else {}), **more}}

    cases = []
    for name, source, status, headers, body, attempt, wanted in [
        ("a whole answer", "GraphQL, section 7.1", 200, {}, {"data": {"subject": {"name": "张**"}}}, 1, {"do": "USE"}),
        ("nothing held, or nothing that may be seen", "Article 23", 200, {}, {"data": {"subject": None}}, 1, {"do": "USE"}),
        ("a part is refused with its article", "Articles 23 and 24", 200, {}, {"data": {"subject": {"name": "张**", "nonPublicRecords": None}}, "errors": [error("FORBIDDEN", "IDENTITY_REQUIRED", article="23(2)")]}, 1, {"do": "USE_PART"}),
        ("all of it is refused", "Articles 23 and 24", 200, {}, {"data": {"subject": None}, "errors": [error("FORBIDDEN", "PURPOSE_REQUIRED", article="24")]}, 1, {"do": "STOP"}),
        ("asked again without anything changed", "Articles 23 and 24", 200, {}, {"data": None, "errors": [error("FORBIDDEN", "AUTHORIZATION_REQUIRED", article="24")]}, 2, {"do": "STOP"}),
        ("too many requests", "RFC 6585, section 4; RFC 9110, section 10.2.3", 429, {"Retry-After": "7"}, {"errors": [error("TOO_COSTLY", "RATE")]}, 1, {"do": "WAIT", "seconds": 7}),
        ("names of headers in small letters", "RFC 9110, section 5.1", 429, {"retry-after": "60"}, {"errors": [error("TOO_COSTLY", "RATE")]}, 3, {"do": "WAIT", "seconds": 60}),
        ("too many requests for the fourth time", "RFC 6585, section 4", 429, {"Retry-After": "7"}, {"errors": [error("TOO_COSTLY", "RATE")]}, 4, {"do": "STOP"}),
        ("too many, and not said for how long", "RFC 6585, section 4", 429, {}, {"errors": [error("TOO_COSTLY", "RATE")]}, 1, {"do": "STOP"}),
        ("a query that costs too much is not cheaper later", "Article 23", 400, {}, {"errors": [error("TOO_COSTLY", "COST")]}, 1, {"do": "STOP"}),
        ("the day's quota of the agreement is used up", "Article 23 (2)", 200, {}, {"data": {"subjects": None}, "errors": [error("QUOTA_EXCEEDED", "QUOTA_EXCEEDED", article="23", renewsAt="2026-11-28T00:00:00+08:00")]}, 1, {"do": "TOMORROW", "until": "2026-11-28T00:00:00+08:00"}),
        ("a report over the day's quota", "Article 23 (2)", 429, {}, {"errors": [error("QUOTA_EXCEEDED", "QUOTA_EXCEEDED", article="23", renewsAt="2026-11-28T00:00:00+08:00")]}, 1, {"do": "TOMORROW", "until": "2026-11-28T00:00:00+08:00"}),
        ("a token that ran out", "RFC 6750, section 3.1", 401, {"WWW-Authenticate": 'DPoP error="invalid_token"'}, {"errors": [error("UNAUTHENTICATED")]}, 1, {"do": "NEW_TOKEN"}),
        ("a new token is refused too", "RFC 6750, section 3.1", 401, {"WWW-Authenticate": 'Bearer error="invalid_token"'}, {"errors": [error("UNAUTHENTICATED", "UNIT_ENDED")]}, 2, {"do": "STOP"}),
        ("the ledger cannot be written", "Article 17", 503, {}, {"errors": [error("UNAVAILABLE", "UNAVAILABLE")]}, 1, {"do": "WAIT", "seconds": 1}),
        ("a source does not answer", "Article 17", 200, {}, {"data": {"subject": None}, "errors": [error("UNAVAILABLE", "UNAVAILABLE")]}, 2, {"do": "WAIT", "seconds": 2}),
        ("for the third time", "Article 17", 503, {}, {"errors": [error("UNAVAILABLE", "UNAVAILABLE")]}, 3, {"do": "WAIT", "seconds": 4}),
        ("for the fourth time", "Article 17", 503, {}, {"errors": [error("UNAVAILABLE", "UNAVAILABLE")]}, 4, {"do": "STOP"}),
        ("a balancer answers", "RFC 9110, section 15.6.3", 502, {}, None, 1, {"do": "WAIT", "seconds": 1}),
        ("input that is not valid", "Article 19", 200, {}, {"data": {"subject": None}, "errors": [error("BAD_USER_INPUT", "IDENTIFIER_CHECK_DIGIT")]}, 1, {"do": "STOP"}),
        ("no such path", "RFC 9110, section 15.5.5", 404, {}, {"errors": [error("BAD_USER_INPUT")]}, 1, {"do": "STOP"}),
        ("overtaken by another change", "RFC 9110, section 15.5.10", 409, {}, {"errors": [error("CONFLICT", "OVERTAKEN")]}, 1, {"do": "STOP"}),
        ("a fault of the server", "RFC 9110, section 15.6.1", 500, {}, {"errors": [error("INTERNAL", id="…")]}, 1, {"do": "STOP"}),
        ("a page instead of JSON", "RFC 9110, section 15.3.1", 200, {}, None, 1, {"do": "STOP"}),
    ]:
        expect(kit.next_step(status, headers, body, attempt), wanted)
        cases.append({"name": name, "source": source, "status": status, "headers": headers, "body": body, "attempt": attempt, "expected": wanted})
    write("refusals", {"en": "What a client does after an answer to a query: use it, wait and ask again, take a new token, or stop.", "zh": "客户端收到应答后如何处理：使用、等待后重试、换取令牌，或者停止。"}, ["RFC 9110", "RFC 6585", "RFC 6750", "Articles 17, 19, 23, 24"], cases)


# --- Feeds ---------------------------------------------------------------------------------------------------------------------------------------------


def feeds():
    def change(number, cursor, kind="CORRECTED", version=2):
        return {"cursor": cursor, "kind": kind, "recordId": "record-%d" % number, "version": version, "at": "2026-11-2%dT02:00:00.000Z" % number}

    def page(nodes, end, more):
        return {"data": {"changes": {"pageInfo": {"endCursor": end, "hasNextPage": more}, "nodes": nodes}}}

    def refused(code, reason):
        return {"data": {"changes": None}, "errors": [{"message": "…", "extensions": {"code": code, "reason": reason}}]}

    cases = []
    for name, source, begin, steps in [
        ("two pages to the end", "Article 39", {"cursor": None, "seen": []}, [page([change(1, "c1"), change(2, "c2")], "c2", True), page([change(3, "c3")], "c3", False)]),
        ("an empty page gives back the cursor that was sent", "Article 39", {"cursor": "c3", "seen": []}, [page([], "c3", False)]),
        ("nothing from the beginning on: there is no cursor yet", "Article 39", {"cursor": None, "seen": []}, [page([], None, False)]),
        ("the same change read twice has another cursor, and is acted on once", "Article 39", {"cursor": None, "seen": []}, [page([change(1, "c1")], "c1", False), page([change(1, "other text of c1")], "other text of c1", False)]),
        ("the same record changed again is another change", "Article 39", {"cursor": None, "seen": []}, [page([change(1, "c1"), change(1, "c2", "CORRECTED", 3), change(1, "c3", "WITHDRAWN", 3)], "c3", False)]),
        (
            "news told on a later day stands in its old place: read again from an earlier cursor it fills the gap, and the rest is not acted on again",
            "Article 6",
            {"cursor": None, "seen": []},
            [page([change(1, "c1"), change(3, "c3")], "c3", False), page([change(1, "d1"), change(2, "d2", "ADDED", 1), change(3, "d3")], "d3", False)],
        ),
        ("a cursor that is refused: begin anew, and act on nothing twice", "Article 39", {"cursor": "of another unit", "seen": [kit.change_key(change(1, "c1"))]}, [refused("BAD_USER_INPUT", "CURSOR"), page([change(1, "c1"), change(2, "c2")], "c2", False)]),
        ("a refusal moves no cursor", "Article 23 (2)", {"cursor": "c1", "seen": []}, [refused("QUOTA_EXCEEDED", "QUOTA_EXCEEDED")]),
        ("a server that does not answer moves no cursor", "Article 17", {"cursor": "c1", "seen": []}, [refused("UNAVAILABLE", "UNAVAILABLE")]),
    ]:
        state, told = begin, []
        for answer in steps:
            state, act, following = kit.read_feed(state, answer)
            told.append({"answer": answer, "expected": {"act": act, "cursor": state["cursor"], "next": following}})
        cases.append({"name": name, "source": source, "begin": begin, "steps": told})
    # Counted by hand, so that the Python is held against something.
    expect([step["expected"]["act"] for step in cases[5]["steps"]], [["record-1", "record-3"], ["record-2"]])
    expect([step["expected"]["act"] for step in cases[3]["steps"]], [["record-1"], []])
    expect([step["expected"]["next"] for step in cases[0]["steps"]], ["AGAIN", "END"])
    expect([(step["expected"]["act"], step["expected"]["next"]) for step in cases[6]["steps"]], [([], "RESTART"), (["record-2"], "END")])
    write("feeds", {"en": "Reading the feed of changes: from which cursor, what to act on, and when to stop.", "zh": "读取变更通知：从哪个游标开始、处理哪些变更、何时停止。"}, ["Articles 6 and 39", "Relay Cursor Connections"], cases)


identifiers()
regions()
masks()
entries()
merkle()
checkpoints()
documents("reports", "credit-report+jwt", "credit-matter+jwt", {"en": "A credit report as a compact JWS: its payload where the signature holds, else null.", "zh": "信用报告（紧凑JWS）：签名成立的给出载荷，否则为null。"}, "Article 36 (4)", REPORT)
documents("matters", "credit-matter+jwt", "credit-report+jwt", {"en": "An answer to a permit desk as a compact JWS: its payload where the signature holds, else null.", "zh": "对办理事项查询的答复（紧凑JWS）：签名成立的给出载荷，否则为null。"}, "Articles 43 and 44", MATTER)
webhooks()
refusals()
feeds()
