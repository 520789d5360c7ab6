/** What was refused to an analyst is an entry, of which no kind of recipient was known: whoever oversees could not read the page on which it stood. */
import { expect, it } from 'vitest';
import { ANALYST, AUTHORITY, COMPANY, OPERATOR, onDatabaseOfStep, sharedWorld } from '../../kit.ts';

const SUBJECT = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id } }';
const REFUSED =
  '{ disclosures(filter: { unit: "HLJ-CREDIT", outcome: REFUSED }, first: 100) { nodes { reason recipient { code kind } } } }';

onDatabaseOfStep('what was refused to an analyst', (kind) => {
  it('A17.1 A22.1 is read by who runs and who oversees the platform, as of the operator whose analyst asked', async () => {
    const world = await sharedWorld(kind);
    const asked = await world.ask(ANALYST, SUBJECT, { id: COMPANY });
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ROLE' });
    for (const holder of [OPERATOR, AUTHORITY]) {
      const { data, errors } = await world.ask(holder, REFUSED);
      expect(errors).toBeUndefined();
      // The world is shared: others of the same code may have been refused before.
      expect(data.disclosures.nodes).toContainEqual({
        reason: 'ROLE',
        recipient: { code: 'HLJ-CREDIT', kind: 'OPERATOR' },
      });
    }
  });
});
