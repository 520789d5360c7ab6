/** `npm run token`: prints one development token and nothing else on standard output. */
import type { UnitRole } from '../../schema/law/asking/unit-roles.ts';
import { IDENTIFIER_TYPES, ROLES } from '../../schema/law/facts.ts';
import { checkIdentifier } from '../../schema/law/records/identifiers.ts';
import type { Language } from '../../schema/localized.ts';
import { openDevelopmentIssuer } from '../identity/development-issuer.ts';
import { readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { faultOfUnit } from './beside/known-units.ts';
import { TEXTS } from './texts/token.ts';

type Texts = (typeof TEXTS)[Language];

/** The server would refuse the token: it is said here, where the number is typed. */
function checkSubject(subject: string, texts: Texts): void {
  const type = IDENTIFIER_TYPES.find((known) => subject.startsWith(`${known}:`)) ?? wrong(texts, texts.subjectForm);
  const checked = checkIdentifier(type, subject.slice(type.length + 1), { unassignedRegions: 'allow' });
  if (!checked.ok) wrong(texts, texts.subjectNotValid({ en: checked.message, zh: checked.zh }));
}

/** An argument is wrong: the help stands behind it. */
function wrong(texts: Texts, fault: string): never {
  return fail(`${fault}\n\n${texts.help}`);
}

const OPTIONS = {
  role: { type: 'string' },
  unit: { type: 'string' },
  subject: { type: 'string' },
  scope: { type: 'string' },
  expires: { type: 'string', default: '15m' },
} as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, texts }) => {
  const role = values.role?.toLowerCase() ?? wrong(texts, texts.roleMissing);
  if (role === 'public' || !ROLES.some((known) => known.toLowerCase() === role)) wrong(texts, texts.noRole(role));
  if (role === 'subject' && values.subject === undefined) wrong(texts, texts.needsSubject);
  if (role !== 'subject' && values.unit === undefined) wrong(texts, texts.needsUnit(role));
  if (values.subject !== undefined) checkSubject(values.subject, texts);
  if (!/^\d+\s*(s|m|h|d)$/.test(values.expires)) wrong(texts, texts.noLength(values.expires));
  const config = readConfig();
  if (config.mode === 'production') wrong(texts, texts.production);
  if (values.unit !== undefined && role !== 'subject') {
    const fault = await faultOfUnit(config, role.toUpperCase() as UnitRole, values.unit, texts);
    if (fault !== undefined) process.stderr.write(`${fault.message}\n`);
    if (fault?.sure === true) process.exit(1);
  }
  const issuer = await openDevelopmentIssuer(config.folder);
  const token = await issuer.sign(
    {
      sub: values.unit ?? 'subject',
      role,
      ...(values.unit === undefined ? {} : { unit: values.unit }),
      ...(values.subject === undefined ? {} : { subject: values.subject }),
      ...(values.scope === undefined ? {} : { scope: values.scope.split(',').join(' ') }),
    },
    values.expires,
  );
  process.stdout.write(`${token}\n`);
});
