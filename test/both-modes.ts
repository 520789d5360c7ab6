/** Test files that run in both modes: with the subgraphs in one process in `npm test`, and each in a server of its own over PostgreSQL in `npm run proof`. */
export const inBothModes = (file: string | undefined): boolean => /(^|\/)test\/(stories|gateway)\//.test(file ?? '');
