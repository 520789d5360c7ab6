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
# What is written is for this user alone.
umask 077

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
# Words of a server for a terminal: what steers it or turns the direction of writing is replaced, by its bytes in UTF-8.
printable() {
  LC_ALL=C tr '\000-\037\177' '?' | LC_ALL=C sed -e 's/\xc2[\x80-\x9f\xad]/?/g' -e 's/\xd8\x9c/?/g' -e 's/\xe1\xa0\x8e/?/g' \
    -e 's/\xe2\x80[\x8b-\x8f\xa8-\xae]/?/g' -e 's/\xe2\x81[\xa0-\xaf]/?/g' -e 's/\xef\xbb\xbf/?/g' -e 's/\xef\xbf[\xb9-\xbb]/?/g' \
    -e 's/\xf3\xa0[\x80\x81][\x80-\xbf]/?/g'
}
said() { head -c 2000 "$WORK/$1" | printable; }
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

# Tokens and numbers of persons go in the clear to no other machine.
check_address() {
  [[ ${1,,} =~ ^https://[^/?#@[:space:]\\]+([/?#]|$) || ${1,,} =~ ^http://(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?([/?#]|$) ]] ||
    fail "$(printf '%s' "$1" | printable) is sent nothing: an address begins with https://; http:// is for this machine alone (localhost, 127.0.0.1, [::1])."
}

# Sends a request: the status is printed, headers and body are in $WORK/head and $WORK/body. 000 where no answer came, or none that is whole: what is
# missing may be its refusals. Tokens and proofs are in $WORK/lines, because every user of the machine reads the arguments of a program.
send() {
  local status direct=()
  # What is for this machine goes through no proxy.
  [[ ${1,,} == https:* ]] || direct=(--noproxy '*')
  rm -f "$WORK/head" "$WORK/body"
  status=$(curl -sS --globoff --max-time 30 "${direct[@]}" ${CREDIT_CA:+--cacert "$CREDIT_CA"} -D "$WORK/head" -o "$WORK/body" -w '%{http_code}' "$@" 2> "$WORK/fault") ||
    { status=000; rm -f "$WORK/body"; }
  touch "$WORK/head" "$WORK/body"
  printf '%s' "$status"
}
header() { tr -d '\r' < "$WORK/head" | sed -n "s/^$1: *//Ip" | head -n 1; }

# A token by client credentials; the client shows itself by private_key_jwt (RFC 7523).
fetch_token() {
  TOKEN=''
  local status endpoint nonce='' now
  : "${CREDIT_ISSUER:?is not set}" "${CREDIT_CLIENT:?is not set}" "${CREDIT_KEY:?is not set}" "${CREDIT_AUDIENCE:?is not set}"
  check_address "$CREDIT_ISSUER"
  status=$(send "${CREDIT_ISSUER%/}/.well-known/openid-configuration")
  [ "$status" = 200 ] && [ "$(text_of issuer < "$WORK/body")" = "$CREDIT_ISSUER" ] ||
    fail "$CREDIT_ISSUER does not show the metadata of that issuer ($status $(said fault))."
  endpoint=$(text_of token_endpoint < "$WORK/body")
  check_address "$endpoint"
  for _ in 1 2; do
    now=$(date +%s)
    jwt "$CREDIT_KEY" "\"typ\":\"JWT\",\"kid\":\"$CREDIT_CLIENT\"" \
      "\"iss\":\"$CREDIT_CLIENT\",\"sub\":\"$CREDIT_CLIENT\",\"aud\":\"$CREDIT_ISSUER\",\"jti\":\"$(random)\",\"iat\":$now,\"exp\":$((now + 60))" > "$WORK/assertion"
    printf 'DPoP: %s\n' "$(proof POST "$endpoint" "$nonce")" > "$WORK/lines"
    status=$(send "$endpoint" -H @"$WORK/lines" \
      --data-urlencode grant_type=client_credentials --data-urlencode scope=credit --data-urlencode "resource=$CREDIT_AUDIENCE" \
      --data-urlencode "client_id=$CREDIT_CLIENT" --data-urlencode "client_assertion@$WORK/assertion" \
      --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer)
    [ "$(text_of error < "$WORK/body")" = use_dpop_nonce ] || break
    nonce=$(header dpop-nonce)
  done
  TOKEN=$(text_of access_token < "$WORK/body")
  [ -n "$TOKEN" ] || fail "No token: $status $(said body) $(said fault)"
}

# Whether a question can change nothing: its document begins as a query, and `mutation` stands nowhere in the file, in no writing. All else is taken for a
# change, and is asked once.
surely_query() {
  ! grep -Eq 'mutation|\\u00|"documentId"|"persistedQuery"' "$1" &&
    tr -s ' \t\r\n' ' ' < "$1" | grep -Eq '"query" ?: ?"([ ,]|\\[nrt]|#[^"\\]*\\[nr])*(\{|query[^A-Za-z0-9_])'
}

# Asks, and again where the answer says so (gateway/kit/cases/README.md, refusals): a file. What is stated is in $WORK/stated, the answer in $WORK/answer.
ask() {
  local question=$1 status attempt=1 url wait
  url="${CREDIT_GATEWAY%/}/graphql"
  check_address "$url"
  [ -n "$TOKEN" ] || fetch_token
  while :; do
    {
      printf '%s: application/json\n' content-type accept
      cat "$WORK/stated"
      printf 'Authorization: DPoP %s\nDPoP: %s\n' "$TOKEN" "$(proof POST "$url")"
    } > "$WORK/lines"
    status=$(send "$url" -H @"$WORK/lines" --data-binary @"$question")
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
        surely_query "$question"; then wait=$((1 << (attempt - 1))); fi
    fi
    [ -n "$wait" ] || break
    echo "Asked again in $wait seconds." >&2
    sleep "$wait"
    attempt=$((attempt + 1))
  done
  case $(head -c 1 "$WORK/body")$(tail -c 9 "$WORK/body" | tr -d ' \r\n' | tail -c 1) in '{}') ;; *) fail "$url answers no JSON ($status $(said fault))." ;; esac
  cp "$WORK/body" "$WORK/answer"
  grep -q '"errors":\[' "$WORK/answer" || return 0
  # Errors as they stand: code, reason, article and help are in them.
  sed 's/.*"errors":\(\[.*\]\).*/\1/' "$WORK/answer" | printable >&2
  echo >&2
  # Of use where a root field beside the errors is not null.
  [ "$status" = 200 ] && ! grep -q '"code":"\(QUOTA_EXCEEDED\|UNAVAILABLE\)"' "$WORK/answer" &&
    sed 's/,*"errors":.*//' "$WORK/answer" | grep -Eq '"data":\{("[A-Za-z0-9_]+":null,)*"[A-Za-z0-9_]+":[^n]'
}

