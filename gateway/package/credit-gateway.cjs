#!/usr/bin/env node
/**
 * The program of the package: `credit-gateway` serves, `credit-gateway COMMAND …` is an operator's command. In CommonJS that old versions of Node
 * read too: where another Node runs it, the one that came with the package does the work.
 */
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = join(__dirname, '../..');
const NEEDED = 24;

/** Written by build.ts: name of a command to its file. */
const { version, commands } = JSON.parse(readFileSync(join(__dirname, 'commands.json'), 'utf8'));

const HELP = {
  en: `The credit gateway, ${version}.

  credit-gateway                   serves; the same as credit-gateway start
  credit-gateway COMMAND …         one of: ${Object.keys(commands).join(', ')}
  credit-gateway COMMAND --help    what it does and takes; --lang zh in Chinese
  credit-gateway --version

Settings are environment variables: gateway/OPERATING.md in ${ROOT}`,
  zh: `信用信息网关，${version}。

  credit-gateway                   提供服务；与credit-gateway start相同
  credit-gateway 命令 …            命令为以下之一：${Object.keys(commands).join('、')}
  credit-gateway 命令 --help       该命令的作用和参数；--lang zh为中文
  credit-gateway --version

设置为环境变量：见${ROOT}中的gateway/OPERATING.md`,
};

const ended = (text, status) => {
  process[status === 0 ? 'stdout' : 'stderr'].write(`${text}\n`);
  process.exitCode = status;
};

/** The Node that came with the package; undefined where it was left out (--omit=optional). */
function ownNode() {
  try {
    return require.resolve('node/bin/node');
  } catch {
    return undefined;
  }
}

/** Runs this program again by another Node, as whose signals and end are those of this one. */
function runBy(node) {
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => ended(`${node} cannot be started: ${error.message}`, 1));
  child.on('exit', (status, signal) => {
    if (signal !== null) process.removeAllListeners(signal);
    if (signal === null) process.exitCode = status;
    else process.kill(process.pid, signal);
  });
}

function main() {
  const [first = 'start', ...rest] = process.argv.slice(2);
  const language = rest.includes('zh') || first === '--lang=zh' ? 'zh' : 'en';
  if (first === '--version') return ended(version, 0);
  if (first === '--help' || first.startsWith('--lang')) return ended(HELP[language], 0);
  const file = commands[first];
  if (file === undefined)
    return ended(
      language === 'zh' ? `没有命令${first}。\n\n${HELP.zh}` : `There is no command ${first}.\n\n${HELP.en}`,
      1,
    );
  const old = Number(/^v(\d+)/.exec(process.version)[1]) < NEEDED;
  const other = old ? ownNode() : undefined;
  if (other !== undefined) return runBy(other);
  // Says what to install where Node is too old and none came with the package.
  require('../installed.cjs');
  // The command reads its own arguments, and worker processes are started with the same.
  process.argv = [process.argv[0], process.argv[1], ...rest];
  return import(pathToFileURL(join(ROOT, file)).href);
}

main();
