/**
 * Reads the settings. No other file reads environment variables; all other code is given the values that it needs. The faults of
 * the variables are reported together.
 */
import { existsSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join, resolve } from 'node:path';
import type { Role } from '../../schema/law/facts.ts';
import type { ReplicaSettings } from '../../subgraphs/database/database.ts';
import type { HopKey } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import type { SecretsConfig } from '../../subgraphs/keys/secrets.ts';
import type { Publication } from '../../subgraphs/ledger/ledger.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import type { TraceSettings } from '../traces/settings.ts';
import { ConfigFault, faultsOf } from './config-fault.ts';
import { processesOf, replicasOf } from './database.ts';
import { Environment, PlaceSettings } from './environment.ts';
import { readHopKey, readHopKeys } from './hop-key.ts';
import { developmentFile, developmentSecrets, readSecrets } from './key-file.ts';

import { secretFaults, settingFaults } from './production.ts';

import { type MailSettings, readMail } from './smtp.ts';
import { readTls } from './tls.ts';
import { readTraces } from './traces.ts';

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
  /** Read replicas of the database; undefined where there are none. */
  readonly replicas: ReplicaSettings | undefined;
  readonly processes: number;
  readonly folder: string;
  /** Undefined where no journal of what ended is kept. */
  readonly journalFolder?: string | undefined;
  readonly secrets: SecretsConfig;
  /** The file that they were read from. */
  readonly secretsFile: string;
  readonly issuers: readonly IssuerSettings[];
  /** Roles whose tokens must be bound to a key (DPoP) or a certificate. */
  readonly boundRoles: readonly Role[];
  readonly clientCertificateHeader: string | undefined;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly sample: boolean;
  /** Where the subgraphs are, and what this gateway signs with; undefined where they are in this process. */
  readonly remote:
    | { readonly urls: Readonly<Record<SubgraphName, readonly string[]>>; readonly hopKey: HopKey }
    | undefined;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How long a server that was told to stop still takes new requests. */
  readonly drainMs: number;
  readonly dueEveryMs: number;
  readonly webhookEveryMs: number;
  /** Undefined where no e-mail is sent. */
  readonly mail: MailSettings | undefined;
  readonly checkpoints: Publication;
  /** ε of a year of statistics. */
  readonly statisticsEpsilon: number;
  /** Months for which evidence is kept after the objection, the mandate or the complaint that it was brought for. */
  readonly evidenceMonths: number;
  readonly corsOrigins: readonly string[];
  readonly metricsPort: number | undefined;
  readonly rates: RateSettings;
  readonly trustedProxies: BlockList;
  readonly operationsFile: string | undefined;
  readonly operationsOnlyForParties: boolean;
  /** Font files that are asked for the characters of reports, before those of the system. */
  readonly reportFonts: readonly string[];
  readonly logLevel: string;
  /** Undefined where no traces are sent. */
  readonly traces: TraceSettings | undefined;
}

/** Minutes between two checkpoints. In development a proof is shown after seconds, and a tree that nobody adds to does not grow. */
const CHECKPOINT_MINUTES = 10;
const DEVELOPMENT: Publication = { everyMs: 5_000, quiet: 'SKIP' };

/** Balancers ask /readyz every second or two. In development nobody stands between, and Ctrl-C ends at once. */
const DRAIN_MS = 5_000;

const publicationOf = (minutes: number | undefined, production: boolean): Publication =>
  minutes === undefined && !production
    ? DEVELOPMENT
    : { everyMs: (minutes ?? CHECKPOINT_MINUTES) * 60_000, quiet: 'FILL' };

/**
 * Switches off the telemetry of Apollo's gateway. It would query the cloud's metadata service and send Apollo where and on what the gateway
 * runs. Only this environment variable switches it off; the constructor has no option for it.
 */
export function forbidTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}

/** Whether CREDIT_MODE says so, whatever else the settings are. */
export const isProduction = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  environment.CREDIT_MODE === 'production';

/** The environment of a program that is started, with more in it. */
export const childEnvironment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...process.env, ...more });

/** Where the data are, for a command that needs no key. */
export interface Places {
  readonly databaseUrl: string | undefined;
  /** Of a login that reads everything, for backups. */
  readonly backupUrl: string | undefined;
  readonly folder: string;
  /** The key file, if there is one. */
  readonly keyFile: string | undefined;
}

/** An empty variable counts as not set: `.env` files often hold `NAME=`. */
const setIn = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Reads no key and makes none. Throws ConfigFault that says what to set. */
export function readPlaces(environment: NodeJS.ProcessEnv = process.env): Places {
  const parsed = PlaceSettings.safeParse(setIn(environment));
  if (!parsed.success) throw new ConfigFault(`The settings are not usable:\n${faultsOf(parsed.error)}`);
  const { DATABASE_URL, BACKUP_URL, DATA_DIR, CREDIT_SECRETS } = parsed.data;
  const folder = resolve(DATA_DIR);
  const keyFile = CREDIT_SECRETS ?? join(folder, 'secrets.json');
  return {
    databaseUrl: DATABASE_URL,
    backupUrl: BACKUP_URL,
    folder,
    keyFile: existsSync(keyFile) ? keyFile : undefined,
  };
}

