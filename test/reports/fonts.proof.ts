/**
 * The fonts of PDF reports: every name is spelled, and a font file that is at fault is said at start, or costs no report. A proof: PDFs are made, and
 * fonts of this machine are read where there are any.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { FontFault, readFace } from '../../gateway/reports/pdf/font-file.ts';
import { type FontOptions, openFonts } from '../../gateway/reports/pdf/fonts.ts';
import { reportPdf } from '../../gateway/reports/pdf/pdf.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { textOfPdf } from '../stories/report-kit.ts';
import { collectionFile, fontFile } from './font.ts';
import { bundledFonts, CURRENT, reportOf } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** Characters of extension B (Unicode 3.1), which the bundled font lacks. */
const [YOSHI, RARE] = [0x20bb7, 0x2a6d6];
const both = { points: [YOSHI, RARE] };

/** A file of which one byte is another one. */
const damaged = (bytes: Buffer, place: number): Buffer => {
  const other = Buffer.from(bytes);
  other.writeUInt8(255 - other.readUInt8(place), place);
  return other;
};

const printed = async (name: string, fonts: Partial<FontOptions>): Promise<string | undefined> => {
  const report = reportOf({ subject: { name, kind: null, identifier: null } });
  const pdf = await reportPdf(report, CURRENT, await bundledFonts(fonts));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  return textOfPdf(pdf);
};

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

describe.runIf(hasPoppler)('a character that the bundled font lacks', () => {
  it('A36.3 is drawn by the first font that holds it, and is text that can be searched and copied', async () => {
    const file = write('both.ttf', fontFile(both));
    expect(await printed('䶮㛃镕𠮷𪛖', { files: [file] })).toContain('䶮㛃镕𠮷𪛖');
    expect(await printed('䶮㛃镕𠮷𪛖', { system: [file] })).toContain('䶮㛃镕𠮷𪛖');
    // Each from its own file.
    const files = [YOSHI, RARE].map((point) =>
      write(`${point}.ttf`, fontFile({ points: [point], name: `Box${point}` })),
    );
    const text = await printed('𠮷一𪛖', { files });
    expect(text).toContain('𠮷一𪛖');
    expect(text).not.toContain('[U+');
  });

  it('A36.3 is a code point where no font holds it, and the report says so; one that some font holds is not', async () => {
    const text = await printed('䶮𠮷𪛖', { files: [write('one.ttf', fontFile({ points: [YOSHI] }))] });
    expect(text).toContain('䶮𠮷[U+2A6D6]');
    expect(text).toContain('以码位');
    expect(await printed('䶮', {})).not.toContain('以码位');
  });

  it('A36.3 is sought in the order of the files, and no further than it is found', async () => {
    const files = ['first.ttf', 'second.ttf'].map((name) => write(name, fontFile({ points: [YOSHI], name })));
    const torn = write('behind.ttf', Buffer.alloc(3));
    const warned: unknown[] = [];
    const log = { warn: (told: unknown) => void warned.push(told) } as unknown as FontOptions['log'];
    const fonts = await openFonts({ files, system: [torn], log });
    const faces = await fonts.facesFor(new Set([0x4e00, YOSHI]));
    expect(faces.slice(1).map(({ path }) => path)).toEqual(files.slice(0, 1));
    expect(warned).toEqual([]);
    expect(await fonts.facesFor(new Set([0x4e00, RARE]))).toHaveLength(1);
    expect(warned).toHaveLength(1);
  });

  it('A36.3 is not left to a font that names it and draws nothing: it is never an empty place', async () => {
    const system = [
      write('nothing-1.ttf', fontFile({ ...both, emptyOutlines: true })),
      write('something.ttf', fontFile({ points: [YOSHI] })),
    ];
    expect(await printed('𠮷𪛖', { system })).toContain('𠮷[U+2A6D6]');
  });

  it('A36.3 is drawn from a collection too', async () => {
    const file = write('both.ttc', collectionFile({ points: [0x41], name: 'First' }, { ...both, name: 'BoxesSC' }));
    expect(await printed('𠮷𪛖', { files: [file] })).toContain('𠮷𪛖');
  });
});

