/** What is sealed in a link to a report, who can open it, and how often. */
import { describe, expect, it } from 'vitest';
import { OPENINGS_MAX, openingCounter, openLink, sealLink, validUntil } from '../../gateway/reports/link.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import type { Caller } from '../../subgraphs/request/context.ts';

const NOW = new Date('2026-11-20T02:00:00.000Z');
const REPORT = '6f9619ff-8b86-4011-b42d-00cf4fc964ff';
const SUBJECT = {
  type: 'CITIZEN_ID',
  value: '239999199003070016',
  id: '11111111-0000-8000-8000-000000000000',
} as const;
const caller: Caller = {
  role: 'SUBJECT',
  unit: null,
  subject: SUBJECT,
  purpose: null,
  caseReference: null,
  channel: 'WINDOW',
  tokenExpiresAt: '2026-11-20T02:05:00.000Z',
  requestId: 'r',
  language: 'zh',
};
const config = freshSecrets();
const secrets = openSecrets(config);
const sealed = () => sealLink(secrets, caller, REPORT, validUntil(NOW));

describe('a link', () => {
  it('A36.3 opens as what it was sealed from, without the number of a person', () => {
    const link = openLink(secrets, sealed());
    expect(link).toMatchObject({ report: REPORT, until: Date.parse('2026-11-20T02:10:00.000Z') });
    expect(link?.caller).toEqual({
      role: 'SUBJECT',
      unit: null,
      subject: { type: 'CITIZEN_ID', value: '', id: SUBJECT.id },
      purpose: null,
      caseReference: null,
      matter: null,
      channel: 'WINDOW',
    });
    expect(JSON.stringify(secrets.openLink(sealed()))).not.toContain(SUBJECT.value);
  });

  it('A36.3 is not opened with another key of cursors, and with no other key changed', () => {
    const link = sealed();
    expect(openLink(openSecrets({ ...freshSecrets(), cursor: config.cursor }), link)?.report).toBe(REPORT);
    expect(openLink(openSecrets({ ...config, cursor: freshSecrets().cursor }), link)).toBeUndefined();
  });

  it('A36.3 has one spelling: a changed character, more of them or fewer, and it is none', () => {
    const link = sealed();
    for (let place = 0; place < link.length; place += 1) {
      const other = link[place] === 'A' ? 'B' : 'A';
      expect(openLink(secrets, `${link.slice(0, place)}${other}${link.slice(place + 1)}`)).toBeUndefined();
    }
    for (const torn of [
      '',
      link.slice(1),
      link.slice(0, -1),
      `${link}A`,
      `${link}=`,
      ` ${link}`,
      `${link}\n`,
      `${link}${'A'.repeat(5_000)}`,
    ])
      expect(openLink(secrets, torn)).toBeUndefined();
    // Two links to one report have nothing in common.
    expect(sealed().slice(0, 16)).not.toBe(link.slice(0, 16));
  });
});

describe('the openings of a link', () => {
  it('A36.3 are counted for each link, until it has expired', () => {
    const mayOpen = openingCounter();
    const [one, other] = ['one', 'other'].map((id) => ({ id, until: NOW.getTime() + 600_000 })) as [
      { id: string; until: number },
      { id: string; until: number },
    ];
    const times = (link: typeof one, at: Date) => Array.from({ length: OPENINGS_MAX + 2 }, () => mayOpen(link, at));
    expect(times(one, NOW)).toEqual([...Array(OPENINGS_MAX).fill(true), false, false]);
    expect(mayOpen(other, NOW)).toBe(true);
    expect(mayOpen(one, new Date(NOW.getTime() + 599_000))).toBe(false);
  });
});
