/** Turns errors of starting (database, port, folder) into messages for the operator that say what to set. */
import { EngineFault } from '../../subgraphs/database/engines/engine-fault.ts';
import { Unfit } from '../../subgraphs/database/migrate/logins/verify.ts';
import { KeyFault } from '../../subgraphs/keys/key-fault.ts';
import { ConfigFault } from './config-fault.ts';

const OF_FOLDERS = /^E(?:ACCES|PERM|ROFS|EXIST|NOTDIR|NOSPC|DQUOT|NAMETOOLONG)$/;

/** The error for a DATA_DIR, or a file in it, that cannot be made or written. Any other error is returned as it is. */
export function folderFault(error: unknown, path: string): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (OF_FOLDERS.test(code))
    return new ConfigFault(`${path} cannot be made or written (${code}). Set DATA_DIR to a folder that can.`);
  return error as Error;
}

/** Messages by PostgreSQL's class or code of an error (SQLSTATE, appendix A of its manual), or by Node's code of a fault of TLS. */
const OF_DATABASE: readonly (readonly [codes: RegExp, words: string])[] = [
  [/^28/, 'PostgreSQL refuses the user or the password of DATABASE_URL. Check them there.'],
  [/^3D000$/, 'PostgreSQL has no database of the name in DATABASE_URL. Make it (createdb), or name another one.'],
  [
    /^42501$/,
    'The user of DATABASE_URL may not make roles and schemas. Name one that owns the database and has CREATEROLE.',
  ],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?))$/,
    'The certificate of the PostgreSQL server of DATABASE_URL comes from an authority that is not known here. Name a file with that authority in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED)$/,
    'The certificate of the PostgreSQL server of DATABASE_URL is made for another name, or has expired. Have it made anew for the name in the URL.',
  ],
  [/^(?:57P03|53300)$/, 'The PostgreSQL server of DATABASE_URL takes no connection now. Try again in a moment.'],
];

const UNREACHED =
  'The PostgreSQL server of DATABASE_URL cannot be reached. Start it, or leave DATABASE_URL unset for the embedded database.';
const UNREACHED_CODES = /^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** The settings that say where to listen and which database to open. */
interface Place {
  readonly host: string;
  readonly metricsPort: number | undefined;
  readonly databaseUrl: string | undefined;
}

/** Message for an error of listening: the port or the address is the cause. */
function ofListening(code: string, port: number | undefined, place: Place): string {
  const setting = port !== undefined && port === place.metricsPort ? 'METRICS_PORT' : 'PORT';
  if (code === 'EADDRINUSE')
    return `The port ${port} is in use. Set ${setting} to another one, or stop what listens there.`;
  if (code === 'EACCES') return `This user may not listen on the port ${port}. Set ${setting} to one above 1023.`;
  return `Nobody can listen on ${place.host} here. Set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`;
}

/** Turns an error of opening the database or of listening into one that says what to do. An unknown error is returned as it is. */
export function startFault(error: unknown, place: Place): Error {
  if (!(error instanceof Error)) return new Error(String(error), { cause: error });
  if (error instanceof KeyFault || error instanceof EngineFault || error instanceof Unfit)
    return new ConfigFault(error.said);
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  const { port, hostname } = error as { port?: number; hostname?: string };
  // In a worker the primary process binds the port, and the error names `bind`. A HOST that does not resolve gives an error with `hostname`.
  if (syscall === 'listen' || syscall === 'bind' || (hostname !== undefined && hostname === place.host))
    return new ConfigFault(ofListening(code, port, place));
  if (place.databaseUrl === undefined) return path === undefined ? error : folderFault(error, path);
  if (UNREACHED_CODES.test(code) || error.message.startsWith('Connection terminated'))
    return new ConfigFault(UNREACHED);
  const words = OF_DATABASE.find(([codes]) => codes.test(code))?.[1];
  return words === undefined ? error : new ConfigFault(words);
}