stated() {
  : > "$WORK/stated"
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || fail "$(help)"
    case $1 in
      --purpose)
        # A code stands as it is; a line break would begin another header.
        case $2 in *[!A-Za-z0-9_-]*) fail "--purpose $(printf '%s' "$2" | printable): a purpose is a code of letters, figures, - and _." ;; esac
        printf 'Credit-Purpose: %s\n' "$2" >> "$WORK/stated"
        ;;
      --case) printf 'Credit-Case: %s\n' "$(encode "$2")" >> "$WORK/stated" ;;
      --matter) printf 'Credit-Matter: %s\n' "$(encode "$2")" >> "$WORK/stated" ;;
      *) fail "$(help)" ;;
    esac
    shift 2
  done
}

pages() {
  local question=$1 cursor
  cp "$question" "$WORK/question"
  while :; do
    ask "$WORK/question" || exit 2
    cat "$WORK/answer"
    echo
    grep -q '"hasNextPage":true' "$WORK/answer" || return 0
    cursor=$(text_of endCursor < "$WORK/answer")
    sed -i "s/\"after\": *\(null\|\"[^\"]*\"\)/\"after\": \"$cursor\"/" "$WORK/question"
  done
}

hex() { od -An -v -tx1 | tr -d ' \n'; }

# HMAC with SHA-256 (RFC 2104) of what comes, in hex: a file with the secret, which openssl takes as an argument alone and so would show to every user.
hmac() {
  local key byte inner='' outer='' at
  key=$(tr -d '\r\n' < "$1" | hex)
  [ ${#key} -le 128 ] || key=$(tr -d '\r\n' < "$1" | openssl dgst -sha256 -binary | hex)
  for ((at = 0; at < 128; at += 2)); do
    byte=$((16#0${key:at:2}))
    printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
    printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
  done
  { printf '%b' "$inner"; cat; } | openssl dgst -sha256 -binary > "$WORK/inner"
  { printf '%b' "$outer"; cat "$WORK/inner"; } | openssl dgst -sha256 -binary | hex
}

# No replay is told of one call: whoever receives calls keeps the ids of the last ten minutes.
webhook() {
  local delivery timestamp signature now expected name
  # The body byte for byte: its signature is over the bytes that came.
  LC_ALL=C sed '/^\r\{0,1\}$/q' "$2" > "$WORK/head"
  tail -c +$(($(wc -c < "$WORK/head") + 1)) "$2" > "$WORK/body"
  for name in delivery timestamp signature; do
    # Of a header that comes twice two readers would read two things.
    if [ "$(grep -aic "^credit-$name *:" "$WORK/head")" != 1 ]; then echo 'not authentic: SIGNATURE'; exit 2; fi
  done
  delivery=$(header credit-delivery) timestamp=$(header credit-timestamp) signature=$(header credit-signature)
  expected=v1=$({ printf '%s.%s.' "$timestamp" "$delivery"; cat "$WORK/body"; } | hmac "$1")
  now=$(date +%s)
  # Their hashes are compared, so that the time of it tells nothing of how far they agree.
  if [ "$(printf '%s' "$expected" | sha256url)" != "$(printf '%s' "$signature" | sha256url)" ]; then echo 'not authentic: SIGNATURE'; exit 2; fi
  if ! [[ $timestamp =~ ^[0-9]{1,12}$ ]] || [ $((now - 10#$timestamp)) -gt 300 ] || [ $((10#$timestamp - now)) -gt 300 ]; then echo 'not authentic: TIMESTAMP'; exit 2; fi
  echo authentic
}

command=${1:---help}
[ $# -eq 0 ] || shift
case $command in
  --help) help ;;
  headers)
    [ $# -eq 2 ] || fail "$(help)"
    check_address "$2"
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
      pages "$question"
      exit
    fi
    useful=0
    ask "$question" || useful=2
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
