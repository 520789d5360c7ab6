/** The environment variables that are settings: their allowed values and defaults. */
import { z } from 'zod';
import { EPSILON_OF_YEAR } from '../../schema/law/statistics/statistics.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import { proxyList } from '../message/address.ts';
import { Processes } from './database.ts';

const Issuer = z
  .object({
    /** Exact value of the claim `iss`. Without `jwks` it is also the URL of the issuer, under which its metadata are found. */
    issuer: z.string().min(1),
    /** URL of its public keys. */
    jwks: z.url({ protocol: /^https?$/ }).optional(),
    /** Exact value of the claim `aud`. */
    audience: z.string().min(1),
  })
  .refine(
    ({ issuer, jwks }) => jwks !== undefined || /^https?:/.test(issuer),
    'has an issuer that is no address, and no jwks',
  );

/** Milliseconds. A Node timer with a longer delay than this (2³¹ − 1) would fire at once. */
const milliseconds = (least: number) => z.coerce.number().int().min(least).max(2_147_000_000);

/** Lowest allowed RATE_SUBJECT, so that the limit never hinders a subject's inquiries about itself (Article 24). */
const SUBJECT_RATE_MIN = 60;

const NO_CHECKPOINT_MINUTES =
  'is no number of minutes that divides an hour: set 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60';
/** Highest allowed STATISTICS_EPSILON. */
const EPSILON_MAX = EPSILON_OF_YEAR / 1_000;

const NO_EPSILON = `is no whole number: set 0 for no statistics, or 1 to ${EPSILON_MAX}, one for each release of a year`;

/** Within six months of learning of a decision one may sue over it (行政诉讼法第四十六条): evidence is not gone before. No longer than anybody may (five years). */
const EVIDENCE_MONTHS = { least: 6, usual: 12, most: 60 };

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** URLs by subgraph, or what is wrong. */
function subgraphPlaces(text: string): Readonly<Record<SubgraphName, readonly string[]>> | string {
  const places = new Map(
    listOf(text).map((part) => {
      const [name = '', urls = ''] = part.split(/=(.*)/s);
      return [name.trim(), urls.split(/\s+/).filter((url) => url !== '')] as const;
    }),
  );
  const unknown = [...places.keys()].find((name) => !(SUBGRAPH_NAMES as readonly string[]).includes(name));
  if (unknown !== undefined) return `names a subgraph that there is not; there are ${SUBGRAPH_NAMES.join(', ')}`;
  const missing = SUBGRAPH_NAMES.filter((name) => (places.get(name)?.length ?? 0) === 0);
  if (missing.length > 0) return `has no address for ${missing.join(', ')}; write ${missing[0]}=http://host:port`;
  const wrong = [...places].find(([, urls]) => urls.some((url) => !/^https?:$/.test(URL.parse(url)?.protocol ?? '')));
  if (wrong !== undefined) return `has something for ${wrong[0]} that is no http or https address`;
  return Object.fromEntries(places) as Record<SubgraphName, string[]>;
}

