/**
 * The start-up app inside our test runtime: it loads the app named on the
 * command line, as the default app of an official Electron does.
 *
 * `electron [chromium switches] [-r module]… <folder or file> [args…]`
 *
 * It is an ES module on purpose: Electron holds back `ready` until a module
 * with top-level await is done, so an app's main may still call
 * `protocol.registerSchemesAsPrivileged` or `app.enableSandbox`.
 * Plain JavaScript, since the Node inside this runtime strips no types.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/**
 * What the command line asks for. Chromium's switches are passed over: the
 * first word that is no switch is the app, everything after it is the app's.
 *
 * @param {readonly string[]} words the command line without the executable
 */
function parse(words) {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-v' || word === '--version')
      return { preloads, versionOnly: true, target: undefined };
    if (word === '-r' || word === '--require') {
      at += 1;
      preloads.push(words[at] ?? '');
    } else if (!word.startsWith('-')) {
      return { preloads, versionOnly: false, target: word };
    }
  }
  return { preloads, versionOnly: false, target: undefined };
}

/**
 * Takes name and version from the folder's package.json, if it has one.
 *
 * @param {string} folder absolute path of the app
 * @returns {boolean} whether there was one
 */
function adoptPackage(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const described = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof described.version === 'string') app.setVersion(described.version);
  const name = described.productName ?? described.name;
  if (typeof name === 'string') app.setName(name);
  return true;
}

/** @param {string} target folder or file, as typed */
async function load(target) {
  const path = resolve(target);
  const hasPackage = adoptPackage(path);
  const entry = require.resolve(path);
  app.setAppPath(hasPackage ? path : dirname(entry));
  await import(pathToFileURL(entry).href);
}

const asked = parse(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
if (asked.versionOnly) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (asked.target === undefined) {
  process.stderr.write('Name an app to run: electron <folder or file> [arguments]\n');
  process.exit(64);
}
for (const preload of asked.preloads) require(resolve(preload));
try {
  await load(asked.target);
} catch (cause) {
  process.stderr.write(`The app at ${resolve(asked.target)} did not start.\n`);
  process.stderr.write(
    `${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  );
  process.exit(1);
}
