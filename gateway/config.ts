/** Settings. The only reader of the environment: everything else is handed what it needs. All faults are told together. */
import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import type { Role } from '../schema/law/facts.ts';
import type { SecretsConfig } from '../subgraphs/secrets.ts';
import { proxyList } from './address.ts';
import { ConfigFault, faultsOf } from './config-fault.ts';
import type { IssuerSettings } from './identity/issuers.ts';
import { developmentSecrets, readSecrets } from './key-file.ts';
import { secretFaults, settingFaults } from './production.ts';
import type { RateSettings } from './rates.ts';

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

const Environment = z.object({
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

export interface Config {
  readonly mode: 'development' | 'production';
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly secrets: SecretsConfig;
  readonly issuers: readonly IssuerSettings[];
  /** Roles whose tokens must be bound to their holder. */
  readonly boundRoles: readonly Role[];
  readonly clientCertificateHeader: string | undefined;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly sample: boolean;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly dueEveryMs: number;
  readonly webhookEveryMs: number;
  readonly corsOrigins: readonly string[];
  readonly metricsPort: number | undefined;
  readonly rates: RateSettings;
  readonly trustedProxies: BlockList;
  readonly operationsFile: string | undefined;
  readonly operationsOnlyForParties: boolean;
  readonly logLevel: string;
}

/** Certificate and key of the server; both or none. */
function readTls(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new ConfigFault('TLS_CERT and TLS_KEY go together: set both, or neither.');
  try {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(tls);
    return tls;
  } catch (error) {
    const unread = (error as NodeJS.ErrnoException).syscall !== undefined;
    throw new ConfigFault(
      `The files of TLS_CERT and TLS_KEY ${unread ? 'cannot be read' : 'are no certificate with its key'}. Set them to PEM files that ${unread ? 'can' : 'belong together'}.`,
    );
  }
}

/**
 * Apollo's gateway reports from where and on what it runs to its maker unless this variable says no, and asks the cloud's metadata for it.
 * Nothing leaves here that nobody asked for; there is no setting of the constructor for it.
 */
export function forbidTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}

/** Reads the settings. Throws ConfigFault with every fault and what to set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // A variable that is set to nothing, as files of settings leave it, is not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigFault(`The settings are not usable:\n${faultsOf(parsed.error)}`);
  const settings = parsed.data;
  const folder = resolve(settings.DATA_DIR);
  const production = settings.CREDIT_MODE === 'production';
  const constrained = settings.SENDER_CONSTRAINED ?? (production ? 'parties' : 'off');
  const own = settings.CREDIT_SECRETS === undefined ? undefined : readSecrets(settings.CREDIT_SECRETS);
  if (settings.OPERATIONS_ONLY === 'parties' && settings.OPERATIONS_FILE === undefined)
    throw new ConfigFault('OPERATIONS_ONLY=parties needs OPERATIONS_FILE: without it parties could ask nothing.');
  if (settings.CLIENT_CERT_HEADER !== undefined && set.TRUSTED_PROXIES === undefined)
    throw new ConfigFault('CLIENT_CERT_HEADER needs TRUSTED_PROXIES: the header is believed from these alone.');
  if (production) {
    const faults = [
      ...settingFaults({
        secretsFile: settings.CREDIT_SECRETS,
        issuers: settings.TOKEN_ISSUERS,
        sample: settings.SAMPLE,
        senderConstrained: constrained === 'parties',
        publicUrl: settings.PUBLIC_URL,
      }),
      ...(own === undefined ? [] : secretFaults(own.file, own.secrets)),
    ];
    if (faults.length > 0) throw new ConfigFault(`Production does not start like this:\n${faults.join('\n')}`);
  }
  return {
    mode: settings.CREDIT_MODE,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    folder,
    secrets: own?.secrets ?? developmentSecrets(folder),
    issuers: settings.TOKEN_ISSUERS,
    boundRoles: constrained === 'parties' ? ['PARTY'] : [],
    clientCertificateHeader: settings.CLIENT_CERT_HEADER,
    tls: readTls(settings.TLS_CERT, settings.TLS_KEY),
    sample: settings.SAMPLE !== 'off' && !production,
    subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
    dueEveryMs: settings.DUE_EVERY_MS,
    webhookEveryMs: settings.WEBHOOK_EVERY_MS,
    corsOrigins: settings.CORS_ORIGINS,
    metricsPort: settings.METRICS_PORT,
    rates: { public: settings.RATE_PUBLIC, subject: settings.RATE_SUBJECT, unit: settings.RATE_UNIT },
    trustedProxies: settings.TRUSTED_PROXIES,
    operationsFile: settings.OPERATIONS_FILE,
    operationsOnlyForParties: settings.OPERATIONS_ONLY === 'parties',
    logLevel: settings.LOG_LEVEL,
  };
}
