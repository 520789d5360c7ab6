/** The importer, as the command line and the server use it. */
export { WARNINGS } from './public-credit/import/columns/warnings.ts';
export { type ImportSummary, importFile as importProviderFile } from './public-credit/import/import-file.ts';
export { isLayout, LAYOUTS, type Layout } from './public-credit/import/layouts.ts';
export type { ImportProgress } from './public-credit/import/order.ts';
export { TEMPLATE_LAYOUTS, writeTemplate } from './public-credit/import/write/template.ts';
