/** How the trial authorization server puts roles, units and subjects into access tokens. `gateway/first-day/TOKENS.md` shows the first half of it. */
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ClientMetadata, Configuration } from 'oidc-provider';

/** The file `gateway/first-day/tokens.json`: who may have which token. */
export interface Tokens {
  /** The claim `aud` of every token, as TOKEN_ISSUERS of the gateway names it. */
  readonly audience: string;
  readonly clients: readonly {
    readonly client_id: string;
    readonly role: string;
    readonly unit?: string;
    readonly dpop_bound_access_tokens?: boolean;
  }[];
  /** Log-in name to the claim `subject`. */
  readonly persons: Readonly<Record<string, string>>;
}

/** Where a portal takes a person back after the log-in. Nobody listens there: the trial's commands read the code from the address. */
export const REDIRECT = 'https://portal.example/callback';

/** Role and unit are properties of the client, and no request can change them; the subject is the person who logged in. */
const claims = ({ audience, persons }: Tokens): Configuration => ({
  extraClientMetadata: { properties: ['role', 'unit'] },
  extraTokenClaims: (_context, token) => ({
    role: token.client?.role,
    ...('accountId' in token ? { subject: persons[token.accountId] } : { unit: token.client?.unit }),
  }),
  features: {
    clientCredentials: { enabled: true },
    dPoP: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'credit',
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
});

const clientOf = (client: Tokens['clients'][number], jwk: JWK): ClientMetadata => ({
  ...client,
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  id_token_signed_response_alg: 'ES256',
  jwks: { keys: [jwk as never] },
  ...(client.role === 'subject'
    ? { grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: [REDIRECT] }
    : { grant_types: ['client_credentials'], response_types: [], redirect_uris: [] }),
});

/** A key pair as JWK that names its use. */
export async function freshKey(kid: string): Promise<{ readonly privateJwk: JWK; readonly publicJwk: JWK }> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const named = async (key: CryptoKey): Promise<JWK> => ({ ...(await exportJWK(key)), kid, use: 'sig', alg: 'ES256' });
  return { privateJwk: await named(pair.privateKey), publicJwk: await named(pair.publicKey) };
}

/** The whole configuration. `keyOf` gives the public key of a client. */
export const configuration = (tokens: Tokens, signing: JWK, keyOf: (client: string) => JWK): Configuration => ({
  ...claims(tokens),
  jwks: { keys: [signing as never] },
  clients: tokens.clients.map((client) => clientOf(client, keyOf(client.client_id))),
  scopes: ['openid', 'credit'],
  pkce: { required: () => true },
  cookies: { keys: ['trial'] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id }) }),
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const { provider, session, client } = oidc;
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: client?.clientId ?? '' });
    grant.addOIDCScope('openid credit');
    grant.addResourceScope(tokens.audience, 'credit');
    await grant.save();
    return grant;
  },
});
