#!/usr/bin/env python3
"""
A small client of the credit gateway: the standard library, and `cryptography` or else the program openssl for ES256.

  python3 client.py headers METHOD URL            header lines of one request: Authorization and DPoP
  python3 client.py ask QUESTION [STATED]         asks once and prints the answer
  python3 client.py pages QUESTION [STATED]       follows endCursor through "variables": { "after": … }; an answer a line
  python3 client.py feed STATE                    reads the feed of changes to its end and keeps its place in the file STATE
  python3 client.py webhook SECRET CALL           checks a call that was saved: header lines, an empty line, the body
  python3 client.py receive PORT SECRET [CALL]    receives calls on this machine, says of each what it is, and saves the last good one as CALL

QUESTION is a file of JSON: { "query": …, "variables": … }. STATED: --purpose CODE --case REFERENCE --matter CODE. SECRET is a file.
Settings are environment variables: CREDIT_GATEWAY, CREDIT_ISSUER, CREDIT_AUDIENCE, CREDIT_CLIENT, CREDIT_KEY (PEM, P-256), CREDIT_CA (PEM; optional).

Exit 0: answered. Exit 2: refused, and what to do first is said. Exit 1: a fault.
"""

import base64
import hashlib
import hmac
import http.client
import http.server
import json
import os
import re
import secrets
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

try:
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, utils
except ImportError:
    ec = None

TIMEOUT = 30
WAITS = (1, 2, 4)


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(1)


def printable(words):
    """Words of a server for a terminal: what steers it or turns the direction of writing is replaced."""
    return "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign for sign in str(words))


def setting(name):
    return os.environ.get(name) or fail("%s is not set; python3 client.py --help names the settings." % name)


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# --- ES256: JWS wants r and s, 32 bytes each (RFC 7518, section 3.4); libraries and openssl give them as DER ---------------------------------


def raw_of_der(der):
    def integer(at):
        size = der[at + 1]
        return der[at + 2 : at + 2 + size], at + 2 + size

    r, after = integer(2)
    s, _ = integer(after)
    return b"".join(one.lstrip(b"\0").rjust(32, b"\0") for one in (r, s))


