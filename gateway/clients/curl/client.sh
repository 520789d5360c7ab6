#!/usr/bin/env bash
# A small client of the credit gateway: bash, curl and openssl.
#
#   client.sh headers METHOD URL        header lines of one request: Authorization and DPoP
#   client.sh ask QUESTION [STATED]     asks once and prints the answer
#   client.sh pages QUESTION [STATED]   follows endCursor through "variables": { "after": null }; an answer a line
#   client.sh webhook SECRET CALL       checks a call that was saved: header lines, an empty line, the body
#
# QUESTION is a file of JSON: { "query": …, "variables": … }. STATED: --purpose CODE --case REFERENCE --matter CODE. SECRET is a file.
# Settings are environment variables: CREDIT_GATEWAY, CREDIT_ISSUER, CREDIT_AUDIENCE, CREDIT_CLIENT, CREDIT_KEY (PEM, P-256), CREDIT_CA (PEM; optional).
#
# Exit 0: answered. Exit 2: refused, and what to do first is said. Exit 1: a fault.
set -euo pipefail

help() { sed -n 's/^# \{0,1\}//p' "$0" | sed -n '2,12p'; }
fail() { echo "$1" >&2; exit 1; }

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
TOKEN=''

b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
sha256url() { openssl dgst -sha256 -binary | b64url; }
random() { openssl rand -hex 16; }
# Percent-encodes UTF-8, byte for byte.
encode() { printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g'; }
# A text of compact JSON by its key: the first one.
text_of() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

# ES256 (RFC 7518, section 3.4) wants r and s, 32 bytes each; openssl gives them as DER.
sign_raw() {
  openssl dgst -sha256 -sign "$1" | openssl asn1parse -inform DER |
    sed -n 's/.*INTEGER *:\([0-9A-F]*\).*/\1/p' |
    while read -r number; do printf '%64s' "$number" | tr ' ' 0; done |
    while read -r -n 2 byte; do printf '%b' "\\x$byte"; done | b64url
}

# A JWT: key file, header without alg, payload.
jwt() {
  local text
  text="$(printf '{"alg":"ES256",%s}' "$2" | b64url).$(printf '{%s}' "$3" | b64url)"
  printf '%s.%s' "$text" "$(printf '%s' "$text" | sign_raw "$1")"
}

# The last 64 bytes of a public key in DER are x and y.
proof_jwk() {
  openssl pkey -in "$WORK/proof.pem" -pubout -outform DER | tail -c 64 > "$WORK/point"
  printf '{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}' "$(head -c 32 "$WORK/point" | b64url)" "$(tail -c 32 "$WORK/point" | b64url)"
}

# A proof of possession (RFC 9449) with a key of its own: method, address, nonce or nothing.
proof() {
  [ -f "$WORK/proof.pem" ] || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$WORK/proof.pem" 2> "$WORK/fault" || fail "$(cat "$WORK/fault")"
  local claims
  claims="\"jti\":\"$(random)\",\"htm\":\"$1\",\"htu\":\"${2%%[?#]*}\",\"iat\":$(date +%s)"
  [ -z "$TOKEN" ] || claims="$claims,\"ath\":\"$(printf '%s' "$TOKEN" | sha256url)\""
  [ -z "${3:-}" ] || claims="$claims,\"nonce\":\"$3\""
  jwt "$WORK/proof.pem" "\"typ\":\"dpop+jwt\",\"jwk\":$(proof_jwk)" "$claims"
}

# Sends a request: the status is printed, headers and body are in $WORK/head and $WORK/body. 000 where no answer came.
send() {
  curl -sS --max-time 30 ${CREDIT_CA:+--cacert "$CREDIT_CA"} -D "$WORK/head" -o "$WORK/body" -w '%{http_code}' "$@" 2> "$WORK/fault" || true
}
header() { tr -d '\r' < "$WORK/head" | sed -n "s/^$1: *//Ip" | head -n 1; }

# A token by client credentials; the client shows itself by private_key_jwt (RFC 7523).
fetch_token() {
  TOKEN=''
  local status endpoint nonce='' now assertion
  : "${CREDIT_ISSUER:?is not set}" "${CREDIT_CLIENT:?is not set}" "${CREDIT_KEY:?is not set}" "${CREDIT_AUDIENCE:?is not set}"
  status=$(send "${CREDIT_ISSUER%/}/.well-known/openid-configuration")
  [ "$status" = 200 ] && [ "$(text_of issuer < "$WORK/body")" = "$CREDIT_ISSUER" ] ||
    fail "$CREDIT_ISSUER does not show the metadata of that issuer ($status $(cat "$WORK/fault"))."
  endpoint=$(text_of token_endpoint < "$WORK/body")
  for _ in 1 2; do
    now=$(date +%s)
    assertion=$(jwt "$CREDIT_KEY" "\"typ\":\"JWT\",\"kid\":\"$CREDIT_CLIENT\"" \
      "\"iss\":\"$CREDIT_CLIENT\",\"sub\":\"$CREDIT_CLIENT\",\"aud\":\"$CREDIT_ISSUER\",\"jti\":\"$(random)\",\"iat\":$now,\"exp\":$((now + 60))")
    status=$(send "$endpoint" -H "DPoP: $(proof POST "$endpoint" "$nonce")" \
      --data-urlencode grant_type=client_credentials --data-urlencode scope=credit --data-urlencode "resource=$CREDIT_AUDIENCE" \
      --data-urlencode "client_id=$CREDIT_CLIENT" --data-urlencode "client_assertion=$assertion" \
      --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer)
    [ "$(text_of error < "$WORK/body")" = use_dpop_nonce ] || break
    nonce=$(header dpop-nonce)
  done
  TOKEN=$(text_of access_token < "$WORK/body")
  [ -n "$TOKEN" ] || fail "No token: $status $(cat "$WORK/body") $(cat "$WORK/fault")"
}

# Asks, and again where the answer says so (gateway/kit/cases/README.md, refusals): a file, header lines of what is stated. The answer is in $WORK/answer.
ask() {
  local question=$1 status attempt=1 url wait
  shift
  url="${CREDIT_GATEWAY%/}/graphql"
  [ -n "$TOKEN" ] || fetch_token
  while :; do
    rm -f "$WORK/head" "$WORK/body"
    status=$(send "$url" -H 'content-type: application/json' -H 'accept: application/json' "$@" \
      -H "Authorization: DPoP $TOKEN" -H "DPoP: $(proof POST "$url")" --data-binary @"$question")
    touch "$WORK/head" "$WORK/body"
    wait=''
    if [ "$status" = 429 ] && [ "$attempt" -le 3 ]; then wait=$(header retry-after); fi
    if [ -z "$wait" ] && ! grep -q '"code":"QUOTA_EXCEEDED"' "$WORK/body"; then
      if [ "$status" = 401 ] && [ "$attempt" = 1 ]; then
        attempt=2
        fetch_token
        continue
      fi
      # A query may be asked again; what changes something may not.
      if { [[ $status =~ ^(000|502|503|504)$ ]] || grep -q '"code":"UNAVAILABLE"' "$WORK/body"; } && [ "$attempt" -le 3 ] &&
        ! grep -q '"query": *" *mutation' "$question"; then wait=$((1 << (attempt - 1))); fi
    fi
    [ -n "$wait" ] || break
    echo "Asked again in $wait seconds." >&2
    sleep "$wait"
    attempt=$((attempt + 1))
  done
  case $(head -c 1 "$WORK/body") in '{') ;; *) fail "$url answers no JSON ($status $(cat "$WORK/fault"))." ;; esac
  cp "$WORK/body" "$WORK/answer"
  grep -q '"errors":\[' "$WORK/answer" || return 0
  # Errors as they stand: code, reason, article and help are in them.
  sed 's/.*"errors":\(\[.*\]\).*/\1/' "$WORK/answer" >&2
  # Of use where a root field beside the errors is not null.
  [ "$status" = 200 ] && ! grep -q '"code":"\(QUOTA_EXCEEDED\|UNAVAILABLE\)"' "$WORK/answer" &&
    sed 's/,*"errors":.*//' "$WORK/answer" | grep -Eq '"data":\{("[A-Za-z0-9_]+":null,)*"[A-Za-z0-9_]+":[^n]'
}

