/** `npm run token`: prints one development token and nothing else on standard output. */
import { parseArgs } from 'node:util';
import type { UnitRole } from '../../schema/law/asking/unit-roles.ts';
import { IDENTIFIER_TYPES, ROLES } from '../../schema/law/facts.ts';
import { checkIdentifier } from '../../schema/law/records/identifiers.ts';
import { openDevelopmentIssuer } from '../identity/development-issuer.ts';
import { readConfig } from '../settings/config.ts';
import { faultOfUnit } from './known-units.ts';

const HELP = `Prints one development token.

  npm run --silent token -- --role ROLE [--unit UNIT] [--subject TYPE:VALUE] [--scope a,b] [--expires 15m]

  --role      ${ROLES.filter((role) => role !== 'PUBLIC')
    .join(', ')
    .toLowerCase()}
  --unit      code of the caller's unit; needed by every role but subject (sample: BANK-A, HRB-PERMIT, HLJ-AMR, HLJ-CREDIT …)
  --subject   the calling subject, for role subject: ${IDENTIFIER_TYPES.join(' | ')}:VALUE
  --scope     scopes, separated by commas
  --expires   life of the token, such as 15m, 2h (default 15m)

The token is signed by the development issuer, whose key lies in DATA_DIR (data/). A server in production does not accept it.`;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n\n${HELP}\n`);
  process.exit(1);
};

/** The server would refuse the token: it is said here, where the number is typed. */
function checkSubject(subject: string): void {
  const type =
    IDENTIFIER_TYPES.find((known) => subject.startsWith(`${known}:`)) ??
    fail('--subject is not of the form TYPE:VALUE.');
  const checked = checkIdentifier(type, subject.slice(type.length + 1), { unassignedRegions: 'allow' });
  if (!checked.ok) fail(`--subject holds no valid identification number. ${checked.message}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      unit: { type: 'string' },
      subject: { type: 'string' },
      scope: { type: 'string' },
      expires: { type: 'string', default: '15m' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const role = values.role?.toLowerCase() ?? fail('--role is missing.');
  if (role === 'public' || !ROLES.some((known) => known.toLowerCase() === role)) fail(`There is no role ${role}.`);
  if (role === 'subject' && values.subject === undefined) fail('A token of role subject needs --subject TYPE:VALUE.');
  if (role !== 'subject' && values.unit === undefined) fail(`A token of role ${role} needs --unit UNIT.`);
  if (values.subject !== undefined) checkSubject(values.subject);
  if (!/^\d+\s*(s|m|h|d)$/.test(values.expires)) fail(`--expires ${values.expires} is no length of time such as 15m.`);
  const config = readConfig();
  if (config.mode === 'production') fail('There is no development issuer in production. Ask your issuer for a token.');
  if (values.unit !== undefined && role !== 'subject') {
    const fault = await faultOfUnit(config, role.toUpperCase() as UnitRole, values.unit);
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
}

await main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
