/** Values with which messages.test.ts makes sentences that take one of a closed list, or an object. */

const PROVISION = { providingUnit: 'X2X', providerUnits: [], providerRule: null };
const RULED = { ...PROVISION, providerRule: { line: 'X5X', level: 'COUNTY', ownRegion: true } };
const UNIT = { code: 'X6X', line: 'X7X', level: 'CITY', region: '230100' };

const inBoth = (text: string) => ({ en: text, zh: text });
const TOLD = { day: 'X1X', unit: inBoth('X2X'), item: inBoth('X3X'), purpose: inBoth('X4X'), until: 'X5X' };

const PLAINLY_TOLD = [
  ...['encouraged', 'changed', 'objected', 'labelled', 'disclosed', 'authorizationEnds', 'added', 'newFacts'],
  ...['channelEnded', 'restorationRefused', 'complaintAnswered'],
];
const NAMED = { code: 'X1X', name: 'X2X', nameEn: 'X2X' };
/** Values of entries that take one of a closed list, or an object. */
export const OWN: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  ...Object.fromEntries(
    Object.entries({
      ...Object.fromEntries(PLAINLY_TOLD.map((name) => [name, []])),
      listed: [true, false],
      restored: [true, false],
      withdrawn: ['RESTORED', 'OBJECTION', 'FALLEN_BASIS', 'WRONG_SUBJECT', 'REMOVED', 'X6X'],
      decided: ['UPHELD', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'X6X'],
    }).map(([name, seconds]) => [
      `toldMessages.${name}`,
      [TOLD, { ...TOLD, purpose: null }].flatMap((told) =>
        (seconds.length === 0 ? [undefined] : seconds).map((second) => [told, second]),
      ),
    ]),
  ),
  'complaintMessages.noCollector': [[NAMED]],
  'complaintMessages.nobodyInCharge': [[NAMED]],
  'complaintMessages.ended': [NAMED, undefined].map((department) => [NAMED, 'X3X', department]),
  'engineMessages.lacking':
    'PRIMARY UNDONE ROW_POLICIES FORCED_POLICIES COLUMN_GRANTS STATEMENT_TRIGGERS DEFINER LOCAL_SETTINGS ADVISORY_LOCKS SNAPSHOT SKIP_LOCKED'
      .split(' ')
      .map((property) => [property]),
  'mandateTold.registered': [true, false].map((acting) => [TOLD, acting]),
  'mandateTold.used': ['EMPLOYEE', 'AGENT', 'GUARDIAN', 'LEGAL_REPRESENTATIVE', 'X6X'].map((kind) => [TOLD, kind]),
  'mandateTold.ended': [[TOLD]],
  'inputMessages.noneOfYours': [
    ...['mandate', 'authorization', 'designation', 'incentive', 'notice', 'pledge', 'record', 're-examination'],
  ].map((what) => [what]),
  'pledgeMessages.closed': [[['SERIOUSLY_UNTRUSTWORTHY']], [['PLEDGE_FAILED', 'PLEDGE_FALSE']]],
  'designationMessages.organMissing': [['STATE_ORGAN'], ['PUBLIC_INSTITUTION']],
  'documentMessages.over': ['fields', 'roots', 'depth', 'aliases', 'directives', 'fragments'].flatMap((what) => [
    [what, 7_001, 7_002],
    [what, undefined, 7_002],
  ]),
  'operationFileMessages.unusable': [['X1X', [{ en: 'X2X', zh: 'X2X' }]]],
  'operationFileMessages.invalid': [
    ['X1X', { line: 7_001, column: 7_002 }],
    ['X1X', undefined],
  ],
  'providerMessages.notProviding': [
    ['X1X', PROVISION, UNIT, 'NOT_NAMED'],
    ['X1X', { ...PROVISION, providerUnits: ['X3X', 'X4X'] }, UNIT, 'NOT_NAMED'],
    ...['ENDED', 'NOT_A_PROVIDER', 'LINE', 'LEVEL', 'REGION'].map((lack) => ['X1X', RULED, UNIT, lack]),
    ['X1X', RULED, { ...UNIT, line: null }, 'LINE'],
  ],
  'objectionMessages.wrongUnit': [[NAMED]],
  'providerMessages.otherRegion': [['X1X', UNIT, { en: 'X8X', zh: 'X8X' }]],
  'providerMessages.decidedBy': [
    ['ELSEWHERE', 'X1X'],
    ['LINE', 'X1X'],
    ['UNPLACED', 'X1X'],
  ],
  'unitMessages.region': ['MISSING', 'NATIONAL', 'UNKNOWN', 'LEVEL'].map((fault) => [fault, 'X1X', 'X2X']),
  'dutyMessages.registered': [[{ department: 'X1X', matter: 'X3X', items: ['X4X'] }, 'X2X']],
  'unitMessages.taken': [
    ['X1X', 'X2X'],
    ['X1X', null],
  ],
  'unitMessages.last': [
    ['X1X', 'OPERATOR'],
    ['X1X', 'AUTHORITY'],
  ],
  'unitMessages.uscc': [['X1X', '汉X1X']],
  'import.ts.summary': [
    [{ rows: 7_001, accepted: 7_002, unchanged: 7_003, corrected: 7_004, rejected: 7_005, late: 7_006 }, 7_007, 7_008],
  ],
  'import.ts.warnings': [[{ warnings: { DATE_WRITTEN: 7_001 }, warningsFile: 'X1X' }]],
  'backup.ts.made': [
    [{ path: 'X1X', bytes: 1, rows: 7_001, checkpoint: { size: 7_002, signedAt: 'X2X' }, seconds: 1 }],
    [{ path: 'X1X', bytes: 1, rows: 7_001, checkpoint: null, seconds: 1 }],
  ],
  'restore.ts.restored': [
    [
      {
        folder: 'X1X',
        takenAt: 'X2X',
        rows: 7_001,
        ledger: {
          entries: 7_002,
          pending: 7_003,
          newest: { size: 7_004, signedAt: 'X3X' },
          endedAgain: 7_005,
          gap: null,
        },
      },
    ],
    [
      {
        folder: 'X1X',
        takenAt: 'X2X',
        rows: 7_001,
        ledger: {
          entries: 7_002,
          pending: 7_003,
          newest: null,
          endedAgain: 7_005,
          gap: { id: 'X4X', fromSize: 7_006, fromAt: 'X5X', toSize: 7_007, toAt: 'X6X' },
        },
      },
    ],
  ],
  'verify-proof.ts.entry': [
    [{ at: 'X1X', who: 'X2X', purpose: 'X3X', items: ['X4X', 'X5X'] }],
    [{ at: 'X1X', who: 'X2X', purpose: '', items: [] }],
  ],
};
