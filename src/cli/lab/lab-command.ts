import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { demoSignInsFile } from '../../hub/demo/demo-site.ts';
import { siteFiles } from '../../hub/site/site-files.ts';
import { folderVault, readRequired } from '../../hub/site/site-vault.ts';
import { hasDisplay, noDisplaySentences } from './display.ts';
import { electronProgram } from './electron-program.ts';
import { hubReady } from './hub-ready.ts';
import { tellAtTerminal } from './lab-failure.ts';
import { labFolder } from './lab-folder.ts';
import { hubPiece, stationPieces } from './lab-pieces.ts';
import type { LabPlan } from './lab-pieces.ts';
import { endedLine, runningLines, signInLines } from './lab-says.ts';
import { labWords, readLabOptions } from './lab-words.ts';
import { prepareLab } from './prepare-lab.ts';
import { projectRoot } from './project-root.ts';
import { runLab } from './run-lab.ts';
import type { LabRun } from './run-lab.ts';
import { hubFolder } from './set-up-lab.ts';

const say = (line: string) => console.log(line);
const unavailable = 69;

/** `rean lab`: a hub, kiosks and a supervisor on one PC, with demo people. What `npm start` runs. */
export function labCommand(): Command {
  return labWords().action((options: unknown) => lab(options).catch(tellAtTerminal));
}

async function lab(given: unknown): Promise<void> {
  const options = readLabOptions(given);
  if (!hasDisplay(process.platform, process.env)) {
    console.error(noDisplaySentences);
    process.exitCode = unavailable;
    return;
  }
  const root = projectRoot();
  const electron = electronProgram(root);
  const folder = labFolder(process.env);
  const wish = { folder, root, reset: options.reset, kiosks: options.stations, say };
  const file = await prepareLab(wish);
  if (!electron.sandboxed)
    say('You are root: windows run without their sandbox. A lab never does.');
  await run({ folder, file, cli: cliPath(), electron, look: options });
}

/** This very program, as it was started. */
function cliPath(): string {
  return join(projectRoot(), 'dist', 'cli', 'rean.js');
}

async function run(plan: LabPlan): Promise<void> {
  const { folder, file } = plan;
  const hubOver = new AbortController();
  const running = await runLab({
    hub: hubPiece(plan),
    stations: stationPieces(plan),
    onEnded(name, ending) {
      if (name === 'hub') hubOver.abort();
      say(endedLine(name, ending, lastWords(join(folder, 'logs', `${name}.log`))));
    },
  });
  stopOnSignals(running);
  const vault = folderVault(hubFolder(folder));
  const { certificate: ca } = await readRequired(vault, siteFiles.authority);
  const ready = await hubReady({ port: file.hubPort, ca }, hubOver.signal);
  if (!ready) say('The windows go on without the hub.');
  const signIns = await readRequired(vault, demoSignInsFile);
  const hubUrl = `https://127.0.0.1:${file.hubPort}`;
  say(signInLines(signIns).join('\n'));
  say(runningLines({ folder, hubUrl, pieces: running.pieces() }).join('\n'));
  obeyTypedNames(running);
  await running.over;
  await running.stop();
  say('The lab has stopped. Its data is kept.');
  process.exit();
}

/** What a process printed last: where it could not go on, why not. */
function lastWords(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}

function stopOnSignals(running: LabRun): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say('Stopping …');
      void running.stop();
    });
  }
}

/** A name typed at the terminal starts that piece again. */
function obeyTypedNames(running: LabRun): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const name = line.trim();
    if (name !== '') void startAgain(running, name);
  });
}

async function startAgain(running: LabRun, name: string): Promise<void> {
  const outcome = await running.startAgain(name);
  const { pid } = running.pieces().find((piece) => piece.name === name) ?? {};
  if (outcome === 'started') say(`${name} is started again, process ${pid}.`);
  if (outcome === 'running') say(`${name} is running, process ${pid}.`);
  if (outcome === 'unknown') say(`There is no ${name} here.`);
}
