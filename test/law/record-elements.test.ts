/** What a record may hold: the elements of its items are fields of its type, each has its form, and what is personal in it does not lie open. */
import { readFileSync } from 'node:fs';
import { Kind, parse, type TypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { RECORD_TYPES } from '../../schema/law/facts.ts';
import { formOf } from '../../schema/law/records/element-forms.ts';
import { opened } from '../opened.ts';
import { SAMPLE_ITEMS } from '../sample-province.ts';

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** Fields of each object type of the subgraph, with their types. */
const TYPES = new Map(
  parse(readFileSync(new URL('../../schema/public-credit.graphql', import.meta.url), 'utf8')).definitions.flatMap(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [
            [
              definition.name.value,
              new Map((definition.fields ?? []).map((field) => [field.name.value, nameOf(field.type)])),
            ] as const,
          ]
        : [],
  ),
);

/** Elements that are parts of another field: of the representative, of the deciding authority, or of the period of display. */
const PARTS = /^(legalRepresentative(Name|IdType|IdNumber)|authority(Code|Name)|displayUntil)$/;

/** Fields that every record has: the platform sets them, and no provider. */
const COMMON = new Set(['occurredOn', 'displayedUntil']);

const ITEMS = SAMPLE_ITEMS.filter(({ information }) => information === 'PUBLIC');

describe('the elements of records', () => {
  it('A18.1 are fields of the type of the record, or parts of one', () => {
    const unknown = ITEMS.flatMap(({ code, recordType, elements }) =>
      elements
        .filter(({ name }) => TYPES.get(recordType)?.has(name) !== true && !PARTS.test(name))
        .map(({ name }) => `${code}.${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('A23.4 that are dates or amounts have a form: they are not scanned, so nothing else may stand in them', () => {
    const typed = RECORD_TYPES.flatMap((type) =>
      [...(TYPES.get(type) ?? [])]
        .filter(([name, of]) => (of === 'Date' || name.endsWith('Yuan')) && !COMMON.has(name))
        .map(([name]) => [type, name] as const),
    );
    expect(typed.length).toBeGreaterThan(8);
    expect(typed.filter(([type, name]) => formOf(type, name) === undefined)).toEqual([]);
  });

  it('A23.4 that are personal leave masked in the record of a company too, but its own name', () => {
    const item = ITEMS.find(({ recordType }) => recordType === 'Registration');
    if (item === undefined) throw new Error('There is no item of registrations.');
    const personal = [
      ['legalRepresentativeName', 'NAME', '张小梅', '张**'],
      // An element that somebody adds later, as a citizen number, a telephone or an address of a contact.
      ['contactNumber', 'CITIZEN_ID', '239999199003070016', '23****************'],
      ['contactPhone', 'PHONE', '13800138000', '138********'],
      ['contactAddress', 'ADDRESS', '黑龙江省哈尔滨市南岗区花园街1号2单元', '黑龙江省哈尔滨市南岗区****'],
    ] as const;
    const company = {
      item: {
        ...item,
        elements: [
          ...item.elements.filter(({ name }) => name === 'legalName'),
          ...personal.map(([name, kind]) => ({ name, title: name, personal: kind, openness: 'UNCONDITIONAL' })),
        ],
      },
      subject: {
        type: 'USCC',
        value: '91239999MA1ABC019L',
        personal: false,
        name: '哈尔滨示例冰雪设备有限公司',
        address: null,
        phone: null,
      },
      content: {
        legalName: '哈尔滨示例冰雪设备有限公司',
        ...Object.fromEntries(personal.map(([name, , value]) => [name, value])),
      },
    } as unknown as Parameters<typeof opened>[0];
    expect(opened(company)).toEqual({
      legalName: '哈尔滨示例冰雪设备有限公司',
      ...Object.fromEntries(personal.map(([name, , , masked]) => [name, masked])),
    });
  });
});
