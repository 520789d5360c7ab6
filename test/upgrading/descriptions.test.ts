/** What the preview of an upgrade says of a migration: short, and in the language that was asked for. */
import { expect, it } from 'vitest';
import { firstSentences } from '../../gateway/commands/texts/upgrade-plan.ts';
import { readMigrations } from '../../subgraphs/database/migrate/migrate.ts';

it('the first sentence is shown, and a second one that is short', () => {
  expect(firstSentences('One (Articles 6 and 39). Two of access/x.sql. Three.', 'en')).toBe(
    'One (Articles 6 and 39). Two of access/x.sql.',
  );
  const long = `Two ${'and more '.repeat(20)}.`;
  expect(firstSentences(`One. ${long}`, 'en')).toBe('One.');
  // One that is long is whole all the same: half a sentence says nothing.
  expect(firstSentences(`${long} Three.`, 'en')).toBe(long);
  expect(firstSentences('第一句（第二十三条）。第二句。第三句。', 'zh')).toBe('第一句（第二十三条）。第二句。');
  expect(firstSentences(`第一句。${'长'.repeat(90)}。`, 'zh')).toBe('第一句。');
});

it('each migration is described in two sentences at most, those of this release in both languages', () => {
  for (const { name, description } of readMigrations()) {
    const [en, zh] = [firstSentences(description.en, 'en'), firstSentences(description.zh, 'zh')];
    expect([name, en]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
    expect([name, en.length <= 200]).toEqual([name, true]);
    // Whoever has 0.1.0 is shown those from 0019 on, who has 0.2.0 those from 0023 on.
    if (name >= '0019') {
      expect([name, zh]).toEqual([name, expect.stringMatching(/^[^a-z]*[一-龥][^a-z]*。$/)]);
      expect([name, zh.length <= 100]).toEqual([name, true]);
    }
  }
});
