/**
 * A permit desk: a program of its own that knows nothing of this project but what is promised to callers. It works through a day of
 * applications, asks before it decides, believes an answer only when its token verifies, and files it.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';

const HELP = `A permit desk, as a client of the gateway (Articles 43 and 44).

  node test/desk/desk.ts --url URL --applications FILE --filed FILE   asks for each application and files the answers
  node test/desk/desk.ts --url URL --verify FILE                     verifies what was filed

DESK_TOKEN is a token of role department; --unit names the unit that it is for. Files are lines of JSON. An application is
{ "case", "matter", "subjects": [{ "type", "value" }] }: with one subject it is asked alone, with several as a batch.
A filed line is { "case", "matter", "subject", "began", "ended", "attempts", "answer", "token" }; began and ended are milliseconds.

  --purpose CODE   purpose that is stated (PERMIT)
  --unit CODE      unit that the tokens must name (HRB-PERMIT)
  --at-once N      applications handled at once (4)

Exits with 1 where an application could not be filed or a filed token does not verify.`;

interface Application {
  readonly case: string;
  readonly matter: string;
  readonly subjects: readonly { readonly type: string; readonly value: string }[];
}

interface Answer {
  readonly id: string;
  readonly complete: boolean;
  readonly missingSources: readonly string[];
  readonly token: string | null;
}

interface Reply {
  readonly data?: {
    readonly matterCheck?: Answer | null;
    readonly matterChecks?: readonly (Answer | null)[] | null;
  } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly reason?: string } }[];
}

const FIELDS = `id subjectFound complete missingSources supersedes findings { kind summary article } measures { code until article }
  pledge { eligible reasons } incentives { code } supervision { class } token`;
const ONE = `query Desk($id: SubjectIdentifierInput!, $matter: String!) { matterCheck(subject: $id, matter: $matter) { ${FIELDS} } }`;
const MANY = `query DeskBatch($ids: [SubjectIdentifierInput!]!, $matter: String!) { matterChecks(subjects: $ids, matter: $matter) { ${FIELDS} } }`;
const ATTEMPTS = 20;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    url: { type: 'string' },
    applications: { type: 'string' },
    filed: { type: 'string' },
    verify: { type: 'string' },
    purpose: { type: 'string', default: 'PERMIT' },
    unit: { type: 'string', default: 'HRB-PERMIT' },
    'at-once': { type: 'string', default: '4' },
  },
});

const lines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', values.url ?? 'http://127.0.0.1:4000'));

/** Throws unless the token is of the gateway, for this unit, case and matter. */
async function verified(token: string, application: Pick<Application, 'case' | 'matter'>): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    typ: 'credit-matter+jwt',
    algorithms: ['EdDSA'],
    issuer: 'credit-gateway',
  });
  for (const [name, expected] of Object.entries({
    unit: values.unit,
    case: application.case,
    matter: application.matter,
  }))
    if (payload[name] !== expected) throw new Error(`The token is of another ${name}.`);
  return payload;
}

async function ask(application: Application): Promise<(Answer | null)[] | string> {
  const alone = application.subjects.length === 1;
  const response = await fetch(`${values.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env.DESK_TOKEN ?? ''}`,
      'credit-purpose': values.purpose,
      'credit-case': encodeURIComponent(application.case),
    },
    body: JSON.stringify({
      query: alone ? ONE : MANY,
      variables: alone
        ? { id: application.subjects[0], matter: application.matter }
        : { ids: application.subjects, matter: application.matter },
    }),
  });
  const { data, errors } = (await response.json()) as Reply;
  const reason = errors?.[0]?.extensions?.reason;
  // What was asked was changed meanwhile: ask again, and get what holds now.
  if (reason === 'OVERTAKEN') return 'overtaken';
  if (errors !== undefined) throw new Error(errors[0]?.message ?? 'refused');
  const answers = alone ? [data?.matterCheck ?? null] : [...(data?.matterChecks ?? [])];
  // Not decided on half an answer: silence is never "clean".
  return answers.some((answer) => answer?.complete === false) ? 'incomplete' : answers;
}

async function file(application: Application): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const began = Date.now();
    const answers = await ask(application);
    const ended = Date.now();
    if (typeof answers === 'string') continue;
    for (const [place, answer] of answers.entries()) {
      if (answer === null || answer.token === null) throw new Error('An answer has no token.');
      const payload = await verified(answer.token, application);
      if (payload.jti !== answer.id) throw new Error('The token is of another answer.');
      const { case: reference, matter } = application;
      const subject = application.subjects[place];
      const line = { case: reference, matter, subject, began, ended, attempts: attempt, answer, token: answer.token };
      appendFileSync(values.filed ?? '', `${JSON.stringify(line)}\n`);
    }
    return;
  }
  throw new Error(`No whole answer in ${ATTEMPTS} attempts.`);
}

/** Handles all, some at once; says what failed and goes on. */
async function work<One extends { readonly case: string }>(
  applications: readonly One[],
  handle: (one: One) => Promise<void>,
): Promise<number> {
  const waiting = [...applications];
  let failed = 0;
  await Promise.all(
    Array.from({ length: Math.max(1, Number(values['at-once'])) }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
        try {
          await handle(one);
        } catch (error) {
          failed += 1;
          process.stderr.write(`${one.case}: ${(error as Error).message}\n`);
        }
    }),
  );
  return failed;
}

if (values.help === true || values.url === undefined) {
  say(HELP);
  process.exitCode = values.help === true ? 0 : 1;
} else if (values.verify !== undefined) {
  const filed = lines<Application & { token: string }>(values.verify);
  const failed = await work(filed, async (line) => void (await verified(line.token, line)));
  say(`${filed.length - failed} verified, ${failed} refused`);
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  const applications = lines<Application>(values.applications ?? '');
  writeFileSync(values.filed ?? '', '');
  const failed = await work(applications, file);
  say(`${applications.length - failed} applications filed, ${failed} not`);
  process.exitCode = failed === 0 ? 0 : 1;
}
