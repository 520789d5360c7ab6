/** The variables of the environment that are settings: what each may hold, and what it is where it is not set. */
import { z } from 'zod';
import { proxyList } from '../message/address.ts';

const Issuer = z
  .object({
    /** Exact value of the claim iss; its metadata are found under it where jwks is absent. */
    issuer: z.string().min(1),
    /** Where its public keys are. */
    jwks: z.url({ protocol: /^https?$/ }).optional(),
    /** Exact value of the claim aud. */
    audience: z.string().min(1),
  })
  .refine(
    ({ issuer, jwks }) => jwks !== undefined || /^https?:/.test(issuer),
    'has an issuer that is no address, and no jwks',
  );

/** Milliseconds; a timer counts no longer ones, and one that is set longer goes off at once. */
const milliseconds = (least: number) => z.coerce.number().int().min(least).max(2_147_000_000);

/** The least that a subject's rate may be set to: nobody asks oftener about himself. */
const SUBJECT_RATE_MIN = 60;

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Every variable, its form and its default. The table for people stands in README.md. */
export const Environment = z.object({
  /** `development` has an issuer of its own, sample data and a query page; `production` has none of them. */
  CREDIT_MODE: z.enum(['development', 'production']).default('development'),
  /** Port of the HTTP server. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Address that the server listens on. */
  HOST: z.string().default('127.0.0.1'),
  // Where the public reaches the server: the QR code of a report leads there. The listening address where it is not set.
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** PostgreSQL URL of the owner of the schemas; the embedded database is used when absent. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  // Processes that serve behind one port, each with a core of its own; more than one needs DATABASE_URL.
  PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** Folder of the embedded database and of development keys. */
  DATA_DIR: z.string().default('data'),
  /** File with the keys (JSON); needed in production, made in DATA_DIR in development. */
  CREDIT_SECRETS: z.string().optional(),
  /** Issuers of tokens: JSON list of { issuer, audience, jwks? }. */
  TOKEN_ISSUERS: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(
      z
        .array(Issuer)
        .refine(
          (issuers) => new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length,
          'names an issuer twice: each has one audience here',
        ),
    ),
  /** Whether the sample province is loaded into an empty database; never in production. */
  SAMPLE: z.enum(['on', 'off']).optional(),
  // Whose tokens must be bound to a key or a certificate; `parties` in production where it is not set.
  SENDER_CONSTRAINED: z.enum(['parties', 'off']).optional(),
  // Header in which a trusted proxy says the certificate of the client (RFC 9440, or a PEM that is percent-encoded).
  CLIENT_CERT_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'is no name of a header')
    .transform((name) => name.toLowerCase())
    .optional(),
  // Files (PEM) with which the server speaks TLS itself, and asks clients for their certificate.
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** Milliseconds that one fetch from a subgraph may take. */
  SUBGRAPH_TIMEOUT_MS: milliseconds(1).default(10_000),
  /** Milliseconds that a whole request may take before it is given up with its statements. */
  REQUEST_TIMEOUT_MS: milliseconds(1).default(25_000),
  /** Milliseconds between two runs of what time alone changes (`npm run due`). */
  DUE_EVERY_MS: milliseconds(100).default(60_000),
  /** Milliseconds between two rounds of webhook calls. */
  WEBHOOK_EVERY_MS: milliseconds(100).default(5_000),
  // Origins whose pages may ask from a browser, with commas between; none by default.
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .pipe(
      z.array(
        z.string().refine((origin) => URL.parse(origin)?.origin === origin, 'is no origin such as https://example.cn'),
      ),
    ),
  // Port of GET /metrics (Prometheus), on the same address; not served where it is not set.
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  // Requests a minute: of one network of the public, of one subject, of one unit. A subject's are guarded against abuse alone (Article 24).
  RATE_PUBLIC: z.coerce.number().int().min(1).default(300),
  RATE_SUBJECT: z.coerce
    .number()
    .int()
    .min(SUBJECT_RATE_MIN, `is below ${SUBJECT_RATE_MIN}: a subject asks about itself without limit (Article 24)`)
    .default(600),
  RATE_UNIT: z.coerce.number().int().min(1).default(60_000),
  // Proxies that may say for whom they ask (X-Forwarded-For): addresses and networks, with commas between; none by default.
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .transform((networks, context) => {
      try {
        return proxyList(networks);
      } catch {
        context.addIssue({ code: 'custom', message: 'is no list of addresses and networks such as 10.0.0.0/8' });
        return z.NEVER;
      }
    }),
  // Manifest of persisted operations, and whether parties may send nothing else.
  OPERATIONS_FILE: z.string().optional(),
  OPERATIONS_ONLY: z.enum(['parties', 'off']).default('off'),
  /** Level of the structured log on standard output. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