stated() {
  STATED=()
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || fail "$(help)"
    case $1 in
      --purpose) STATED+=(-H "Credit-Purpose: $2") ;;
      --case) STATED+=(-H "Credit-Case: $(encode "$2")") ;;
      --matter) STATED+=(-H "Credit-Matter: $(encode "$2")") ;;
      *) fail "$(help)" ;;
    esac
    shift 2
  done
}

pages() {
  local question=$1 cursor
  shift
  cp "$question" "$WORK/question"
  while :; do
    ask "$WORK/question" "$@" || exit 2
    cat "$WORK/answer"
    echo
    grep -q '"hasNextPage":true' "$WORK/answer" || return 0
    cursor=$(text_of endCursor < "$WORK/answer")
    sed -i "s/\"after\": *\(null\|\"[^\"]*\"\)/\"after\": \"$cursor\"/" "$WORK/question"
  done
}

webhook() {
  local delivery timestamp signature now expected
  tr -d '\r' < "$2" > "$WORK/call"
  sed '/^$/,$d' "$WORK/call" > "$WORK/head"
  # The body as it came, without a newline that it has not.
  tail -c +$(($(wc -c < "$WORK/head") + 2)) "$WORK/call" > "$WORK/body"
  delivery=$(header credit-delivery) timestamp=$(header credit-timestamp) signature=$(header credit-signature)
  expected=v1=$({ printf '%s.%s.' "$timestamp" "$delivery"; cat "$WORK/body"; } |
    openssl dgst -sha256 -mac HMAC -macopt "hexkey:$(tr -d '\n' < "$1" | od -An -v -tx1 | tr -d ' \n')" | sed 's/.*= *//')
  now=$(date +%s)
  if [ "$expected" != "$signature" ]; then echo 'not authentic: SIGNATURE'; exit 2; fi
  if ! [[ $timestamp =~ ^[0-9]+$ ]] || [ $((now - timestamp)) -gt 300 ] || [ $((timestamp - now)) -gt 300 ]; then echo 'not authentic: TIMESTAMP'; exit 2; fi
  echo authentic
}

command=${1:---help}
[ $# -eq 0 ] || shift
case $command in
  --help) help ;;
  headers)
    [ $# -eq 2 ] || fail "$(help)"
    fetch_token
    printf 'Authorization: DPoP %s\nDPoP: %s\n' "$TOKEN" "$(proof "$1" "$2")"
    ;;
  ask | pages)
    [ $# -ge 1 ] || fail "$(help)"
    [ -r "$1" ] || fail "$1 cannot be read."
    : "${CREDIT_GATEWAY:?is not set}"
    question=$1
    shift
    stated "$@"
    if [ "$command" = pages ]; then
      pages "$question" "${STATED[@]}"
      exit
    fi
    useful=0
    ask "$question" "${STATED[@]}" || useful=2
    cat "$WORK/answer"
    echo
    exit $useful
    ;;
  webhook)
    [ $# -eq 2 ] && [ -r "$1" ] && [ -r "$2" ] || fail "$(help)"
    webhook "$1" "$2"
    ;;
  *) fail "$(help)" ;;
esac
