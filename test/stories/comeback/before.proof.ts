/** Rows of a release that made no marks (Articles 36 to 40). A proof: what it stores is what the release before leaves. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markBefore } from '../../../subgraphs/rights/fallen/mark-before.ts';
import { COMPANY, onEachDatabase, openWorld, type World } from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty, upheld } from './delivering.ts';

onEachDatabase('records of before', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
  });
  afterAll(() => world.close());

  /** As the release before stores it: without a mark. */
  async function storeAsBefore(number: string): Promise<string> {
    await by.deliver(CITY, [penalty(number)]);
    const { platform, requestAs } = world.server;
    const subject = platform.secrets.subjectId('USCC', COMPANY.value);
    const [{ id = '' } = {}] = (await by.shown()).filter(({ documentNumber }) => documentNumber === number);
    await requestAs({ role: 'PROVIDER', unit: 'HRB-AMR' }).write('intake', async (em) => {
      await em.execute(
        `update public_credit.record set current = false where subject_id = '${subject}' and id = '${id}'`,
      );
      const kept = `subject_id, id, personal, item, edition, type, nature, occurred_on, displayed_until, display, providing_unit, basis_document, basis_mark,
        content, natural_key, content_hash, source_unit, submission_id, received_at, change, redaction, stated_name, stated_address, stated_phone`;
      await em.execute(`insert into public_credit.record (version, current, ${kept}) select 2, true, ${kept} from public_credit.record
        where subject_id = '${subject}' and id = '${id}'`);
    });
    return id;
  }

  it('A36.2 adversarial 100: what fell without a mark is known in its own spelling, and once it is marked in any', async () => {
    const number = '哈市监罚〔2026〕601号';
    await upheld(world, 'HRB-AMR', await storeAsBefore(number));
    expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ accepted: 0, rejected: [{ code: 'FELL' }] });
    expect(await by.deliver(PROVINCE, [penalty('哈市监罚（2026） 601号')])).toMatchObject({ accepted: 1 });
    expect((await by.held()).nodes).toMatchObject([{ cause: 'OBJECTION', unit: { code: 'HLJ-AMR' } }]);
    // What stands is marked as well as what fell, and each once.
    const standing = await storeAsBefore('哈市监罚〔2026〕602号');
    expect(await markBefore(world.server.requestAs)).toBe(2);
    expect(await markBefore(world.server.requestAs)).toBe(0);
    const spelled = '哈市監罰【二〇二六】第六百零一號';
    expect(await by.deliver(CITY, [penalty(spelled)])).toMatchObject({ accepted: 0, rejected: [{ code: 'FELL' }] });
    await upheld(world, 'HRB-AMR', standing);
    expect(await by.deliver(CITY, [penalty('哈市监罚〔2026〕0602号')])).toMatchObject({
      accepted: 0,
      rejected: [{ code: 'FELL' }],
    });
    expect(await by.deliver(CITY, [penalty('哈市监罚〔2026〕603号')])).toMatchObject({ accepted: 1, rejected: [] });
  });
});