describe('a font file of REPORT_FONTS', () => {
  const whole = fontFile(both);
  /** What the start says of a file. */
  const said = async (path: string) => {
    const fault = await openFonts({ files: [path], log: pino({ level: 'silent' }) }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(ConfigFault);
    return (fault as ConfigFault).localized;
  };

  it.each([
    ['is not there', () => join(folder, 'missing.ttf'), 'there is no such file', '不存在'],
    ['is a folder', () => mkdirSync(join(folder, 'folder.ttf'), { recursive: true }) ?? '', 'is no file', '不是文件'],
    [
      'is no font',
      () => write('text.ttf', Buffer.from('a text that calls itself a font')),
      'is no font',
      '不是字体文件',
    ],
    ['is empty', () => write('empty.ttf', Buffer.alloc(0)), 'is no font', '不是字体文件'],
    ['is torn', () => write('torn.ttf', whole.subarray(0, whole.length - 40)), 'is torn', '不完整'],
    ['is torn in its head', () => write('head.ttf', whole.subarray(0, 40)), 'is torn', '不完整'],
    ['is a torn collection', () => write('torn.ttc', collectionFile(both, both).subarray(0, 600)), 'is torn', '不完整'],
    ['may not be embedded', () => write('mine.ttf', fontFile({ ...both, fsType: 0x0002 })), 'forbids', '不允许嵌入'],
    [
      'may be embedded as pictures alone',
      () => write('bits.ttf', fontFile({ ...both, fsType: 0x0200 })),
      'forbids',
      '不允许嵌入',
    ],
    [
      'has pictures alone',
      () => write('pictures.ttf', fontFile({ ...both, withoutOutlines: true })),
      'no outlines',
      '没有字形轮廓',
    ],
    ['is damaged', () => write('damaged.ttf', damaged(whole, whole.length - 20)), 'is damaged', '已损坏'],
    [
      'draws nothing',
      () => write('nothing.ttf', fontFile({ ...both, emptyOutlines: true })),
      'no outlines',
      '没有字形轮廓',
    ],
    [
      'has outlines that are none',
      () => write('broken.ttf', fontFile({ ...both, brokenOutlines: true })),
      'could be embedded',
      '试嵌',
    ],
  ] as const)('A36.3 that %s is told at start, with the file and what to do', async (_fault, make, en, zh) => {
    const path = make();
    const told = await said(path);
    for (const [text, words] of [
      [told?.en, en],
      [told?.zh, zh],
    ] as const) {
      expect(text).toContain(path);
      expect(text).toContain(words);
      expect(text).toContain('REPORT_FONTS');
    }
  });

  it('A36.3 is told whichever byte of a table is another one', async () => {
    const entries = Array.from({ length: whole.readUInt16BE(4) }, (_none, table) => 12 + 16 * table);
    for (const entry of entries) {
      const [tag, offset, length] = [
        whole.toString('latin1', entry, entry + 4),
        whole.readUInt32BE(entry + 8),
        whole.readUInt32BE(entry + 12),
      ];
      for (let place = offset; place < offset + length; place += 1) {
        // The sum of the whole file, which is not part of the sum of its table.
        if (tag === 'head' && place >= offset + 8 && place < offset + 12) continue;
        const fault = await readFace(write('byte.ttf', damaged(whole, place))).catch((error: unknown) => error);
        expect([tag, place - offset, fault instanceof FontFault && fault.kind]).toEqual([
          tag,
          place - offset,
          'damaged',
        ]);
      }
    }
  });

  it.runIf(process.getuid?.() !== 0)('A36.3 that may not be read is told at start', async () => {
    const path = write('secret.ttf', whole);
    chmodSync(path, 0);
    expect((await said(path))?.en).toContain('may not or cannot read');
  });

  it('A36.3 that may be embedded is taken, also where its maker says how (preview and print, editable)', async () => {
    for (const fsType of [0, 0x0004, 0x0008])
      await openFonts({
        files: [write(`may-${fsType}.ttf`, fontFile({ ...both, fsType }))],
        log: pino({ level: 'silent' }),
      });
  });
});

describe('a font of the system that is at fault', () => {
  const warnings: unknown[] = [];
  const log = { warn: (...told: unknown[]) => void warnings.push(told) } as unknown as FontOptions['log'];

  it('A36.3 costs no report: it is passed over with one line in the log, and the next one is asked', async () => {
    const torn = write('system-torn.ttf', fontFile(both).subarray(0, 500));
    const broken = write('system-broken.ttf', fontFile({ ...both, brokenOutlines: true }));
    const good = write('system-good.ttf', fontFile(both));
    const fonts = await openFonts({ system: [join(folder, 'nowhere.ttf'), torn, broken, good], log });
    expect(warnings).toEqual([]);
    const report = reportOf({ subject: { name: '𠮷', kind: null, identifier: null } });
    for (let times = 0; times < 2; times += 1) {
      const text = textOfPdf(await reportPdf(report, CURRENT, fonts));
      if (text !== undefined) expect(text).toContain('𠮷');
    }
    expect(warnings).toEqual([
      [{ font: torn, fault: 'torn' }, 'a font cannot be used for reports; it is passed over'],
      [{ font: broken, fault: 'cannotEmbed' }, 'a font cannot be used for reports; it is passed over'],
    ]);
  });

  it('A36.3 is not even read where the bundled font holds every character', async () => {
    const torn = write('never-read.ttf', Buffer.from('x'));
    warnings.length = 0;
    await reportPdf(reportOf(), CURRENT, await openFonts({ system: [torn], log }));
    expect(warnings).toEqual([]);
  });
});
