/** The sample province: a province file as any other. */
import { readFileSync } from 'node:fs';

/** Read where it is needed: a server over data of its own never does. */
export const sampleFile = (): Buffer => readFileSync(new URL('sample.yaml', import.meta.url));
