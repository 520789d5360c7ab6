/** Settings. The only reader of the environment: everything else is handed what it needs. All faults are told together. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { freshSecrets, type SecretsConfig } from '../subgraphs/secrets.ts';
import { proxyList } from './address.ts';
import type { RateSettings } from './rates.ts';

const key = z.string().refine((text) => Buffer.from(text, 'base64').length >= 32, 'is not 32 bytes in base64');

const Secrets = z.object({
  sealing: z.array(z.object({ id: z.string().min(1), key })).min(1),
  index: key,
  pseudonym: key,
  cursor: key,
  signing: z.array(key).min(1),
  login: z.string().min(16),
});

const Issuer = z.object({
  /** Exact value of the claim iss. */
  issuer: z.string().min(1),
  /** Where its public keys are. */
  jwks: z.url(),
  /** Exact value of the claim aud. */
  audience: z.string().min(1),
});

/** The least that a subject's rate may be set to: nobody asks oftener about himself. */
const SUBJECT_RATE_MIN = 60;

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const flag = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback);

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
  /** Issuers of tokens: JSON list of { issuer, jwks, audience }. */
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
    .pipe(z.array(Issuer)),
  /** Whether the sample province is loaded into an empty database; never in production. */
  SAMPLE: flag('on'),
  /** Milliseconds that one fetch from a subgraph may take. */
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(1).default(10_000),
  /** Milliseconds that a whole request may take before it is given up with its statements. */
  REQUEST_TIMEOUT_MS: z.coerce.number().int().min(1).default(25_000),
  /** Milliseconds between two runs of what time alone changes (`npm run due`). */
  DUE_EVERY_MS: z.coerce.number().int().min(100).default(60_000),
  /** Milliseconds between two rounds of webhook calls. */
  WEBHOOK_EVERY_MS: z.coerce.number().int().min(100).default(5_000),
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
    .refine((networks) => {
      try {
        proxyList(networks);
        return true;
      } catch {
        return false;
      }
    }, 'is no list of addresses and networks such as 10.0.0.0/8'),
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
  readonly issuers: readonly z.infer<typeof Issuer>[];
  readonly sample: boolean;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly dueEveryMs: number;
  readonly webhookEveryMs: number;
  readonly corsOrigins: readonly string[];
  readonly metricsPort: number | undefined;
  readonly rates: RateSettings;
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
}

/** A fault of the settings: the message is all that the person at the terminal needs. */
export class ConfigFault extends Error {}

const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `- ${issue.path.join('.') || 'settings'}: ${issue.message}`).join('\n');

function readSecrets(path: string): SecretsConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigFault(`The file with the keys, ${path}, cannot be read. Set CREDIT_SECRETS to one that can.`);
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch (error) {
    const faults = error instanceof z.ZodError ? faultsOf(error) : '- it is not JSON';
    throw new ConfigFault(`The file with the keys, ${path}, is not usable:\n${faults}`);
  }
}

/** Keys of a development folder that was made before some of them were needed. */
function completeSecrets(path: string): void {
  try {
    const known = JSON.parse(readFileSync(path, 'utf8')) as object;
    const complete = { ...freshSecrets(), ...known };
    if (Object.keys(complete).length > Object.keys(known).length)
      writeFileSync(path, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  } catch {
    // Absent or unreadable: what reads it next says so.
  }
}

/** Keys of a development folder, made once and kept: with other keys the data under the folder could not be read. */
function developmentSecrets(folder: string): SecretsConfig {
  const path = join(folder, 'secrets.json');
  completeSecrets(path);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(path, `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same folder was quicker.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readSecrets(path);
}

/** Reads the settings. Throws ConfigFault with every fault and what to set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new ConfigFault(`The settings are not usable:\n${faultsOf(parsed.error)}`);
  const settings = parsed.data;
  const folder = resolve(settings.DATA_DIR);
  const production = settings.CREDIT_MODE === 'production';
  if (production) {
    const faults = [
      settings.CREDIT_SECRETS === undefined ? '- CREDIT_SECRETS: name a file with keys of your own' : '',
      settings.TOKEN_ISSUERS.length === 0 ? '- TOKEN_ISSUERS: name at least one issuer of tokens' : '',
    ].filter((fault) => fault !== '');
    if (faults.length > 0) throw new ConfigFault(`Production needs:\n${faults.join('\n')}`);
  }
  return {
    mode: settings.CREDIT_MODE,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    folder,
    secrets: settings.CREDIT_SECRETS === undefined ? developmentSecrets(folder) : readSecrets(settings.CREDIT_SECRETS),
    issuers: settings.TOKEN_ISSUERS,
    sample: settings.SAMPLE === 'on' && !production,
    subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
    dueEveryMs: settings.DUE_EVERY_MS,
    webhookEveryMs: settings.WEBHOOK_EVERY_MS,
    corsOrigins: settings.CORS_ORIGINS,
    metricsPort: settings.METRICS_PORT,
    rates: { public: settings.RATE_PUBLIC, subject: settings.RATE_SUBJECT, unit: settings.RATE_UNIT },
    trustedProxies: settings.TRUSTED_PROXIES,
    logLevel: settings.LOG_LEVEL,
  };
}
