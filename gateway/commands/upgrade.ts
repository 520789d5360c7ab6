/** `npm run upgrade`: shows what this release will do to the database, and does it, without serving. */
import { type Plan, takesAway } from '../../subgraphs/database/migrate/preview/plan.ts';
import { planOpening } from '../../subgraphs/database/open.ts';
import { joinSubjects, markBefore, readRegistrationsBefore, sealPlainTexts } from '../../subgraphs/index.ts';
import { openPlatform } from '../platform.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { startFault } from '../settings/start-fault.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/upgrade.ts';
import { linesOf } from './texts/upgrade-plan.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What must be agreed to: what is taken away does not come back, and servers that cannot go on answer 500 from that moment. */
const mustBeAgreed = (plan: Plan): boolean => takesAway(plan) || (!plan.goesOn && plan.connections > 0);

const planFor = (config: Config): Promise<Plan> =>
  planOpening({ url: config.databaseUrl, folder: config.folder }).catch((error: unknown) => {
    throw startFault(error, config);
  });

const OPTIONS = { 'dry-run': { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } } as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, language, texts }) => {
  const config = readConfig();
  const plan = await planFor(config);
  for (const line of linesOf(plan, language)) say(line);
  if (values['dry-run']) return say(texts.nothingChanged);
  if (plan.state === 'NEWER') return;
  if (mustBeAgreed(plan) && !values.yes) fail(texts.agree);
  // The same way in which a server opens it.
  const { platform, requestAs, close } = await openPlatform(config);
  try {
    const [sealed, joined] = [await sealPlainTexts(requestAs), await joinSubjects(requestAs)];
    if (sealed > 0) say(texts.sealed(sealed));
    if (joined > 0) say(texts.joined(joined));
    const marked = await markBefore(requestAs);
    if (marked > 0) say(texts.marked(marked));
    await readRegistrationsBefore(requestAs);
    // The tables may be up already, and rows, or what a journal knows, not yet.
    if (plan.state !== 'CURRENT') say(texts.done(plan.to.number, platform.database.kind));
  } finally {
    await close();
  }
});
