/** Settings that production refuses to start with: whatever is made for development, keys that can be guessed, and addresses without TLS. */
import { type SecretsConfig, seedOf } from '../../subgraphs/keys/secrets.ts';
import { DEVELOPMENT_ISSUER, DEVELOPMENT_MARK } from './development.ts';

interface Settings {
  readonly secretsFile: string | undefined;
  readonly issuers: readonly { readonly issuer: string; readonly jwks?: string | undefined }[];
  readonly sample: 'on' | 'off' | undefined;
  readonly senderConstrained: boolean;
  readonly publicUrl: string | undefined;
  /** The embedded database would serve, and nobody said that it may. */
  readonly embedded: boolean;
}

const isHttps = (url: string): boolean => url.startsWith('https://');

function issuerFaults({ issuer, jwks }: Settings['issuers'][number]): string[] {
  if (issuer === DEVELOPMENT_ISSUER)
    return ['- TOKEN_ISSUERS: names the issuer of development; name your own authorization server'];
  if (!isHttps(issuer)) return [`- TOKEN_ISSUERS: ${issuer} is not https; anybody on the way could be the issuer`];
  if (jwks !== undefined && !isHttps(jwks))
    return [`- TOKEN_ISSUERS: the keys of ${issuer} are not under https; leave jwks out to have them found`];
  return [];
}

/** Faults of the settings, each a line that says what to set. */
export const settingFaults = (settings: Settings): string[] => [
  ...(settings.secretsFile === undefined ? ['- CREDIT_SECRETS: name a file with keys of your own'] : []),
  ...(settings.embedded
    ? [
        '- DATABASE_URL: name a PostgreSQL server; or set EMBEDDED_IN_PRODUCTION=yes to serve from the embedded database in DATA_DIR, in one process',
      ]
    : []),
  ...(settings.issuers.length === 0 ? ['- TOKEN_ISSUERS: name at least one issuer of tokens'] : []),
  ...settings.issuers.flatMap(issuerFaults),
  ...(settings.sample === 'on' ? ['- SAMPLE: is on; leave it out, invented people do not belong among real ones'] : []),
  ...(settings.senderConstrained && settings.publicUrl === undefined
    ? [
        '- PUBLIC_URL: name the https address under which callers reach the server; proofs of possession are made for it',
      ]
    : []),
  ...(settings.publicUrl !== undefined && !isHttps(settings.publicUrl)
    ? ['- PUBLIC_URL: is not https; put a proxy with TLS before the server, or set TLS_CERT and TLS_KEY']
    : []),
];

/** Fewest different bytes in a key. Of 10^20 random keys of 32 bytes, one has fewer. */
const DIFFERENT_BYTES = 12;

/** Faults of a key file: made by development mode, or not random. */
export function secretFaults(file: unknown, secrets: SecretsConfig): string[] {
  if (typeof file === 'object' && file !== null && DEVELOPMENT_MARK in file)
    return ['- CREDIT_SECRETS: these keys were made for development; make keys of your own'];
  const keys: readonly (readonly [string, string])[] = [
    ...secrets.sealing.map(({ id, key }) => [`sealing ${id}`, key] as const),
    ['index', secrets.index],
    ['pseudonym', secrets.pseudonym],
    ['cursor', secrets.cursor],
    ...secrets.signing.map((key, place) => [`signing ${place + 1}`, seedOf(key)] as const),
  ];
  const faults = keys.flatMap(([name, key]) =>
    new Set(Buffer.from(key, 'base64')).size < DIFFERENT_BYTES
      ? [`- CREDIT_SECRETS: the key ${name} was not made by chance; make one with openssl rand -base64 32`]
      : [],
  );
  const used = new Map<string, string>();
  for (const [name, key] of keys) {
    const before = used.get(key);
    if (before !== undefined) faults.push(`- CREDIT_SECRETS: ${before} and ${name} are the same key; make two`);
    used.set(key, name);
  }
  if (new Set(secrets.login).size < 6)
    faults.push('- CREDIT_SECRETS: the password login can be guessed; make one with openssl rand -hex 24');
  return faults;
}