/** Every variable with its form and default. OPERATING.md explains them to operators. */
export const Environment = z.object({
  /** `development` has an issuer of its own, sample data and a query page; `production` has none of them. */
  CREDIT_MODE: z.enum(['development', 'production']).default('development'),
  /** Port of the HTTP server. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Address that the server listens on. */
  HOST: z.string().default('127.0.0.1'),
  // Base URL under which callers reach the server, for the QR codes of reports and for DPoP proofs. By default the listening address.
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** PostgreSQL URL of the owner of the schemas; the embedded database is used when absent. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  // PostgreSQL URLs of streaming replicas of the same database. What the public asks is read from those that are up to the primary.
  REPLICA_URLS: z
    .string()
    .transform(listOf)
    .refine((urls) => urls.every((url) => /^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? '')), {
      error: 'has something that is no PostgreSQL URL; write postgres://host:port/database, with commas between',
    })
    .default([]),
  // How old a replica may be, by the primary's own clock.
  REPLICA_LAG_MAX_MS: milliseconds(200).default(2_000),
  // PostgreSQL URL of a login that reads everything and writes nothing, for `npm run backup`.
  BACKUP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Whether production may serve from the embedded database. */
  EMBEDDED_IN_PRODUCTION: z.enum(['yes', 'no']).default('no'),
  // Worker processes behind the one port. More than one needs DATABASE_URL.
  PROCESSES: Processes,
  /** Folder of the embedded database and of development keys. */
  DATA_DIR: z.string().default('data'),
  /** Folder, beside the backups and not on the database's disk, in which what was revoked or ended is kept. */
  JOURNAL_DIR: z.string().optional(),
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
  // Callers whose tokens must be bound to a key (DPoP) or a certificate. By default `parties` in production and `off` in development.
  SENDER_CONSTRAINED: z.enum(['parties', 'off']).optional(),
  // Header in which a trusted proxy passes the client's certificate (RFC 9440, or a percent-encoded PEM).
  CLIENT_CERT_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'is no name of a header')
    .transform((name) => name.toLowerCase())
    .optional(),
  // PEM files of certificate and key. With them the server itself speaks TLS and requests client certificates.
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  // Where the subgraphs are, each in processes of its own: `catalog=http://a:4001 http://b:4001,public-credit=…`. In this process where it is not set.
  SUBGRAPH_URLS: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined;
      const places = subgraphPlaces(text);
      if (typeof places !== 'string') return places;
      context.addIssue({ code: 'custom', message: places });
      return z.NEVER;
    }),
  /** File with the key that this gateway signs its questions to subgraphs with; made in DATA_DIR in development. */
  HOP_KEY: z.string().optional(),
  /** File with the public keys of the gateways that a subgraph answers. */
  HOP_KEYS: z.string().optional(),
  /** Milliseconds that one fetch from a subgraph may take. */
  SUBGRAPH_TIMEOUT_MS: milliseconds(1).default(10_000),
  /** Milliseconds that a whole request may take. Then it is cancelled with its database statements. */
  REQUEST_TIMEOUT_MS: milliseconds(1).default(25_000),
  /** Milliseconds that a server which was told to stop still takes new requests, while /readyz answers 503. */
  DRAIN_MS: milliseconds(0).optional(),
  /** Milliseconds between two runs of the job that moves on what only time changes (`npm run due`). */
  DUE_EVERY_MS: milliseconds(100).default(60_000),
  /** Milliseconds between two rounds of webhook calls. */
  WEBHOOK_EVERY_MS: milliseconds(100).default(5_000),
  // Mail server, with its user if it has one, through which subjects are told that there is something new; none is sent where it is not set.
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is no address such as smtp://user@mail.example.cn:587' }).optional(),
  /** Address that e-mail is sent from. */
  SMTP_FROM: z.string().optional(),
  /** File with the password of the user in SMTP_URL. */
  SMTP_PASSWORD_FILE: z.string().optional(),
  // Minutes between two checkpoints of the ledger. They divide an hour, so that the times are the same in every hour and for all servers.
  CHECKPOINT_MINUTES: z.coerce
    .number(NO_CHECKPOINT_MINUTES)
    .refine((minutes) => Number.isInteger(minutes) && minutes > 0 && 60 % minutes === 0, NO_CHECKPOINT_MINUTES)
    .optional(),
  // ε that the statistics of a calendar year may cost a subject. It can be lowered and not raised.
  STATISTICS_EPSILON: z.coerce
    .number(NO_EPSILON)
    .int(NO_EPSILON)
    .min(0, NO_EPSILON)
    .max(
      EPSILON_MAX,
      `is above ${EPSILON_MAX}: what is told of one subject in a year is bounded by that, and no setting raises it`,
    )
    .default(EPSILON_MAX),
  // Months for which evidence is kept, counted from the end of the objection, the mandate or the complaint that it was brought for.
  EVIDENCE_RETENTION_MONTHS: z.coerce
    .number()
    .int()
    .min(EVIDENCE_MONTHS.least, `is below ${EVIDENCE_MONTHS.least}: within that time a decision may be taken to court`)
    .max(EVIDENCE_MONTHS.most, `is above ${EVIDENCE_MONTHS.most}: nothing of a person is kept longer than it is needed`)
    .default(EVIDENCE_MONTHS.usual),
  // Origins whose pages may send requests from a browser, separated by commas; none by default.
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
  // Requests a minute of one network of anonymous callers, of one subject, of one unit. For a subject this is no quota (Article 24).
  RATE_PUBLIC: z.coerce.number().int().min(1).default(300),
  RATE_SUBJECT: z.coerce
    .number()
    .int()
    .min(SUBJECT_RATE_MIN, `is below ${SUBJECT_RATE_MIN}: a subject asks about itself without limit (Article 24)`)
    .default(600),
  RATE_UNIT: z.coerce.number().int().min(1).default(60_000),
  // Proxies whose X-Forwarded-For is believed: addresses and networks, separated by commas; none by default.
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
  // Whose traces are continued: of the proxies in TRUSTED_PROXIES, or of nobody. A trace id is text that its sender chose.
  TRACEPARENT_FROM: z.enum(['nobody', 'proxies']).default('nobody'),
  // Manifest of persisted operations, and whether parties may send only those.
  OPERATIONS_FILE: z.string().optional(),
  OPERATIONS_ONLY: z.enum(['parties', 'off']).default('off'),
  // Font files for characters of reports that the bundled font lacks, separated by commas; each is tried at start.
  REPORT_FONTS: z.string().default('').transform(listOf),
  /** Level of the structured log on standard output. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Where the data are. */
export const PlaceSettings = Environment.pick({
  DATABASE_URL: true,
  BACKUP_URL: true,
  DATA_DIR: true,
  CREDIT_SECRETS: true,
});
