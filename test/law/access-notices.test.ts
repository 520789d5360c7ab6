/** What a party is told of its own access: every kind of notice, and what is none. Dates are counted by hand from 2026-11-20. */
import { describe, expect, it } from 'vitest';
import {
  accessNotices,
  type Known,
  type NoticedAgreement,
  type NoticedEdition,
} from '../../schema/law/asking/access-notices.ts';

const TODAY = '2026-11-20';
const agreement = (more: Partial<NoticedAgreement> = {}): NoticedAgreement => ({
  items: ['ARREARS'],
  purposes: ['LOAN'],
  validFrom: '2026-01-01',
  lastDay: '2027-12-31',
  concludedAt: '2025-12-20T01:00:00.000Z',
  stoppedAt: null,
  ...more,
});
const edition = (more: Partial<NoticedEdition> = {}): NoticedEdition => ({
  code: 'ARREARS',
  openness: 'AGREEMENT',
  subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON'],
  publishedOn: '2025-12-01',
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
  elements: [
    { name: 'amount', openness: 'AGREEMENT' },
    { name: 'authority', openness: 'UNCONDITIONAL' },
  ],
  ...more,
});

/** The newest edition that has begun, unless it has ended: Articles 7 and 18, written down once more. */
const inForceOf =
  (editions: readonly NoticedEdition[]) =>
  (code: string, date: string): NoticedEdition | undefined => {
    const [newest] = editions
      .filter((one) => one.code === code && one.effectiveFrom <= date && one.publishedOn <= date)
      .toSorted((left, right) => (left.effectiveFrom < right.effectiveFrom ? 1 : -1));
    return newest?.effectiveUntil !== null && (newest?.effectiveUntil ?? '') < date ? undefined : newest;
  };

const notices = (known: Partial<Known>) => {
  const editions = known.editions ?? [edition()];
  return accessNotices({
    today: TODAY,
    agreements: [agreement()],
    editions,
    inForce: inForceOf(editions),
    endings: [],
    ...known,
  });
};

describe('A23.2 notices of access', () => {
  it('an agreement and an item that go on are no notice', () => expect(notices({})).toEqual([]));

  it('an agreement that ends within thirty days, or ended within the last thirty, and no other', () => {
    const until = (lastDay: string) =>
      notices({ agreements: [agreement({ lastDay })] }).map(({ kind, from, at }) => ({ kind, from, at }));
    // 2026-12-20 is thirty days ahead: the last day before it is the 19th.
    expect(until('2026-12-19')).toEqual([{ kind: 'AGREEMENT', from: '2026-12-20', at: '2026-11-19T16:00:00.000Z' }]);
    expect(until('2026-12-20')).toEqual([]);
    expect(until('2026-10-20')).toEqual([{ kind: 'AGREEMENT', from: '2026-10-21', at: '2026-09-20T16:00:00.000Z' }]);
    expect(until('2026-10-19')).toEqual([]);
  });

  it('one that was ended or suspended is told from when it was, and only for what no other agreement covers', () => {
    const ended = agreement({
      lastDay: '2026-11-14',
      stoppedAt: '2026-11-15T03:00:00.000Z',
      purposes: ['LOAN', 'MONITORING'],
    });
    expect(notices({ agreements: [ended] })).toEqual([
      {
        at: '2026-11-15T03:00:00.000Z',
        kind: 'AGREEMENT',
        from: '2026-11-15',
        item: null,
        purposes: ['LOAN', 'MONITORING'],
      },
    ]);
    expect(notices({ agreements: [ended, agreement()] }).map(({ purposes }) => purposes)).toEqual([['MONITORING']]);
    expect(notices({ agreements: [ended, agreement({ purposes: ['LOAN', 'MONITORING'] })] })).toEqual([]);
    // Never in force: ended before its first day.
    expect(notices({ agreements: [agreement({ validFrom: '2026-12-01', lastDay: '2026-11-14' })] })).toEqual([]);
  });

  it('an item that ends without another edition', () => {
    const ending = edition({ effectiveUntil: '2026-12-01' });
    expect(notices({ editions: [ending] })).toEqual([
      { at: '2026-11-01T16:00:00.000Z', kind: 'ITEM', from: '2026-12-02', item: 'ARREARS', purposes: ['LOAN'] },
    ]);
    const next = edition({ effectiveFrom: '2026-12-02', publishedOn: '2026-11-10' });
    expect(notices({ editions: [next, ending] })).toEqual([]);
    // Not agreed, so nothing of it was seen.
    expect(notices({ editions: [{ ...ending, code: 'OTHER' }] })).toEqual([]);
  });

  it.each([
    ['AGREEMENT', 'SELF_ONLY', 'TIER'],
    ['UNCONDITIONAL', 'AGREEMENT', 'TIER'],
    ['UNCONDITIONAL', 'SELF_ONLY', 'TIER'],
    ['AGREEMENT', 'UNCONDITIONAL', undefined],
    ['AGREEMENT', 'AGREEMENT', undefined],
    ['SELF_ONLY', 'SELF_ONLY', undefined],
    ['SELF_ONLY', 'AGREEMENT', undefined],
  ] as const)('an item that goes from %s to %s', (before, after, kind) => {
    const editions = [
      edition({ openness: after, effectiveFrom: '2026-12-10', publishedOn: '2026-11-18' }),
      edition({ openness: before }),
    ];
    expect(notices({ editions }).map((one) => one.kind)).toEqual(kind === undefined ? [] : [kind]);
  });

  it('an edition that shows less: an element closed or gone, a kind of subject gone; one that shows more is none', () => {
    const next = (more: Partial<NoticedEdition>) =>
      notices({
        editions: [edition({ effectiveFrom: '2026-12-10', publishedOn: '2026-11-18', ...more }), edition()],
      }).map(({ kind, at }) => `${kind} ${at}`);
    const told = ['EDITION 2026-11-17T16:00:00.000Z'];
    expect(next({ elements: [{ name: 'authority', openness: 'UNCONDITIONAL' }] })).toEqual(told);
    expect(
      next({
        elements: [
          { name: 'amount', openness: 'SELF_ONLY' },
          { name: 'authority', openness: 'UNCONDITIONAL' },
        ],
      }),
    ).toEqual(told);
    expect(
      next({
        elements: [
          { name: 'amount', openness: 'AGREEMENT' },
          { name: 'authority', openness: 'AGREEMENT' },
        ],
      }),
    ).toEqual(told);
    expect(next({ subjectKinds: ['LEGAL_PERSON'] })).toEqual(told);
    expect(next({ elements: [...edition().elements, { name: 'more', openness: 'SELF_ONLY' }] })).toEqual([]);
    // Beyond thirty days.
    expect(next({ effectiveFrom: '2026-12-21' })).toEqual([]);
  });

  it('authorizations that end soon, by purpose; the newest notice first', () => {
    const all = notices({
      agreements: [agreement({ lastDay: '2026-12-05' })],
      endings: [
        { purpose: 'LOAN', from: '2026-12-01' },
        { purpose: 'MONITORING', from: '2026-12-15' },
      ],
    });
    expect(all.map(({ kind, at, purposes }) => [kind, at, purposes])).toEqual([
      ['AUTHORIZATIONS', '2026-11-14T16:00:00.000Z', ['MONITORING']],
      ['AGREEMENT', '2026-11-05T16:00:00.000Z', ['LOAN']],
      ['AUTHORIZATIONS', '2026-10-31T16:00:00.000Z', ['LOAN']],
    ]);
  });
});
