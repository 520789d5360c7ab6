/** The programs that the pages show, as the command that saves them. */
import { readFileSync } from 'node:fs';

export const saving = (name: 'verify.py' | 'jws.py'): string =>
  `cat > ${name} <<'PROGRAM'\n${readFileSync(new URL(name, import.meta.url), 'utf8')}PROGRAM`;
