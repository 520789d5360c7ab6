/** `npm run kit`: runs the kit for members against a server, or offline. */
import type { Language } from '../../schema/localized.ts';
import { developmentMembers } from '../kit/development.ts';
import { runDocuments } from '../kit/documents.ts';
import { baseOf, KitFault, probe } from '../kit/exchange.ts';
import type { Group, Outcome } from '../kit/files.ts';
import { checkEncrypted, type Members, membersOf } from '../kit/members.ts';
import { runOffline } from '../kit/offline.ts';
import { refusedToken, runRequests } from '../kit/requests.ts';
import { seen } from '../kit/seen.ts';
import { readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/kit.ts';

type Texts = (typeof TEXTS)[Language];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const count = (outcomes: readonly Outcome[], state: Outcome['state']): number =>
  outcomes.filter((one) => one.state === state).length;

const shown = (value: unknown): string => seen(JSON.stringify(value) ?? '-');

/** Tells a file as it ends: how many were right, and each that was not. */
function tell({ kind, about, outcomes }: Group, language: Language, texts: Texts): void {
  const [right, wrong, left] = [count(outcomes, 'RIGHT'), count(outcomes, 'WRONG'), count(outcomes, 'NOT_RUN')];
  say(texts.group(kind, right, wrong, left));
  if (wrong > 0) say(`  ${about[language]}`);
  for (const { name: en, nameZh, source, state, expected, got, needs, because } of outcomes) {
    const name = language === 'zh' ? (nameZh ?? en) : en;
    if (state === 'WRONG') say(texts.wrong(name, source, shown(expected), shown(got)));
    if (state === 'NOT_RUN')
      say(because === undefined ? texts.notRun(name, needs ?? '') : texts.notRunBecause(name, because[language]));
  }
}

const OPTIONS = {
  target: { type: 'string' },
  offline: { type: 'boolean', default: false },
  tokens: { type: 'string' },
} as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, language, texts }) => {
  const { target, offline, tokens } = values;
  if ((target === undefined) === !offline) fail(`${texts.oneOfBoth}\n\n${texts.help}`);
  if (offline && tokens !== undefined) fail(`${texts.tokensOffline}\n\n${texts.help}`);
  const groups: Group[] = [];
  const told = (group: Group): void => {
    groups.push(group);
    tell(group, language, texts);
  };
  if (target === undefined) await runOffline(told);
  else {
    const base = baseOf(target);
    if (tokens !== undefined) checkEncrypted(base);
    const given = tokens === undefined ? undefined : membersOf(tokens);
    await probe(base);
    const found = given ?? (await developmentMembers(base, readConfig().folder));
    const refused = found === undefined ? undefined : await refusedToken(base, found);
    if (given !== undefined && refused !== undefined) throw new KitFault(refused);
    // A server in production on this machine knows no development issuer.
    const members: Members = found === undefined || refused !== undefined ? { members: {} } : found;
    if (given === undefined) say(members === found ? texts.development : texts.nobody);
    await runRequests(base, members, told);
    told(await runDocuments(base, members));
  }
  const outcomes = groups.flatMap((group) => group.outcomes);
  const wrong = count(outcomes, 'WRONG');
  say(texts.summary(outcomes.length, count(outcomes, 'RIGHT'), wrong, count(outcomes, 'NOT_RUN')));
  if (wrong > 0) process.exitCode = 1;
});
