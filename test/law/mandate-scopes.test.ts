/** Every root field that is open to a subject says what it needs of a mandate, and no other does; the state of a registration (Article 35). */
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isStruckOff, MANDATE_SCOPES, SCOPE_OF } from '../../schema/law/asking/mandates.ts';
import type { Guard } from '../../subgraphs/authorization/policy.ts';
import { policy as catalog } from '../../subgraphs/catalog/policy.ts';
import { policy as publicCredit } from '../../subgraphs/public-credit/policy.ts';
import type { Context } from '../../subgraphs/request/context.ts';
import { policy as sanctions } from '../../subgraphs/sanctions/policy.ts';
import { typesFrom } from '../fuzz/whole/reach.ts';

/** As far as guards of root fields look: the role, and for what they ask beyond it, nothing. */
const SUBJECT = { caller: { role: 'SUBJECT', unit: null }, viaGateway: false } as unknown as Context;

const guardsOf = (type: 'Query' | 'Mutation'): [string, Guard][] =>
  [catalog, publicCredit, sanctions].flatMap((policy) =>
    Object.entries((policy as unknown as Record<string, Record<string, Guard>>)[type] ?? {}),
  );

/** A guard that goes on from the role to what is held decides by the subject that is asked for: it is open to the role. */
function isOpen({ check }: Guard, field: string): boolean {
  try {
    return check?.(SUBJECT, {}, field) === undefined;
  } catch {
    return true;
  }
}

describe('what a mandate must cover', () => {
  const open = [...guardsOf('Query'), ...guardsOf('Mutation')].flatMap(([field, guard]) =>
    isOpen(guard, field) ? [field] : [],
  );

  it('A35.1 every root field that is open to a subject stands in the table, and nothing else does', () => {
    expect(open.length).toBeGreaterThan(20);
    expect([...new Set(open)].sort()).toEqual(Object.keys(SCOPE_OF).sort());
  });

  it('A35.1 what changes something is never covered by a mandate to read', () => {
    for (const [field] of guardsOf('Mutation').filter(([name]) => name in SCOPE_OF))
      expect(SCOPE_OF[field], field).not.toBe('READ');
    for (const [field] of guardsOf('Query').filter(([name]) => name in SCOPE_OF))
      expect(SCOPE_OF[field], field).toBe('READ');
    // No mandate is passed on, and where the principal is told is its own.
    for (const field of ['registerMandate', 'endMandate', 'chooseChannel', 'confirmChannel'])
      expect(MANDATE_SCOPES).not.toContain(SCOPE_OF[field]);
  });

  it('A35.1 what a change answers with leads to no subject and to no list of records: a scope that is not to read reads nothing by it', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
    const fields = schema.getMutationType()?.getFields() ?? {};
    const changes = Object.values(fields).filter(
      ({ name }) => SCOPE_OF[name] !== undefined && SCOPE_OF[name] !== 'READ',
    );
    expect(changes.length).toBeGreaterThan(15);
    for (const { name, type } of changes)
      expect([
        name,
        ...['CreditSubject', 'CreditRecord'].filter((one) => typesFrom(schema, getNamedType(type).name).has(one)),
      ]).toEqual([name]);
    // The walk finds what is there: of a question it reaches both.
    expect([...typesFrom(schema, 'Query')]).toEqual(expect.arrayContaining(['CreditSubject', 'CreditRecord']));
  });

  it('A35.1 an organization is struck off where its registration says so, and not where it denies it or only asks', () => {
    for (const status of [
      '注销',
      '已注销',
      '吊销，已注销',
      ' 注 销 ',
      '注销登记',
      '注销申请已核准',
      '准予注销登记',
      '依职权注销',
      '简易注销',
    ])
      expect(isStruckOff(status), status).toBe(true);
    for (const status of [
      '存续',
      '在营（开业）',
      '吊销，未注销',
      '吊销未注销',
      '拟注销',
      '注销中',
      '注销备案',
      '简易注销公告',
      '简易注销公示期',
      '简易注销登记公告',
      '注销登记申请已受理',
      '注销登记办理中',
      '注销流程中',
      '终止简易注销',
      '拟予注销',
      '不予注销',
      '不予注销登记',
      '撤销注销登记',
      '注销已撤销',
      '注销登记被撤销',
      '注销申请被驳回',
      '尚未办理注销',
      '',
      null,
      undefined,
    ])
      expect(isStruckOff(status), String(status)).toBe(false);
  });
});
