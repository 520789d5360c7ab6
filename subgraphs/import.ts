/** The importer, for the command line and the server: layouts, the import of one file, and what it tells. */
export { WARNINGS } from './public-credit/import/columns/cells.ts';
export { type ImportSummary, importFile as importProviderFile } from './public-credit/import/import-file.ts';
export { isLayout, LAYOUTS, type Layout } from './public-credit/import/layouts.ts';
export type { ImportProgress } from './public-credit/import/order.ts';
