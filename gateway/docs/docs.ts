/** The reference pages: the list of them, each rendered once for a server and a language, and what is said where there is none. */
import type { Language } from '../../schema/localized.ts';
import { documentOf } from './html.ts';
import { both, type Facts, type Page } from './page.ts';
import { errors } from './pages/errors.ts';
import { headers } from './pages/headers.ts';
import { limits } from './pages/limits.ts';
import { operations } from './pages/operations.ts';
import { proofs } from './pages/proofs.ts';
import { reports } from './pages/reports.ts';
import { start } from './pages/start.ts';
import { tokens } from './pages/tokens.ts';

/** In the order in which they are read. */
export const PAGES: readonly Page[] = [start, operations, errors, headers, limits, reports, proofs, tokens];

export const firstPage = (language: Language): string => `/docs/${language}/${PAGES[0]?.name ?? ''}`;

/** The page of a name; undefined where there is none. */
export function docsPage(name: string, language: Language, facts: Facts): string | undefined {
  const page = PAGES.find((one) => one.name === name);
  if (page === undefined) return undefined;
  const { title, lead } = page;
  return documentOf({ language, name, title, lead, sections: page.sections(facts), pages: PAGES });
}

/** Why no page is shown: the address names none, a language that is not there, is asked by another method, or leads on. */
export type Missing = 'PAGE' | 'LANGUAGE' | 'METHOD' | 'ELSEWHERE';

const REASONS = {
  PAGE: both('There is no such page. These are the pages:', '没有该页面。已有的页面如下：'),
  LANGUAGE: both(
    'There are no pages in this language. These are the pages in English; 中文 is above.',
    '没有该语言的页面。中文页面如下；English见上方。',
  ),
  ELSEWHERE: both('The pages begin with the first of these:', '请从以下第一个页面开始：'),
  METHOD: both(
    'Pages are read: only GET and HEAD are taken here. These are the pages:',
    '页面只供阅读：此处只接受GET和HEAD。已有的页面如下：',
  ),
} as const;

/** People see this, so it is a page too: a sentence, and what there is. */
export const missingPage = (why: Missing, language: Language): string =>
  documentOf({
    language,
    title: both('Not here', '此处没有内容'),
    lead: REASONS[why],
    pages: PAGES,
    sections: [
      {
        id: 'pages',
        title: both('Pages', '页面'),
        blocks: [
          {
            kind: 'list',
            items: PAGES.map(({ name, title, lead }) =>
              both(
                `[${title.en}](/docs/en/${name}) — ${unlinked(lead.en)}`,
                `[${title.zh}](/docs/zh/${name})：${unlinked(lead.zh)}`,
              ),
            ),
          },
        ],
      },
    ],
  });

/** A lead without its own links. */
const unlinked = (text: string): string => text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
