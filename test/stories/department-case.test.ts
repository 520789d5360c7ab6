/** A permit desk with and without its case, and the subject who reads it back (Articles 22 and 35). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEI, onDatabaseOfStep, openWorld, PERMIT_OFFICE, subject, type World } from '../kit.ts';
import { refusals } from './operations.ts';

onDatabaseOfStep('a department and its case', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A22.1 a department is shown what its duty needs with the case that it handles, and nothing without one', async () => {
    const query = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
    const without = await world.ask(PERMIT_OFFICE, query, { id: MEI }, { purpose: 'PERMIT' });
    expect([without.data.subject, refusals(without)]).toEqual([null, ['subject FORBIDDEN CASE_REQUIRED 22']]);
    const seen = await world.ask(
      PERMIT_OFFICE,
      query,
      { id: MEI },
      { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审批受〔2026〕101号' },
    );
    expect(seen.data.subject.name).toBe('张小梅');
    const { data } = await world.ask(
      subject(MEI),
      '{ me { disclosures(first: 1) { nodes { recipient { code kind } purpose caseReference basis { article agreementId authorizationId } } } } }',
    );
    expect(data.me.disclosures.nodes[0]).toMatchObject({
      recipient: { code: 'HRB-PERMIT', kind: 'DEPARTMENT' },
      purpose: 'PERMIT',
      caseReference: '哈审批受〔2026〕101号',
      basis: { article: '22', agreementId: null, authorizationId: null },
    });
  });
});
