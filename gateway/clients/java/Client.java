import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A small client of the credit gateway, with Java 17 and nothing else: java Client.java. Its settings and commands are those of ../README.md.
 */
public final class Client {
  static final String HELP =
      """
        java Client.java headers METHOD URL        header lines of one request: Authorization and DPoP
        java Client.java ask QUESTION [STATED]     asks once and prints the answer
        java Client.java pages QUESTION [STATED]   follows endCursor through "variables": { "after": null }; an answer a line
        java Client.java webhook SECRET CALL       checks a call that was saved: header lines, an empty line, the body

      STATED: --purpose CODE --case REFERENCE --matter CODE.
      Settings: CREDIT_GATEWAY, CREDIT_ISSUER, CREDIT_AUDIENCE, CREDIT_CLIENT, CREDIT_KEY (PEM, PKCS #8, P-256), CREDIT_CA (PEM; optional).""";

  static final int[] WAITS = {1, 2, 4};

  /** A sentence for whoever runs this. */
  static final class Fault extends RuntimeException {
    Fault(String sentence) {
      super(sentence);
    }
  }

  static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) throw new Fault(name + " is not set.\n\n" + HELP);
    return value;
  }

  static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException error) {
      throw new Fault(path + " cannot be read.");
    }
  }

  static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException error) {
      throw new Fault(path + " cannot be read.");
    }
  }

  /** Words of a server for a terminal: what steers it or turns the direction of writing is replaced. */
  static String printable(Object words) {
    return String.valueOf(words).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }

  /** Tokens and numbers of persons go in the clear to no other machine. */
  static void checkAddress(String url) {
    try {
      URI address = new URI(url);
      String scheme = words(address.getScheme()).toLowerCase(Locale.ROOT);
      String host = words(address.getHost());
      boolean local = host.matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");
      boolean fine = !host.isEmpty() && address.getUserInfo() == null && (scheme.equals("https") || (scheme.equals("http") && local));
      if (fine) return;
    } catch (URISyntaxException error) {
      // Told below.
    }
    throw new Fault(
        printable(url) + " is sent nothing: an address begins with https://; http:// is for this machine alone (localhost, 127.0.0.1, [::1]).");
  }

  static String b64url(byte[] data) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // --- JSON, which Java has not: objects are maps, arrays lists, null is null ---------------------------------------------------------------------

  static final class Json {
    private final String text;
    private int at = 0;

    private Json(String text) {
      this.text = text;
    }

    /** The value of a text; throws Fault where it is none. */
    static Object of(String text) {
      Json json = new Json(text);
      Object value = json.value();
      json.blanks();
      if (json.at != text.length()) throw new Fault("This is no JSON.");
      return value;
    }

    private void blanks() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char next() {
      if (at >= text.length()) throw new Fault("This is no JSON.");
      return text.charAt(at++);
    }

    private boolean took(char sign) {
      blanks();
      if (at >= text.length() || text.charAt(at) != sign) return false;
      at++;
      return true;
    }

    private Object value() {
      blanks();
      if (took('{')) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (took('}')) return members;
        do {
          blanks();
          if (next() != '"') throw new Fault("This is no JSON.");
          String key = string();
          if (!took(':')) throw new Fault("This is no JSON.");
          members.put(key, value());
        } while (took(','));
        if (!took('}')) throw new Fault("This is no JSON.");
        return members;
      }
      if (took('[')) {
        List<Object> items = new ArrayList<>();
        if (took(']')) return items;
        do items.add(value());
        while (took(','));
        if (!took(']')) throw new Fault("This is no JSON.");
        return items;
      }
      if (took('"')) return string();
      int begin = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
      String word = text.substring(begin, at);
      return switch (word) {
        case "null" -> null;
        case "true" -> Boolean.TRUE;
        case "false" -> Boolean.FALSE;
        default -> {
          try {
            yield Double.valueOf(word);
          } catch (NumberFormatException error) {
            throw new Fault("This is no JSON.");
          }
        }
      };
    }

    private String string() {
      StringBuilder built = new StringBuilder();
      for (char sign = next(); sign != '"'; sign = next()) {
        if (sign != '\\') {
          built.append(sign);
          continue;
        }
        char escaped = next();
        switch (escaped) {
          case 'b' -> built.append('\b');
          case 'f' -> built.append('\f');
          case 'n' -> built.append('\n');
          case 'r' -> built.append('\r');
          case 't' -> built.append('\t');
          case 'u' -> built.append((char) Integer.parseInt("" + next() + next() + next() + next(), 16));
          default -> built.append(escaped);
        }
      }
      return built.toString();
    }

    /** A value as text, whole numbers as whole numbers. */
    static String text(Object value) {
      if (value instanceof Map<?, ?> map)
        return map.entrySet().stream()
            .map(member -> text(member.getKey()) + ":" + text(member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      if (value instanceof List<?> list) return list.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
      if (value instanceof Double number && number == Math.rint(number)) return String.valueOf(number.longValue());
      if (!(value instanceof String string)) return String.valueOf(value);
      StringBuilder built = new StringBuilder("\"");
      for (char sign : string.toCharArray()) {
        if (sign == '"' || sign == '\\') built.append('\\').append(sign);
        else if (sign < ' ') built.append(String.format("\\u%04x", (int) sign));
        else built.append(sign);
      }
      return built.append('"').toString();
    }
  }

  static Object member(Object value, String name) {
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }

  static String words(Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  static List<?> errorsOf(Object body) {
    return member(body, "errors") instanceof List<?> list ? list : List.of();
  }

  static Object extension(Object error, String name) {
    return member(member(error, "extensions"), name);
  }

  // --- Keys and tokens --------------------------------------------------------------------------------------------------------------------------------

  /** JWS wants r and s one behind the other (RFC 7518, section 3.4), which Java calls P1363; without that word it gives DER. */
  static String jwt(PrivateKey key, Map<String, Object> header, Map<String, Object> payload) throws Exception {
    Map<String, Object> whole = new LinkedHashMap<>(Map.of("alg", "ES256"));
    whole.putAll(header);
    String text = b64url(utf8(Json.text(whole))) + "." + b64url(utf8(Json.text(payload)));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(utf8(text));
    return text + "." + b64url(signature.sign());
  }

  static PrivateKey keyOf(String path) {
    String pem = read(path);
    if (!pem.contains("BEGIN PRIVATE KEY"))
      throw new Fault(path + " is no private key in PKCS #8. Make one of it: openssl pkcs8 -topk8 -nodes -in KEY -out KEY.pk8");
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (Exception error) {
      throw new Fault(path + " is no private key of P-256: " + error.getMessage());
    }
  }

  /** 32 bytes, whatever the sign and the length of the number. */
  static byte[] coordinate(java.math.BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] whole = new byte[32];
    int size = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - size, whole, 32 - size, size);
    return whole;
  }

  private final HttpClient http;
  /** A key of its own for the proofs (RFC 9449): it lives as long as this process. */
  private final KeyPair proofKey;
  private String token;

  Client() throws Exception {
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).followRedirects(HttpClient.Redirect.NEVER);
    String authorities = System.getenv("CREDIT_CA");
    if (authorities != null && !authorities.isEmpty()) builder.sslContext(trusting(authorities));
    http = builder.version(HttpClient.Version.HTTP_1_1).build();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    proofKey = generator.generateKeyPair();
  }

  private static SSLContext trusting(String path) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(Path.of(path))) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) store.setCertificateEntry("ca" + number++, one);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private String proof(String method, String url, String nonce) throws Exception {
    ECPublicKey key = (ECPublicKey) proofKey.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("x", b64url(coordinate(key.getW().getAffineX())));
    jwk.put("y", b64url(coordinate(key.getW().getAffineY())));
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("htm", method);
    claims.put("htu", url.replaceAll("[?#].*", ""));
    claims.put("iat", Instant.now().getEpochSecond());
    if (token != null) claims.put("ath", b64url(MessageDigest.getInstance("SHA-256").digest(utf8(token))));
    if (nonce != null) claims.put("nonce", nonce);
    return jwt(proofKey.getPrivate(), Map.of("typ", "dpop+jwt", "jwk", jwk), claims);
  }

  /** An answer; status 0 where none came, or none that is whole. */
  record Got(int status, Map<String, List<String>> headers, String text) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(one -> one.getKey().equalsIgnoreCase(name))
          .map(one -> one.getValue().get(0))
          .findFirst()
          .orElse("");
    }

    Object json() {
      try {
        return Json.of(text);
      } catch (Fault fault) {
        return null;
      }
    }

    String why() {
      return status == 0 ? printable(text) : String.valueOf(status);
    }
  }

  private Got send(String method, String url, Map<String, String> headers, String body) throws InterruptedException {
    checkAddress(url);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Got(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException error) {
      return new Got(0, Map.of(), String.valueOf(error.getMessage()));
    }
  }

  /** A token by client credentials; the client shows itself by private_key_jwt (RFC 7523). */
  private void fetchToken() throws Exception {
    token = null;
    String issuer = setting("CREDIT_ISSUER");
    String client = setting("CREDIT_CLIENT");
    Got found = send("GET", issuer.replaceAll("/$", "") + "/.well-known/openid-configuration", Map.of(), null);
    Object metadata = found.json();
    if (!issuer.equals(member(metadata, "issuer"))) throw new Fault(issuer + " does not show the metadata of that issuer (" + found.why() + ").");
    String endpoint = words(member(metadata, "token_endpoint"));
    PrivateKey key = keyOf(setting("CREDIT_KEY"));
    String nonce = null;
    for (int attempt = 1; ; attempt++) {
      long now = Instant.now().getEpochSecond();
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put("iss", client);
      claims.put("sub", client);
      claims.put("aud", issuer);
      claims.put("jti", UUID.randomUUID().toString());
      claims.put("iat", now);
      claims.put("exp", now + 60);
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "client_credentials");
      form.put("scope", "credit");
      form.put("resource", setting("CREDIT_AUDIENCE"));
      form.put("client_id", client);
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", jwt(key, Map.of("typ", "JWT", "kid", client), claims));
      String body =
          form.entrySet().stream()
              .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      Got got = send("POST", endpoint, Map.of("content-type", "application/x-www-form-urlencoded", "DPoP", proof("POST", endpoint, nonce)), body);
      Object answer = got.json();
      nonce = got.header("dpop-nonce");
      if ("use_dpop_nonce".equals(member(answer, "error")) && attempt == 1) continue;
      if (!(member(answer, "access_token") instanceof String given))
        throw new Fault("No token: " + (answer == null ? got.why() : printable(words(member(answer, "error")) + " " + words(member(answer, "error_description")))));
      token = given;
      return;
    }
  }

  private Map<String, String> headers(String method, String url) throws Exception {
    checkAddress(url);
    if (token == null) fetchToken();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Authorization", "DPoP " + token);
    lines.put("DPoP", proof(method, url, null));
    return lines;
  }

  // --- Questions ----------------------------------------------------------------------------------------------------------------------------------------

  /** What to do after an answer (gateway/kit/cases/README.md, refusals), and how many seconds to wait. */
  record Step(String what, int seconds) {}

  static Step nextStep(Got got, Object body, int attempt) {
    List<?> errors = errorsOf(body);
    String after = got.header("retry-after");
    if (got.status == 429 && after.matches("[0-9]{1,5}") && attempt <= WAITS.length) return new Step("WAIT", Integer.parseInt(after));
    if (errors.stream().anyMatch(one -> "QUOTA_EXCEEDED".equals(extension(one, "code")))) return new Step("TOMORROW", 0);
    if (got.status == 401) return new Step(attempt == 1 ? "NEW_TOKEN" : "STOP", 0);
    boolean away = List.of(0, 502, 503, 504).contains(got.status) || errors.stream().anyMatch(one -> "UNAVAILABLE".equals(extension(one, "code")));
    if (away) return attempt <= WAITS.length ? new Step("WAIT", WAITS[attempt - 1]) : new Step("STOP", 0);
    if (got.status != 200 || !(body instanceof Map)) return new Step("STOP", 0);
    if (errors.isEmpty()) return new Step("USE", 0);
    boolean part = member(body, "data") instanceof Map<?, ?> data && data.values().stream().anyMatch(one -> one != null);
    return new Step(part ? "USE_PART" : "STOP", 0);
  }

  /**
   * Whether a document can change nothing: it begins as a query and has no word mutation outside strings and comments. All else is taken for a change: a query
   * behind a fragment is asked once.
   */
  static boolean surelyQuery(String document) {
    StringBuilder bare = new StringBuilder();
    for (int at = 0; at < document.length(); at++) {
      char sign = document.charAt(at);
      if (document.startsWith("\"\"\"", at)) {
        at += 3;
        while (at < document.length() && !document.startsWith("\"\"\"", at)) at += document.startsWith("\\\"\"\"", at) ? 4 : 1;
        at += 2;
      } else if (sign == '"') {
        at++;
        while (at < document.length() && "\"\n\r".indexOf(document.charAt(at)) < 0) at += document.charAt(at) == '\\' ? 2 : 1;
      } else if (sign == '#') {
        while (at + 1 < document.length() && "\n\r".indexOf(document.charAt(at + 1)) < 0) at++;
      } else {
        bare.append(sign);
        continue;
      }
      bare.append(' ');
    }
    return Pattern.compile("^[\\s,\uFEFF]*(?:\\{|query\\b)").matcher(bare).find() && !Pattern.compile("\\bmutation\\b").matcher(bare).find();
  }

  record Asked(boolean useful, Object body, String text) {}

  /** Asks, and again where the answer says so; never a mutation that may have been done. */
  private Asked ask(Object question, Map<String, String> stated) throws Exception {
    String url = setting("CREDIT_GATEWAY").replaceAll("/$", "") + "/graphql";
    boolean changes = !surelyQuery(words(member(question, "query")));
    for (int attempt = 1; ; attempt++) {
      Map<String, String> sent = new LinkedHashMap<>(stated);
      sent.put("content-type", "application/json");
      sent.put("accept", "application/json");
      sent.putAll(headers("POST", url));
      Got got = send("POST", url, sent, Json.text(question));
      Object body = got.json();
      Step step = nextStep(got, body, attempt);
      if (step.what.equals("NEW_TOKEN")) {
        fetchToken();
        continue;
      }
      if (step.what.equals("WAIT") && !(changes && got.status != 429)) {
        System.err.println("Asked again in " + step.seconds + " seconds.");
        Thread.sleep(step.seconds * 1000L);
        continue;
      }
      if (body == null) throw new Fault(url + " answers no JSON (" + got.why() + ").");
      for (Object error : errorsOf(body)) {
        String article = extension(error, "article") == null ? "" : " (Article " + extension(error, "article") + ")";
        String name = (words(extension(error, "code")) + " " + words(extension(error, "reason"))).strip();
        System.err.println(printable(name + article + ": " + words(member(error, "message")) + " " + words(extension(error, "help"))));
        if (step.what.equals("TOMORROW")) System.err.println("The quota renews at " + printable(extension(error, "renewsAt")) + ".");
      }
      return new Asked(step.what.startsWith("USE"), body, got.text);
    }
  }

  /** The first pageInfo anywhere in an answer. */
  static Object pageInfo(Object value) {
    if (value instanceof Map<?, ?> map && map.get("pageInfo") != null) return map.get("pageInfo");
    Iterable<?> inside = value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
    for (Object inner : inside) {
      Object found = pageInfo(inner);
      if (found != null) return found;
    }
    return null;
  }

  private int pages(Map<String, Object> question, Map<String, String> stated) throws Exception {
    Map<String, Object> variables = new LinkedHashMap<>();
    if (question.get("variables") instanceof Map<?, ?> given) given.forEach((name, value) -> variables.put(String.valueOf(name), value));
    question.put("variables", variables);
    while (true) {
      Asked asked = ask(question, stated);
      if (!asked.useful) return 2;
      System.out.println(asked.text);
      Object page = pageInfo(member(asked.body, "data"));
      if (page == null) throw new Fault("The question asks for no pageInfo { endCursor hasNextPage }.");
      if (!Boolean.TRUE.equals(member(page, "hasNextPage"))) return 0;
      variables.put("after", member(page, "endCursor"));
    }
  }

  static int webhook(String secret, byte[] call) throws Exception {
    // The body byte for byte: its signature is over the bytes that came, and a character of ISO 8859-1 is a byte.
    String[] parts = new String(call, StandardCharsets.ISO_8859_1).split("\r?\n\r?\n", 2);
    byte[] body = (parts.length > 1 ? parts[1] : "").getBytes(StandardCharsets.ISO_8859_1);
    Map<String, String> headers = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (String line : parts[0].split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon <= 0) continue;
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (headers.put(name, line.substring(colon + 1).strip()) != null) twice.add(name);
    }
    // Of a header that comes twice two readers would read two things.
    headers.keySet().removeAll(twice);
    String timestamp = headers.getOrDefault("credit-timestamp", "");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(utf8(secret.strip()), "HmacSHA256"));
    mac.update(utf8(timestamp + "." + headers.getOrDefault("credit-delivery", "") + "."));
    String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    String fault = null;
    boolean whole = headers.containsKey("credit-delivery");
    if (!whole || !MessageDigest.isEqual(utf8(expected), utf8(headers.getOrDefault("credit-signature", "")))) fault = "SIGNATURE";
    else if (!timestamp.matches("[0-9]{1,12}") || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) fault = "TIMESTAMP";
    System.out.println(fault == null ? "authentic" : "not authentic: " + fault);
    return fault == null ? 0 : 2;
  }

  static Map<String, String> stated(List<String> given) {
    Map<String, String> names = Map.of("--purpose", "credit-purpose", "--case", "credit-case", "--matter", "credit-matter");
    Map<String, String> found = new LinkedHashMap<>();
    for (int at = 0; at < given.size(); at += 2) {
      String name = names.get(given.get(at));
      if (name == null || at + 1 == given.size()) throw new Fault(HELP);
      // A form writes blanks as +; a header wants %20.
      found.put(name, URLEncoder.encode(given.get(at + 1), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static int run(List<String> given) throws Exception {
    String command = given.isEmpty() ? "--help" : given.get(0);
    if (command.equals("--help")) {
      System.out.println(HELP);
      return 0;
    }
    if (command.equals("headers") && given.size() == 3) {
      new Client().headers(given.get(1), given.get(2)).forEach((name, value) -> System.out.println(name + ": " + value));
      return 0;
    }
    if (command.equals("webhook") && given.size() == 3) return webhook(read(given.get(1)), bytes(given.get(2)));
    if ((command.equals("ask") || command.equals("pages")) && given.size() >= 2) {
      if (!(Json.of(read(given.get(1))) instanceof Map<?, ?> question) || !(question.get("query") instanceof String))
        throw new Fault(given.get(1) + " holds no { \"query\": …, \"variables\": … }.");
      Map<String, String> stated = stated(given.subList(2, given.size()));
      if (command.equals("pages")) return new Client().pages((Map<String, Object>) question, stated);
      Asked asked = new Client().ask(question, stated);
      System.out.println(asked.text);
      return asked.useful ? 0 : 2;
    }
    throw new Fault(HELP);
  }

  public static void main(String[] given) throws Exception {
    try {
      System.exit(run(Arrays.asList(given)));
    } catch (Fault fault) {
      System.err.println(fault.getMessage());
      System.exit(1);
    }
  }
}
