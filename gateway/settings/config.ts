/**
 * Reads the settings. No other file reads environment variables; all other code is given the values that it needs. The faults of
 * the variables are reported together.
 */
import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { Role } from '../../schema/law/facts.ts';
import type { SecretsConfig } from '../../subgraphs/keys/secrets.ts';
import type { Publication } from '../../subgraphs/ledger/ledger.ts';
import { ConfigFault, faultsOf } from './config-fault.ts';
import { Environment } from './environment.ts';
import { developmentSecrets, readSecrets } from './key-file.ts';
import { secretFaults, settingFaults } from './production.ts';

/** An issuer of tokens. */
export interface IssuerSettings {
  /** Exact value of the claim `iss`. */
  readonly issuer: string;
  /** Exact value of the claim `aud`. */
  readonly audience: string;
  /** URL of its key set; found by discovery when absent. */
  readonly jwks?: string | undefined;
}

/** Rate limits in requests a minute. */
export interface RateSettings {
  readonly public: number;
  readonly subject: number;
  readonly unit: number;
}

export interface Config {
  readonly mode: 'development' | 'production';
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly processes: number;
  readonly folder: string;
  readonly secrets: SecretsConfig;
  readonly issuers: readonly IssuerSettings[];
  /** Roles whose tokens must be bound to a key (DPoP) or a certificate. */
  readonly boundRoles: readonly Role[];
  readonly clientCertificateHeader: string | undefined;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly sample: boolean;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly dueEveryMs: number;
  readonly webhookEveryMs: number;
  readonly checkpoints: Publication;
  /** ε of a year of statistics. */
  readonly statisticsEpsilon: number;
  readonly corsOrigins: readonly string[];
  readonly metricsPort: number | undefined;
  readonly rates: RateSettings;
  readonly trustedProxies: BlockList;
  readonly operationsFile: string | undefined;
  readonly operationsOnlyForParties: boolean;
  readonly logLevel: string;
}

/** Minutes between two checkpoints. In development a proof is shown after seconds, and a tree that nobody adds to does not grow. */
const CHECKPOINT_MINUTES = 10;
const DEVELOPMENT: Publication = { everyMs: 5_000, quiet: 'SKIP' };

const publicationOf = (minutes: number | undefined, production: boolean): Publication =>
  minutes === undefined && !production
    ? DEVELOPMENT
    : { everyMs: (minutes ?? CHECKPOINT_MINUTES) * 60_000, quiet: 'FILL' };

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
 * Switches off the telemetry of Apollo's gateway. It would query the cloud's metadata service and send Apollo where and on what the gateway
 * runs. Only this environment variable switches it off; the constructor has no option for it.
 */
export function forbidTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}

/** Reads the settings. Throws ConfigFault that says what to set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable counts as not set: `.env` files often hold `NAME=`.
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
  if (settings.PROCESSES > 1 && settings.DATABASE_URL === undefined)
    throw new ConfigFault(
      'PROCESSES above 1 needs DATABASE_URL: the embedded database belongs to one process. Set it to a PostgreSQL server.',
    );
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
    processes: settings.PROCESSES,
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
    checkpoints: publicationOf(settings.CHECKPOINT_MINUTES, production),
    statisticsEpsilon: settings.STATISTICS_EPSILON,
    corsOrigins: settings.CORS_ORIGINS,
    metricsPort: settings.METRICS_PORT,
    rates: { public: settings.RATE_PUBLIC, subject: settings.RATE_SUBJECT, unit: settings.RATE_UNIT },
    trustedProxies: settings.TRUSTED_PROXIES,
    operationsFile: settings.OPERATIONS_FILE,
    operationsOnlyForParties: settings.OPERATIONS_ONLY === 'parties',
    logLevel: settings.LOG_LEVEL,
  };
}
