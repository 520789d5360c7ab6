"""Signs what an authorization server and the credit gateway ask of a client, with ES256. Needs Python 3 and openssl.

python3 jws.py proof KEY METHOD URL [TOKEN]       a DPoP proof (RFC 9449); with the token for the gateway, without it for the issuer
python3 jws.py assertion KEY CLIENT ISSUER KID    the assertion of private_key_jwt (RFC 7523)
"""
import base64, hashlib, json, secrets, subprocess, sys, time


def b64(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


def sign(key, header, claims):
    text = ".".join(b64(json.dumps(part).encode()) for part in (header, claims))
    der = openssl("dgst", "-sha256", "-sign", key, given=text.encode())
    # ECDSA-Sig-Value holds two numbers; JWS wants them side by side, 32 bytes each (RFC 7518, section 3.4).
    numbers, at = [], 2
    for _ in range(2):
        length = der[at + 1]
        numbers.append(int.from_bytes(der[at + 2 : at + 2 + length], "big").to_bytes(32, "big"))
        at += 2 + length
    return text + "." + b64(b"".join(numbers))


def public_jwk(key):
    point = openssl("ec", "-in", key, "-pubout", "-outform", "DER")[-64:]
    return {"kty": "EC", "crv": "P-256", "x": b64(point[:32]), "y": b64(point[32:])}


if len(sys.argv) < 5:
    sys.exit(__doc__)
what, key, *rest = sys.argv[1:]
once = {"jti": secrets.token_urlsafe(24), "iat": int(time.time())}
if what == "proof":
    method, url, *token = rest
    ath = {"ath": b64(hashlib.sha256(token[0].encode()).digest())} if token else {}
    print(sign(key, {"typ": "dpop+jwt", "alg": "ES256", "jwk": public_jwk(key)}, {**once, "htm": method, "htu": url, **ath}))
else:
    client, issuer, kid = rest
    print(sign(key, {"alg": "ES256", "kid": kid}, {**once, "iss": client, "sub": client, "aud": issuer, "exp": once["iat"] + 60}))
