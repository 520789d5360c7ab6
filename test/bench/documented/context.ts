/**
 * Side (d): what a resolver receives. A fork of the entity manager for each request (https://mikro-orm.io/docs/identity-map), the caller by its token
 * (jose), and data loaders that live as long as the request (dataloader's README). The connection is the owner's: no row policy binds it.
 */
import type { IncomingMessage } from 'node:http';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { jwtVerify } from 'jose';
import { openDevelopmentIssuer } from '../../../gateway/identity/development-issuer.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import type { Role } from '../../../schema/law/facts.ts';
import type { Thing } from '../../../subgraphs/keys/recipient-ids.ts';
import { openSecrets, type Secrets } from '../../../subgraphs/keys/secrets.ts';
import { NOW, TODAY } from '../settings.ts';
import type { Rights } from './rights.ts';

export interface Caller {
  readonly role: Role;
  readonly unit: string | null;
  readonly purpose: string | null;
}

export interface Context {
  readonly em: EntityManager;
  readonly caller: Caller;
  readonly today: string;
  /** The project's own function makes subject ids, pseudonyms and each recipient's ids: another would give other answers. */
  readonly secrets: Secrets;
  readonly loaders: Map<string, DataLoader<string, unknown>>;
  rights: Promise<Rights> | undefined;
}

export async function openContexts(environment: NodeJS.ProcessEnv, em: () => EntityManager) {
  const config = readConfig(environment);
  const secrets = openSecrets(config.secrets);
  const { publicKey } = await openDevelopmentIssuer(config.folder);
  const callerOf = async ({ headers }: IncomingMessage): Promise<Caller> => {
    const purpose = headers['credit-purpose'];
    const stated = typeof purpose === 'string' ? purpose : null;
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return { role: 'PUBLIC', unit: null, purpose: stated };
    const { payload } = await jwtVerify(token, publicKey, { currentDate: NOW });
    return { role: String(payload.role).toUpperCase() as Role, unit: String(payload.unit ?? ''), purpose: stated };
  };
  return async (message: IncomingMessage): Promise<Context> => ({
    em: em(),
    caller: await callerOf(message),
    today: TODAY,
    secrets,
    loaders: new Map(),
    rights: undefined,
  });
}

/** The loader of this name of the request. */
export function loader<Value>(
  { loaders }: Context,
  name: string,
  load: (keys: readonly string[]) => Promise<readonly Value[]>,
): DataLoader<string, Value> {
  const known = loaders.get(name) as DataLoader<string, Value> | undefined;
  if (known !== undefined) return known;
  const made = new DataLoader<string, Value>(load);
  loaders.set(name, made as DataLoader<string, unknown>);
  return made;
}

const asker = ({ caller: { role, unit } }: Context) => ({ role, unit, subject: null });

/** The id under which the caller knows a thing. */
export const closed = (context: Context, thing: Thing, id: string, personal: boolean): string =>
  context.secrets.recipientIds.close(asker(context), thing, id, { personal });

/** The stored id of a subject behind one that the caller was given. */
export const opened = (context: Context, id: string): string =>
  context.secrets.recipientIds.open(asker(context), 'SUBJECT', id) ?? id;
