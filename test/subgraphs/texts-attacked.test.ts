/** What steps of others do to a text: none lets it say more, and none takes it from its own subject (Article 23). */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { declareUnsafe, remakeAll } from '../../subgraphs/redaction/job.ts';
import { nothingKnown } from '../../subgraphs/redaction/known-values.ts';
import { knownOfSubject } from '../../subgraphs/redaction/open-form.ts';
import { AUTHORITY, MARKET_REGULATION, openWorld, PERMIT_OFFICE, subject, type World } from '../kit.ts';
import { COMPANY_NEW, DESK_CASE, decision, PERSON_NEW, QUIET, submit, TEXTS } from '../stories/withheld.ts';

it('A23.4 adversarial 77: a subject of whom more is found than is kept has a name masked in all that is formed with the text that tells it', () => {
  const one = nothingKnown();
  one.add({ personal: [], open: ['黑龙江测试不露面有限公司'] });
  const [surnames, given] = ['王李张刘陈杨赵黄周吴', '建国小梅志强海燕丽娟文博春雷雪松'];
  const sentences = Array.from({ length: 1_200 }, (_, at) => {
    const name = [surnames[at % 10], given[Math.floor(at / 10) % 16], given[Math.floor(at / 160) % 16]].join('');
    return `当事人${name}到场。`;
  });
  for (let at = 0; at < sentences.length; at += 100) one.redact(sentences.slice(at, at + 100).join(''));
  expect(one.kept.found).toHaveLength(1_000);
  expect(one.redact('当事人安宁到场。').text).toBe('当事人安*到场。');
  expect(one.redact(QUIET).text).toBe('夜间施工影响周边安*。');
});

it.each(['阿市木呷', '欧阳区区', '吉克市尔·阿木'])(
  'A23.4 the name of %s is personal: only a sole trader has a name of trade',
  (name) => {
    const said = {
      personal: true,
      type: 'CITIZEN_ID',
      value: '239999197705050010',
      address: null,
      phone: null,
    } as const;
    const one = nothingKnown();
    one.add(knownOfSubject({ ...said, name, birthDate: null }));
    expect(one.redact(`检查中${name}不配合。`).text).not.toContain(name);
    // The sign above a shop names nobody.
    const shop = '南岗区阿木餐饮店';
    const trader = nothingKnown();
    trader.add(knownOfSubject({ ...said, type: 'USCC', value: '92239999MA9XY0172N', name: shop, birthDate: null }));
    expect(trader.redact(`检查中${shop}不配合。`).text).toContain(shop);
  },
);

