/** The arguments of a command, read in one way: --help tells what it does, --lang the language of all that it says. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isLanguage, LANGUAGES, type Language, type Localized } from '../../schema/localized.ts';
import { KeyFault } from '../../subgraphs/keys/key-fault.ts';
import { ConfigFault } from '../settings/config-fault.ts';

const COMMON = {
  lang: { type: 'string', default: 'en' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

type Texts = Readonly<Record<Language, { readonly help: string }>>;

/** Ends the command with a sentence on standard error. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The language that was asked for, before anything else is read: faults of the other arguments are told in it too. */
function languageAsked(): Language {
  const { values } = parseArgs({ options: { lang: COMMON.lang }, strict: false, allowPositionals: true });
  const { lang } = values;
  if (typeof lang === 'string' && isLanguage(lang)) return lang;
  return fail(`--lang is none of ${LANGUAGES.join(', ')}. --lang应为${LANGUAGES.join('或')}。`);
}

/** Whether an argument is none that the command takes. */
const isOfArguments = (error: unknown): boolean =>
  String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');

/** The message of an error in the language of the command, as far as it is ours: Node and PostgreSQL speak English alone. */
function messageOf(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message : String(error);
  const { localized } = error as { readonly localized?: Localized };
  if (localized !== undefined) return localized[language];
  if (error instanceof KeyFault)
    return `${error.said.message[language]}${language === 'en' ? ' ' : ''}${error.said.help[language]}`;
  if (language === 'en' || !(error instanceof Error)) return message;
  if (isOfArguments(error)) return `参数有误：${message}`;
  return error instanceof ConfigFault ? `设置有误：${message}` : `未能完成：${message}`;
}

/** What a command takes beside --lang and --help. */
interface Taken<Options extends ParseArgsOptionsConfig> {
  readonly options: Options;
  /** Whether it takes names of files. */
  readonly files?: boolean;
}

/** A value may begin with a dash, as one of 64 ids of keys does: it is no option, unless the command has one of this name. */
function withValues(given: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const args: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const [arg = '', next] = [given[at], given[at + 1]];
    const isValue = next?.startsWith('-') === true && !(next.replace(/^--|=.*$/gs, '') in options);
    if (isValue && arg.startsWith('--') && options[arg.slice(2)]?.type === 'string') {
      args.push(`${arg}=${next}`);
      at += 1;
    } else args.push(arg);
  }
  return args;
}

const parsed = <Options extends ParseArgsOptionsConfig>({ options, files = false }: Taken<Options>) =>
  parseArgs({
    args: withValues(process.argv.slice(2), { ...options, ...COMMON }),
    options: { ...options, ...COMMON },
    allowPositionals: files,
  });

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parsed<Options>>['values'];

interface Given<Options extends ParseArgsOptionsConfig, Said extends Texts> {
  readonly values: Values<Options>;
  readonly positionals: readonly string[];
  readonly language: Language;
  readonly texts: Said[Language];
}

/**
 * Runs a command on its arguments. What it throws is told in its language, and ends it with exit status 1. Behind an argument that it does not take
 * stands the help.
 */
export async function command<Options extends ParseArgsOptionsConfig, Said extends Texts>(
  said: Said,
  taken: Taken<Options>,
  work: (given: Given<Options, Said>) => Promise<void> | void,
): Promise<void> {
  // Whoever reads only the beginning (`| head`) has what it wants.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const language = languageAsked();
  const texts: Said[Language] = said[language];
  try {
    const { values, positionals } = parsed(taken);
    if ((values as { help?: boolean }).help === true) {
      process.stdout.write(`${texts.help}\n`);
      return;
    }
    await work({ values, positionals, language, texts });
  } catch (error) {
    fail(isOfArguments(error) ? `${messageOf(error, language)}\n\n${texts.help}` : messageOf(error, language));
  }
}
