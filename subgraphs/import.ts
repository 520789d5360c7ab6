/** The importer, for the command line: layouts and the import of one file. */
export { type ImportSummary, importFile as importProviderFile } from './public-credit/import/import-file.ts';
export { isLayout, LAYOUTS } from './public-credit/import/layouts.ts';
