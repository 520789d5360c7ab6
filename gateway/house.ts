/** The house without its door: the database and what every request needs. What commands open, which serve nobody. */
import { type Act, actor } from '../subgraphs/act.ts';
import type { House } from '../subgraphs/context.ts';
import { openDatabase } from '../subgraphs/database/open.ts';
import { ENTITIES } from '../subgraphs/entities.ts';
import { openSequencer, openSigner } from '../subgraphs/ledger.ts';
import { type DirectoryReader, directoryReader } from '../subgraphs/reading.ts';
import { openSecrets } from '../subgraphs/secrets.ts';
import type { Config } from './config.ts';
import { startFault } from './start-fault.ts';

export interface Housing {
  readonly house: House;
  readonly directories: DirectoryReader;
  readonly act: Act;
  /** Lets the sequencer finish and closes the database. */
  close(): Promise<void>;
}

export interface HouseOptions {
  /** The clock. Read here and nowhere else. */
  readonly now?: () => Date;
  /** An embedded database in memory: nothing is kept. */
  readonly inMemory?: boolean;
  /** What that database begins with. */
  readonly beginWith?: Blob | undefined;
  /** Hears why entries of the ledger did not become leaves; they are tried again. */
  readonly onLedgerFault?: (error: unknown) => void;
}

/** Opens the database and what every request needs. */
export async function openHouse(config: Config, options: HouseOptions = {}): Promise<Housing> {
  const now = options.now ?? (() => new Date());
  const database = await openDatabase({
    entities: ENTITIES,
    url: config.databaseUrl,
    folder: options.inMemory === true ? undefined : config.folder,
    beginWith: options.beginWith,
    loginPassword: config.secrets.login,
  }).catch((error: unknown) => {
    throw startFault(error, config);
  });
  const signer = openSigner(config.secrets.signing);
  const house: House = {
    database,
    secrets: openSecrets(config.secrets),
    signer,
    webhooks: config.mode === 'production' ? 'PUBLIC_HOSTS' : 'LOOPBACK_TOO',
    sequencer: openSequencer(database, signer, now, options.onLedgerFault ?? (() => undefined)),
    now,
    // Synthetic persons live in a region that is not assigned: only a province of samples accepts it.
    unassignedRegions: config.mode === 'production' ? 'refuse' : 'allow',
  };
  const directories = directoryReader();
  return {
    house,
    directories,
    act: actor(house, directories),
    close: async () => {
      await house.sequencer.stop();
      await house.database.close();
    },
  };
}