/** The settings of a subgraph in a process of its own. Throws ConfigFault that says what to set. */
export function readSubgraphConfig(
  environment: NodeJS.ProcessEnv = process.env,
): Config & { readonly hopKeys: readonly PublicJwk[] } {
  const config = readConfig({ ...environment, SUBGRAPH_URLS: undefined });
  if (config.databaseUrl === undefined)
    throw new ConfigFault(
      'A subgraph in a process of its own needs DATABASE_URL: the embedded database belongs to one process. Set it to a PostgreSQL server.',
    );
  const folder = config.mode === 'production' ? undefined : config.folder;
  // What ended is taken to JOURNAL_DIR by gateways, before their answer leaves: the login of a subgraph may not read the journal.
  return { ...config, journalFolder: undefined, hopKeys: readHopKeys(setIn(environment).HOP_KEYS, folder) };
}

/** Reads the settings. Throws ConfigFault that says what to set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = setIn(environment);
  const parsed = Environment.safeParse(set);
  const { traces, error } = readTraces(set, set.TRACEPARENT_FROM === 'proxies');
  const faults = [parsed.error, error].filter((one) => one !== undefined).map(faultsOf);
  if (!parsed.success || faults.length > 0) throw new ConfigFault(`The settings are not usable:\n${faults.join('\n')}`);
  const settings = parsed.data;
  const folder = resolve(settings.DATA_DIR);
  const production = settings.CREDIT_MODE === 'production';
  const constrained = settings.SENDER_CONSTRAINED ?? (production ? 'parties' : 'off');
  const own = settings.CREDIT_SECRETS === undefined ? undefined : readSecrets(settings.CREDIT_SECRETS);
  if (settings.OPERATIONS_ONLY === 'parties' && settings.OPERATIONS_FILE === undefined)
    throw new ConfigFault('OPERATIONS_ONLY=parties needs OPERATIONS_FILE: without it parties could ask nothing.');
  const processes = processesOf(settings);
  if (settings.SUBGRAPH_URLS !== undefined && settings.DATABASE_URL === undefined)
    throw new ConfigFault(
      'SUBGRAPH_URLS needs DATABASE_URL: the embedded database belongs to one process. Set it to a PostgreSQL server.',
    );
  if (settings.CLIENT_CERT_HEADER !== undefined && set.TRUSTED_PROXIES === undefined)
    throw new ConfigFault('CLIENT_CERT_HEADER needs TRUSTED_PROXIES: the header is believed from these alone.');
  if (settings.TRACEPARENT_FROM === 'proxies' && set.TRUSTED_PROXIES === undefined)
    throw new ConfigFault('TRACEPARENT_FROM=proxies needs TRUSTED_PROXIES: a trace is continued for these alone.');
  if (production) {
    const faults = [
      ...settingFaults({
        secretsFile: settings.CREDIT_SECRETS,
        issuers: settings.TOKEN_ISSUERS,
        sample: settings.SAMPLE,
        senderConstrained: constrained === 'parties',
        publicUrl: settings.PUBLIC_URL,
        embedded: settings.DATABASE_URL === undefined && settings.EMBEDDED_IN_PRODUCTION === 'no',
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
    replicas: replicasOf(settings),
    processes,
    folder,
    journalFolder: settings.JOURNAL_DIR === undefined ? undefined : resolve(settings.JOURNAL_DIR),
    secrets: own?.secrets ?? developmentSecrets(folder),
    secretsFile: settings.CREDIT_SECRETS ?? developmentFile(folder),
    issuers: settings.TOKEN_ISSUERS,
    boundRoles: constrained === 'parties' ? ['PARTY'] : [],
    clientCertificateHeader: settings.CLIENT_CERT_HEADER,
    tls: readTls(settings.TLS_CERT, settings.TLS_KEY),
    sample: settings.SAMPLE !== 'off' && !production,
    remote:
      settings.SUBGRAPH_URLS === undefined
        ? undefined
        : { urls: settings.SUBGRAPH_URLS, hopKey: readHopKey(settings.HOP_KEY, production ? undefined : folder) },
    subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
    drainMs: settings.DRAIN_MS ?? (production ? DRAIN_MS : 0),
    dueEveryMs: settings.DUE_EVERY_MS,
    webhookEveryMs: settings.WEBHOOK_EVERY_MS,
    mail: readMail(settings, production),
    checkpoints: publicationOf(settings.CHECKPOINT_MINUTES, production),
    statisticsEpsilon: settings.STATISTICS_EPSILON,
    evidenceMonths: settings.EVIDENCE_RETENTION_MONTHS,
    corsOrigins: settings.CORS_ORIGINS,
    metricsPort: settings.METRICS_PORT,
    rates: { public: settings.RATE_PUBLIC, subject: settings.RATE_SUBJECT, unit: settings.RATE_UNIT },
    trustedProxies: settings.TRUSTED_PROXIES,
    operationsFile: settings.OPERATIONS_FILE,
    operationsOnlyForParties: settings.OPERATIONS_ONLY === 'parties',
    reportFonts: settings.REPORT_FONTS.map((path) => resolve(path)),
    logLevel: settings.LOG_LEVEL,
    traces,
  };
}