describe('texts of which others know how to make more', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('pglite');
  });
  afterAll(() => world.close());

  const read = async (
    about: typeof COMPANY_NEW,
    number: number,
    holder: Parameters<World['ask']>[0] = null,
    headers = {},
  ) => {
    const { data, errors } = await world.ask(holder, TEXTS, { id: about }, headers);
    expect(errors).toBeUndefined();
    return data.subject.records.nodes.find(({ documentNumber = '' }) => documentNumber?.endsWith(`74${number}号`));
  };

  it('A23.4 adversarial 77: a name that the last text of the first record tells stands in none of its earlier texts', async () => {
    await submit(world, 'PENALTY-GENERAL', decision(PERSON_NEW, 1, { facts: QUIET, content: '对当事人安宁警告。' }));
    expect(await read(PERSON_NEW, 1)).toMatchObject({ facts: '夜间施工影响周边安*。', content: '对当事人安*警告。' });
  });

  it('A23.4 adversarial 76: a delivery that calls a company after a person opens the person in no text', async () => {
    await submit(world, 'PENALTY-GENERAL', decision(COMPANY_NEW, 2, { facts: QUIET, legalRepresentativeName: '安宁' }));
    expect(await read(COMPANY_NEW, 2)).toMatchObject({ facts: '夜间施工影响周边安*。' });
    await submit(
      world,
      'PENALTY-GENERAL',
      decision(COMPANY_NEW, 3, { facts: `另查，${QUIET}` }, { subjectName: '安宁' }),
    );
    expect(await read(COMPANY_NEW, 3)).toMatchObject({ facts: '另查，夜间施工影响周边安*。' });
    const id = world.server.platform.secrets.subjectId(COMPANY_NEW.type, COMPANY_NEW.value);
    await world.server
      .requestAs({ role: 'OPERATOR' })
      .write('due', (em) =>
        sql`update public_credit.known_values set redaction = 1 where subject_id = ${id}::uuid`.execute(em.getKysely()),
      );
    expect(await remakeAll(world.server.requestAs, 100)).toMatchObject({ failed: 0 });
    for (const number of [2, 3]) expect((await read(COMPANY_NEW, number)).facts).toMatch(/夜间施工影响周边安\*。$/);
  });

  it('A23.4 A18.2 an edition that declares more elements personal masks them in records of before, about a company too', async () => {
    await submit(world, 'PENALTY-GENERAL', decision(COMPANY_NEW, 5, { conduct: '高峰', facts: '未公示。' }));
    const CONDUCT = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes {
      ... on AdministrativePenalty { documentNumber conduct } } } } }`;
    const seen = async () =>
      (await world.ask(null, CONDUCT, { id: COMPANY_NEW })).data.subject.records.nodes.find(({ documentNumber = '' }) =>
        documentNumber?.endsWith('745号'),
      ).conduct;
    expect(await seen()).toBe('高峰');
    const request = world.server.requestAs({ role: 'OPERATOR' });
    const { directory } = await request.snapshot();
    await request.abandon();
    const item = directory.items.get('PENALTY-GENERAL');
    if (item === undefined) throw new Error('PENALTY-GENERAL is not in force.');
    const { code, category, name, nameEn, conduct, nature, recordType, subjectKinds, providingUnit } = item;
    const { dataSource, sharing, openness, updateWithinWorkingDays, legalBasis, displayRequiredBy } = item;
    const { errors } = await world.ask(
      AUTHORITY,
      'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { edition } }',
      {
        input: {
          ...{ code, category, name, nameEn, conduct, nature, recordType, subjectKinds, providingUnit },
          ...{ dataSource, sharing, openness, updateWithinWorkingDays, legalBasis, displayRequiredBy },
          displayPeriod: { minimumMonths: item.displayMinimumMonths, maximumMonths: item.displayMaximumMonths },
          edition: '2026-stricter',
          publication: { reference: '例公告〔2026〕8号', publishedOn: '2026-11-20' },
          effectiveFrom: '2026-11-20',
          elements: item.elements.map(({ name: element, title, openness: open, personal }) => ({
            name: element,
            title,
            openness: open,
            personal: element === 'conduct' ? 'NAME' : personal,
          })),
        },
      },
    );
    expect(errors).toBeUndefined();
    expect(await seen()).toBe('高*');
  });

  it('A23.4 adversarial 77: who is found because another became known is masked in every text, of before and after', async () => {
    const about = { type: 'USCC', value: '92239999MA9XY0172N' } as const;
    const said = (number: number, facts: string, content: object = {}) =>
      decision(about, number, { facts, ...content }, { subjectName: '南岗区测试面馆' });
    const quiet = '夜间施工影响周边安康。';
    await submit(world, 'PENALTY-GENERAL', said(1, quiet));
    await submit(world, 'PENALTY-GENERAL', said(2, '现场由安宁、安康协商。'));
    await submit(world, 'PENALTY-GENERAL', said(3, quiet));
    expect(await read(about, 2)).toMatchObject({ facts: '现场由安宁、安康协商。' });
    await submit(world, 'PENALTY-MINOR', said(4, '未公示。', { legalRepresentativeName: '安宁' }));
    await submit(world, 'PENALTY-GENERAL', said(5, quiet));
    const facts = [];
    for (const number of [1, 2, 3, 5]) facts.push((await read(about, number)).facts);
    const masked = '夜间施工影响周边安*。';
    expect(facts).toEqual([masked, '现场由安*、安*协商。', masked, masked]);
  });

  it('A23.4 what is known of a subject and cannot be opened withholds its texts, and takes no other subject of the delivery along', async () => {
    const id = world.server.platform.secrets.subjectId(PERSON_NEW.type, PERSON_NEW.value);
    const keyed = (key: string, now: string) =>
      world.server
        .requestAs({ role: 'OPERATOR' })
        .write('due', (em) =>
          sql`update public_credit.known_values set key_id = ${now} where subject_id = ${id}::uuid and key_id = ${key}`.execute(
            em.getKysely(),
          ),
        );
    const own = world.server.platform.secrets.seal('', '').keyId;
    await keyed(own, 'lost');
    const { data, errors } = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }',
      {
        input: {
          item: 'PENALTY-GENERAL',
          records: [
            decision(COMPANY_NEW, 6, { facts: '未公示。' }),
            decision(PERSON_NEW, 7, { facts: `另查，${QUIET}` }),
          ],
        },
      },
    );
    expect(errors).toBeUndefined();
    expect(data.submitRecords).toEqual({ accepted: 2, rejected: [] });
    expect(await read(COMPANY_NEW, 6)).toMatchObject({ facts: '未公示。' });
    expect(await read(PERSON_NEW, 7)).toBeUndefined();
    const { data: open } = await world.ask(null, TEXTS, { id: PERSON_NEW });
    expect(open.subject.records.nodes.map(({ facts }: { facts: string }) => facts)).toContain(WITHHELD_TEXT);
    expect(JSON.stringify(open)).not.toContain('安宁');
    expect(await read(PERSON_NEW, 7, subject(PERSON_NEW))).toMatchObject({ facts: `另查，${QUIET}` });
    const failed = await remakeAll(world.server.requestAs, 100);
    expect(failed).toMatchObject({
      failed: 1,
      causes: ['a row cannot be opened with the keys of the key file; the log names it (KEYS.md)'],
    });
    await keyed('lost', own);
    expect(await remakeAll(world.server.requestAs, 100)).toMatchObject({ failed: 0, subjects: 1 });
    expect(await read(PERSON_NEW, 7)).toMatchObject({ facts: '另查，夜间施工影响周边安*。' });
  });

  it('A23.4 A35.1 a version that is declared unsafe withholds no clean text from its subject or an identified duty', async () => {
    await submit(world, 'PENALTY-GENERAL', decision(PERSON_NEW, 4, { facts: '未明码标价。' }));
    await declareUnsafe(world.server.requestAs, REDACTION_VERSION, 'A kind of name is not found.');
    expect(await read(PERSON_NEW, 4)).toBeUndefined();
    for (const [holder, headers] of [
      [subject(PERSON_NEW), {}],
      [PERMIT_OFFICE, DESK_CASE],
    ] as const)
      expect(await read(PERSON_NEW, 4, holder, headers)).toMatchObject({ facts: '未明码标价。', withheldTexts: [] });
  });
});
