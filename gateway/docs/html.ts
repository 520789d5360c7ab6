/** Renders a reference page as HTML: one document with its own style, no scripts, nothing that is loaded. */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, type Localized } from '../../schema/localized.ts';
import { type Block, type Section, type Text, textIn } from './page.ts';
import { LANGUAGE_NAMES, WORDS } from './words.ts';

const STYLE = `
:root { color-scheme: light; --ink: #1d2430; --line: #d7dce4; --quiet: #5b6678; --code: #f2f4f8; --link: #0b57a4; }
* { box-sizing: border-box; }
body { font: 15px/1.65 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); margin: 0; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { display: flex; flex-wrap: wrap; gap: 4px 18px; padding-top: 16px; padding-bottom: 12px; border-bottom: 1px solid var(--line); }
header nav { display: flex; flex-wrap: wrap; gap: 4px 18px; } header nav:last-child { margin-left: auto; }
a { color: var(--link); } [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
h1 { font-size: 26px; line-height: 1.3; margin: 24px 0 8px; } h2 { font-size: 19px; margin: 32px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
pre { background: var(--code); padding: 12px 14px; overflow-x: auto; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; } :not(pre) > code { background: var(--code); padding: 0 3px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); }
div.wide { overflow-x: auto; } details { border-left: 3px solid var(--line); padding-left: 12px; margin: 8px 0; } summary { cursor: pointer; }
.quiet, footer { color: var(--quiet); } footer { font-size: 13px; padding-top: 24px; padding-bottom: 32px; }
@media print { header nav:last-child { display: none; } details > * { display: block; } }
`;

/** Its own style, by its hash, and nothing else: neither scripts nor anything from elsewhere. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Of a sentence: code between backticks, and links. Everything else is text. */
const inline = (text: string): string =>
  text
    .split(/(`[^`]+`|\[[^\]]+\]\([^)\s]+\))/)
    .map((part) => {
      if (/^`.+`$/s.test(part)) return `<code>${escaped(part.slice(1, -1))}</code>`;
      const [, label, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
      return label === undefined || address === undefined
        ? escaped(part)
        : `<a href="${escaped(address)}">${inline(label)}</a>`;
    })
    .join('');

function blockOf(block: Block, language: Language): string {
  const told = (text: Text): string => inline(textIn(text, language));
  switch (block.kind) {
    case 'text':
      return `<p>${told(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${told(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${told(cell)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${told(cell)}</td>`).join('')}</tr>`);
      return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
    }
    case 'commands':
      return `<pre data-run><code>${escaped(block.text)}</code></pre>`;
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'more':
      return `<details><summary>${told(block.title)}</summary>${block.blocks.map((inner) => blockOf(inner, language)).join('')}</details>`;
  }
}

const HTML_LANGUAGE: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

export interface Shown {
  readonly language: Language;
  /** Name of the page; undefined of one that says that something is not there. */
  readonly name?: string;
  readonly title: Localized;
  readonly lead: Localized;
  readonly sections: readonly Section[];
  /** The pages to choose from. */
  readonly pages: readonly { readonly name: string; readonly title: Localized }[];
}

/** The whole document. */
export function documentOf({ language, name, title, lead, sections, pages }: Shown): string {
  const current = (is: boolean): string => (is ? ' aria-current="page"' : '');
  const links = pages.map(
    (page) =>
      `<a href="/docs/${language}/${page.name}"${current(page.name === name)}>${escaped(page.title[language])}</a>`,
  );
  const languages = LANGUAGES.map(
    (other) =>
      `<a href="/docs/${other}/${name ?? pages[0]?.name ?? ''}" hreflang="${HTML_LANGUAGE[other]}"${current(other === language)}>${LANGUAGE_NAMES[other]}</a>`,
  );
  const contents = sections.map(({ id, title: of }) => `<a href="#${id}">${inline(textIn(of, language))}</a>`);
  const body = sections.map(
    (section) =>
      `<section id="${section.id}"><h2>${inline(textIn(section.title, language))}</h2>${section.blocks.map((block) => blockOf(block, language)).join('')}</section>`,
  );
  return [
    `<!doctype html><html lang="${HTML_LANGUAGE[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(`${title[language]} — ${WORDS.product[language]}`)}</title><style>${STYLE}</style></head>`,
    `<body><header><nav aria-label="${escaped(WORDS.pages[language])}">${links.join('')}</nav><nav aria-label="${escaped(WORDS.languages[language])}">${languages.join('')}</nav></header>`,
    `<main><h1>${escaped(title[language])}</h1><p>${inline(lead[language])}</p>${contents.length > 1 ? `<p class="quiet">${contents.join(' · ')}</p>` : ''}${body.join('')}</main>`,
    `<footer>${inline(WORDS.footer[language])}</footer></body></html>`,
  ].join('\n');
}