class Key:
    """A private key of P-256: of a PEM file, or made here."""

    def __init__(self, path=None):
        self.path = path
        if path is not None and not os.path.isfile(path):
            fail("CREDIT_KEY names no file: %s" % path)
        if ec is not None:
            self.private = ec.generate_private_key(ec.SECP256R1()) if path is None else self._read(path)
        elif path is None:
            self.made = tempfile.NamedTemporaryFile()
            self.path = self.made.name
            self._openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", self.path)

    @staticmethod
    def _read(path):
        with open(path, "rb") as file:
            return serialization.load_pem_private_key(file.read(), password=None)

    @staticmethod
    def _openssl(*arguments, sent=b""):
        try:
            return subprocess.run(("openssl",) + arguments, input=sent, capture_output=True, check=True).stdout
        except FileNotFoundError:
            return fail("Neither the package cryptography nor the program openssl is here; one of them signs.")
        except subprocess.CalledProcessError as error:
            return fail("openssl cannot use the key: %s" % error.stderr.decode().strip().split("\n")[0])

    def point(self):
        if ec is not None:
            return self.private.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)[1:]
        # The last 64 bytes of a public key in DER are x and y.
        return self._openssl("pkey", "-in", self.path, "-pubout", "-outform", "DER")[-64:]

    def jwk(self):
        point = self.point()
        return {"kty": "EC", "crv": "P-256", "x": b64url(point[:32]), "y": b64url(point[32:])}

    def sign(self, data):
        if ec is not None:
            r, s = utils.decode_dss_signature(self.private.sign(data, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        return raw_of_der(self._openssl("dgst", "-sha256", "-sign", self.path, sent=data))

    def jwt(self, header, payload):
        parts = (json.dumps(part, separators=(",", ":")).encode() for part in ({"alg": "ES256", **header}, payload))
        text = ".".join(map(b64url, parts))
        return "%s.%s" % (text, b64url(self.sign(text.encode())))


# --- HTTP -------------------------------------------------------------------------------------------------------------------------------------


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


def check_address(url):
    """Tokens and numbers of persons go in the clear to no other machine."""
    try:
        parts = urllib.parse.urlsplit(url)
        scheme, host, plain = parts.scheme, parts.hostname or "", re.search(r"[@\\\s]", parts.netloc) is None
    except ValueError:
        scheme, host, plain = "", "", False
    local = re.fullmatch(r"localhost|127(\.[0-9]{1,3}){3}|::1", host) is not None
    if not (plain and host and (scheme == "https" or (scheme == "http" and local))):
        fail("%s is sent nothing: an address begins with https://; http:// is for this machine alone (localhost, 127.0.0.1, [::1])." % printable(url))
    return scheme == "http"


def send(method, url, headers, data=None):
    """(status, headers in small letters, text). Status 0 where no answer came, or none that is whole."""
    # What is for this machine goes through no proxy.
    direct = [urllib.request.ProxyHandler({})] if check_address(url) else []
    trusted = ssl.create_default_context(cafile=os.environ.get("CREDIT_CA") or None)
    opener = urllib.request.build_opener(NoRedirect, *direct, urllib.request.HTTPSHandler(context=trusted))
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        try:
            response = opener.open(request, timeout=TIMEOUT)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            return response.code, {name.lower(): value for name, value in response.headers.items()}, response.read().decode("utf-8", "replace")
    except http.client.IncompleteRead:
        return 0, {}, "the answer ended before its end"
    except (OSError, http.client.HTTPException) as error:
        return 0, {}, str(getattr(error, "reason", error))


def json_of(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


# --- Token: client credentials, private_key_jwt (RFC 7523), DPoP (RFC 9449) --------------------------------------------------------------------


class Session:
    def __init__(self):
        self.key = Key(setting("CREDIT_KEY"))
        # A key of its own for the proofs: it lives as long as this process.
        self.proof_key = Key()
        self.token = None

    def proof(self, method, url, nonce=None):
        claims = {"jti": secrets.token_urlsafe(16), "htm": method, "htu": url.split("?")[0].split("#")[0], "iat": int(time.time())}
        if self.token is not None:
            claims["ath"] = b64url(hashlib.sha256(self.token.encode()).digest())
        if nonce is not None:
            claims["nonce"] = nonce
        return self.proof_key.jwt({"typ": "dpop+jwt", "jwk": self.proof_key.jwk()}, claims)

    def fetch_token(self):
        self.token = None
        issuer, client = setting("CREDIT_ISSUER"), setting("CREDIT_CLIENT")
        status, _, text = send("GET", issuer.rstrip("/") + "/.well-known/openid-configuration", {})
        metadata = json_of(text)
        if status != 200 or not isinstance(metadata, dict) or metadata.get("issuer") != issuer:
            fail("%s does not show the metadata of that issuer (%s)." % (issuer, printable(text) if status == 0 else status))
        endpoint, nonce = metadata["token_endpoint"], None
        for _attempt in range(2):
            now = int(time.time())
            claims = {"iss": client, "sub": client, "aud": issuer, "jti": secrets.token_urlsafe(16), "iat": now, "exp": now + 60}
            form = {
                "grant_type": "client_credentials",
                "scope": "credit",
                "resource": setting("CREDIT_AUDIENCE"),
                "client_id": client,
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": self.key.jwt({"typ": "JWT", "kid": client}, claims),
            }
            headers = {"content-type": "application/x-www-form-urlencoded", "dpop": self.proof("POST", endpoint, nonce)}
            status, got, text = send("POST", endpoint, headers, urllib.parse.urlencode(form).encode())
            answer = json_of(text) or {}
            if answer.get("error") != "use_dpop_nonce":
                break
            nonce = got.get("dpop-nonce")
        if status != 200:
            told = answer.get("error", status), answer.get("error_description", text if status == 0 else "")
            fail("No token: %s %s" % tuple(map(printable, told)))
        self.token = answer["access_token"]

    def headers(self, method, url):
        check_address(url)
        if self.token is None:
            self.fetch_token()
        return {"Authorization": "DPoP " + self.token, "DPoP": self.proof(method, url)}


# --- Questions ------------------------------------------------------------------------------------------------------------------------------------


def surely_query(text):
    """
    Whether a document can change nothing: it begins as a query and has no word `mutation` outside strings and comments. All else is taken for a
    change: a query behind a fragment is asked once.
    """
    bare = re.sub(r'"""(?:\\"""|[\s\S])*?"""|"(?:\\[^\n\r]|[^"\\\n\r])*"|#[^\n\r]*', " ", text)
    return re.match(r"[\s,\ufeff]*(?:\{|query\b)", bare) is not None and re.search(r"\bmutation\b", bare) is None


def next_step(status, headers, body, attempt):
    """What to do after an answer: gateway/kit/cases/README.md, refusals."""
    errors = body.get("errors") or [] if isinstance(body, dict) else []
    codes = {(error.get("extensions") or {}).get("code"): error.get("extensions") for error in errors}
    if status == 429 and re.fullmatch(r"[0-9]{1,5}", headers.get("retry-after", "")) and attempt <= len(WAITS):
        return "WAIT", int(headers["retry-after"])
    if "QUOTA_EXCEEDED" in codes:
        return "TOMORROW", codes["QUOTA_EXCEEDED"].get("renewsAt")
    if status == 401:
        return ("NEW_TOKEN" if attempt == 1 else "STOP"), None
    # 0: no answer came. A query may be asked again; what changes something may not.
    if status in (0, 502, 503, 504) or "UNAVAILABLE" in codes:
        return ("WAIT", WAITS[attempt - 1]) if attempt <= len(WAITS) else ("STOP", None)
    if status != 200 or not isinstance(body, dict):
        return "STOP", None
    if not errors:
        return "USE", None
    return ("USE_PART" if any(value is not None for value in (body.get("data") or {}).values()) else "STOP"), None


def tell_refusals(body):
    for error in (body or {}).get("errors") or []:
        said = error.get("extensions") or {}
        named = " ".join(map(str, filter(None, (said.get("code"), said.get("reason")))))
        article = " (Article %s)" % said["article"] if "article" in said else ""
        print(printable("%s%s: %s %s" % (named, article, error.get("message", ""), said.get("help", ""))), file=sys.stderr)


def ask(session, question, stated):
    """(whether it is of use, the answer as JSON, its text). Asks again where the answer says so; never a mutation that may have been done."""
    url = setting("CREDIT_GATEWAY").rstrip("/") + "/graphql"
    changes = not surely_query(question["query"])
    attempt = 0
    while True:
        attempt += 1
        headers = {"content-type": "application/json", "accept": "application/json", **stated, **session.headers("POST", url)}
        status, got, text = send("POST", url, headers, json.dumps(question).encode())
        body = json_of(text)
        step, detail = next_step(status, got, body, attempt)
        if step == "NEW_TOKEN":
            session.fetch_token()
        elif step == "WAIT" and not (changes and status != 429):
            print("Asked again in %d seconds." % detail, file=sys.stderr)
            time.sleep(detail)
        else:
            if not isinstance(body, dict):
                fail("%s answers no JSON (%s)." % (url, printable(text) if status == 0 else status))
            tell_refusals(body)
            if step == "TOMORROW":
                print("The quota renews at %s." % printable(detail), file=sys.stderr)
            return step in ("USE", "USE_PART"), body, text


def page_info(value):
    """The first pageInfo anywhere in an answer."""
    if isinstance(value, dict):
        if isinstance(value.get("pageInfo"), dict):
            return value["pageInfo"]
        value = list(value.values())
    if isinstance(value, list):
        return next(filter(None, map(page_info, value)), None)
    return None


def pages(session, question, stated):
    while True:
        useful, body, text = ask(session, question, stated)
        if not useful:
            return 2
        print(text)
        page = page_info(body["data"])
        if page is None:
            fail("The question asks for no pageInfo { endCursor hasNextPage }.")
        if not page["hasNextPage"]:
            return 0
        question["variables"]["after"] = page["endCursor"]


FEED = """query ($after: String) { changes(first: 50, after: $after) { pageInfo { endCursor hasNextPage }
  nodes { cursor kind item { code } recordId version at actBy } } }"""


def read_feed(state, body):
    """Takes in one answer to FEED: (the state to keep, the changes that are new, AGAIN, END, RESTART or STOP). gateway/kit/cases/README.md, feeds."""
    errors, changes = body.get("errors") or [], (body.get("data") or {}).get("changes")
    if errors or changes is None:
        # After the key of cursors was replaced, every cursor is refused: what is seen is kept, and the feed begins anew.
        restart = any((error.get("extensions") or {}).get("reason") == "CURSOR" for error in errors)
        return ({**state, "cursor": None}, [], "RESTART") if restart else (state, [], "STOP")
    seen, new = list(state["seen"]), []
    for node in changes["nodes"]:
        # The same change read twice has two cursors.
        key = [node["recordId"], node["version"], node["kind"], node["at"]]
        if key not in seen:
            seen.append(key)
            new.append(node)
    page = changes["pageInfo"]
    return {"cursor": page["endCursor"] or state["cursor"], "seen": seen}, new, "AGAIN" if page["hasNextPage"] else "END"


def feed(session, path):
    """Reads to the end and prints what is new. The place is kept once all of a page is told."""
    state = {"cursor": None, "seen": []}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            state = json.load(file)
    restarted = False
    while True:
        _, body, _ = ask(session, {"query": FEED, "variables": {"after": state["cursor"]}}, {})
        state, new, then = read_feed(state, body)
        if then == "STOP" or (then == "RESTART" and restarted):
            return 2
        if then == "RESTART":
            restarted = True
            print("The feed is read from its beginning.", file=sys.stderr)
            continue
        for node in new:
            print(printable("%s %s version %d" % (node["kind"], node["item"]["code"], node["version"])))
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(state, file)
        os.replace(path + ".new", path)
        if then == "END":
            return 0


# --- Webhooks ------------------------------------------------------------------------------------------------------------------------------------


def check_webhook(secret, headers, body, now, seen):
    """None where the call is authentic, in time and new. `headers` in small letters, `body` as the bytes that came."""
    delivery, timestamp, signature = (headers.get("credit-" + name) for name in ("delivery", "timestamp", "signature"))
    if delivery is None or timestamp is None or signature is None:
        return "SIGNATURE"
    text = ("%s.%s." % (timestamp, delivery)).encode() + body
    expected = "v1=" + hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")):
        return "SIGNATURE"
    if not re.fullmatch(r"[0-9]+", timestamp) or abs(now - int(timestamp)) > 300:
        return "TIMESTAMP"
    return "REPLAY" if delivery in seen else None


SIGNED = ("credit-delivery", "credit-timestamp", "credit-signature")


def once(headers):
    """The headers of a call in small letters; None where one that is signed, or the length, comes twice: two readers would read two things."""
    names = [name.strip().lower() for name, _ in headers]
    if any(names.count(name) > 1 for name in (*SIGNED, "content-length")):
        return None
    return {name.strip().lower(): value.strip() for name, value in headers}


def saved_call(path):
    """Headers and body of a file. The body is taken byte for byte: its signature is over the bytes that came."""
    with open(path, "rb") as file:
        head, *body = re.split(rb"\r?\n\r?\n", file.read(), maxsplit=1)
    lines = (line.partition(":") for line in head.decode("latin-1").splitlines() if ":" in line)
    return once([(name, value) for name, _, value in lines]) or {}, b"".join(body)


# A call holds a unit, a cursor and a number.
LARGEST = 65_536
# An id is kept longer than its call can be in time, five minutes before and after.
KEPT = 900


def receive(port, secret, path):
    seen, one_at_a_time = {}, threading.Lock()

    def check(headers, body):
        """What is wrong with a call, if anything. Check and keeping are one step: of two calls at once with one id, one is new."""
        now = time.time()
        with one_at_a_time:
            for old in [delivery for delivery, at in seen.items() if now - at > KEPT]:
                del seen[old]
            fault = check_webhook(secret, headers, body, now, seen)
            if fault is None:
                seen[headers["credit-delivery"]] = now
            return fault

    class Receiver(http.server.BaseHTTPRequestHandler):
        timeout = TIMEOUT

        def do_POST(self):
            headers = once(self.headers.items())
            length = (headers or {}).get("content-length", "0")
            if headers is None or re.fullmatch(r"[0-9]{1,6}", length) is None or int(length) > LARGEST:
                # The rest of what was sent is not read.
                self.close_connection = True
                return self.answer("SIGNATURE" if headers is None else "LENGTH")
            body = self.rfile.read(int(length))
            fault = check(headers, body)
            if fault is None:
                if path is not None:
                    with open(path, "wb") as file:
                        file.write(str(self.headers).strip().encode("utf-8", "replace") + b"\n\n" + body)
                print("accepted: %d changes to read" % json.loads(body)["count"], flush=True)
            return self.answer(fault)

        def answer(self, fault):
            if fault is not None:
                print("not accepted: %s" % fault, flush=True)
            # What is known already is answered well, so that it is not sent again.
            self.send_response(204 if fault in (None, "REPLAY") else 401)
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver).serve_forever()


# --- Commands ---------------------------------------------------------------------------------------------------------------------------------------


def stated_in(arguments):
    names = {"--purpose": "credit-purpose", "--case": "credit-case", "--matter": "credit-matter"}
    if len(arguments) % 2 or any(name not in names for name in arguments[0::2]):
        fail(__doc__.strip())
    return {names[name]: urllib.parse.quote(value, safe="") for name, value in zip(arguments[0::2], arguments[1::2])}


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        return fail("%s cannot be read: %s" % (path, error.strerror))


def main(arguments):
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command == "--help":
        print(__doc__.strip())
        return 0
    if command == "headers" and len(rest) == 2:
        for name, value in Session().headers(*rest).items():
            print("%s: %s" % (name, value))
        return 0
    if command in ("ask", "pages") and rest:
        question = json_of(read(rest[0]))
        if not isinstance(question, dict) or not isinstance(question.get("query"), str):
            fail('%s holds no { "query": …, "variables": … }.' % rest[0])
        if command == "pages":
            return pages(Session(), {"variables": {}, **question}, stated_in(rest[1:]))
        useful, _, text = ask(Session(), question, stated_in(rest[1:]))
        print(text)
        return 0 if useful else 2
    if command == "feed" and len(rest) == 1:
        return feed(Session(), rest[0])
    if command == "webhook" and len(rest) == 2:
        fault = check_webhook(read(rest[0]).strip(), *saved_call(rest[1]), time.time(), set())
        print("authentic" if fault is None else "not authentic: %s" % fault)
        return 0 if fault is None else 2
    if command == "receive" and len(rest) in (2, 3):
        return receive(int(rest[0]), read(rest[1]).strip(), rest[2] if len(rest) == 3 else None)
    return fail(__doc__.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
