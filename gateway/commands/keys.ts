/** `npm run keys`: makes a key file, tells what stands, and changes the file step by step as KEYS.md says. Each step is refused while it would lose something. */

import type { Language } from '../../schema/localized.ts';
import { backupMessages } from '../../schema/messages/kept-backups.ts';
import { keyMessages } from '../../schema/messages/keys.ts';
import { KeyFault } from '../../subgraphs/keys/key-fault.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { publishedKeys } from '../../subgraphs/ledger/ledger.ts';
import {
  addSealing,
  addSigning,
  checkInFile,
  checkRemovable,
  removeSealing,
  revokeSigning,
  sealWith,
} from '../keys/change-file.ts';
import { systemClock } from '../platform.ts';
import { type KeptBackup, keptBackups } from '../recovery/kept-backups.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { hopKeysIn, makeHopKey, removeHopKey } from '../settings/hop-key.ts';
import { command, fail } from './arguments.ts';
import { carryOut, standingOf } from './beside/with-keys.ts';
import { TEXTS } from './texts/keys.ts';

type Texts = (typeof TEXTS)[Language];

const OPTIONS = {
  status: { type: 'boolean', default: false },
  add: { type: 'boolean', default: false },
  'seal-with': { type: 'string' },
  remove: { type: 'string' },
  backups: { type: 'string', multiple: true },
  'no-backups': { type: 'boolean', default: false },
  'add-signing': { type: 'boolean', default: false },
  'revoke-signing': { type: 'string' },
  since: { type: 'string' },
  reason: { type: 'string' },
  hop: { type: 'string' },
  'hop-status': { type: 'boolean', default: false },
  'hop-remove': { type: 'string' },
  public: { type: 'string' },
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function status(config: Config, language: Language, backups: readonly KeptBackup[]): Promise<void> {
  const texts: Texts = TEXTS[language];
  const { sealing } = config.secrets;
  const { marks, rows, processes } = await standingOf(config, language, true);
  say(texts.file(config.secretsFile));
  const known = [
    ...new Set([
      ...sealing.map(({ id }) => id),
      ...marks.flatMap((mark) => (mark.kind === 'SEALING' ? [mark.id] : [])),
    ]),
  ];
  for (const id of known) {
    const mark = marks.find((one) => one.kind === 'SEALING' && one.id === id);
    const sealed = rows.filter(({ key }) => key === id).reduce((sum, one) => sum + one.rows, 0);
    const place = sealing.findIndex((one) => one.id === id);
    say((place < 0 ? texts.notInFile : place === 0 ? texts.seals : texts.opens)(id, sealed));
    const retiredAt = mark?.retiredAt ?? null;
    if (retiredAt !== null) say(texts.outOfUse(new Date(retiredAt).toISOString()));
    for (const { folder } of backups.filter((backup) => backup.sealing.includes(id))) say(texts.neededBy(folder));
  }
  for (const { kid, revoked } of publishedKeys(config.secrets.signing))
    say(
      revoked === undefined
        ? texts.signs(kid)
        : texts.signedUntil(kid, new Date(revoked.revoked_at * 1_000).toISOString()),
    );
  say(texts.processes(processes.length));
  for (const { host, pid, version, sealsWith, sealing: knows } of processes)
    say(texts.process(`${host} ${pid}`, version, sealsWith, knows.join(' ')));
}

async function putFirst(config: Config, id: string, language: Language): Promise<void> {
  checkInFile(config.secretsFile, id);
  const { marks, processes } = await standingOf(config, language, false);
  if (marks.some((mark) => mark.kind === 'SEALING' && mark.id === id && mark.retiredAt !== null))
    throw new KeyFault(keyMessages.wasRetired(id));
  const unaware = processes.filter(({ sealing }) => !sealing.includes(id));
  if (unaware.length > 0)
    throw new KeyFault(
      keyMessages.processesUnaware(
        unaware.map(({ host, pid }) => `${host} ${pid}`),
        id,
      ),
    );
  sealWith(config.secretsFile, id);
  say(TEXTS[language].sealsWith(id));
}

async function remove(config: Config, id: string, language: Language, backups: readonly KeptBackup[]): Promise<void> {
  checkRemovable(config.secretsFile, id);
  const needing = backups.filter(({ sealing }) => sealing.includes(id)).map(({ folder }) => folder);
  if (needing.length > 0) throw new KeyFault(backupMessages.backupsNeedKey(id, needing));
  // First the database: killed here, the file still has the key, which is no fault. The other way round nothing would start.
  await carryOut(config, language, { what: 'retire', id });
  removeSealing(config.secretsFile, id);
  say(TEXTS[language].removed(id));
}

/** With an offset: an instant that depends on the machine's time zone is none that others could verify. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

function revoke(config: Config, kid: string, since: string, reason: string | undefined, language: Language): void {
  // A date ahead would let a thief sign until then.
  if (!INSTANT.test(since) || !(Date.parse(since) <= systemClock().getTime()))
    throw new KeyFault(keyMessages.noSince(since));
  revokeSigning(config.secretsFile, kid, since, reason);
  say(TEXTS[language].revoked(kid, new Date(since).toISOString()));
}

interface OfHop {
  readonly hop: string | undefined;
  readonly removed: string | undefined;
  readonly set: string | undefined;
}

/** Keys by which gateways sign their questions to subgraphs in processes of their own. They are files alone: no database knows them. */
function ofHop({ hop, removed, set = '' }: OfHop, texts: Texts): void {
  if (set === '') fail(texts.sayPublic);
  if (hop !== undefined) say(texts.hopMade(makeHopKey(hop, set), hop, set));
  if (removed !== undefined) {
    removeHopKey(removed, set);
    say(texts.hopRemoved(removed, set));
  }
  for (const kid of hopKeysIn(set)) say(texts.hopKnown(kid));
}

await command(TEXTS, { options: OPTIONS }, async ({ values, language, texts }) => {
  const {
    add,
    'seal-with': first,
    remove: removed,
    'no-backups': none,
    backups: folders = [],
    'revoke-signing': revoked,
  } = values;
  const asked = [
    values.status,
    add,
    first !== undefined,
    removed !== undefined,
    values['add-signing'],
    revoked !== undefined,
    values.hop !== undefined,
    values['hop-status'],
    values['hop-remove'] !== undefined,
  ].filter(Boolean).length;
  if (asked > 1) fail(texts.giveOne);
  if (asked === 0) {
    say(JSON.stringify(freshSecrets(), null, 2));
    return;
  }
  const { hop, 'hop-status': hopStatus, 'hop-remove': hopRemoved, public: set } = values;
  if (hop !== undefined || hopStatus || hopRemoved !== undefined)
    return ofHop({ hop, removed: hopRemoved, set }, texts);
  const config = readConfig();
  if (add) return say(texts.added(addSealing(config.secretsFile), config.secretsFile));
  if (values['add-signing']) return say(texts.addedSigning(addSigning(config.secretsFile), config.secretsFile));
  if (revoked !== undefined) return revoke(config, revoked, values.since ?? '', values.reason, language);
  if (first !== undefined) return putFirst(config, first, language);
  if (removed !== undefined && folders.length > 0 === none) fail(texts.sayBackups);
  const backups = await keptBackups(folders);
  if (removed !== undefined) return remove(config, removed, language, backups);
  return status(config, language, backups);
});
