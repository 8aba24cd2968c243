import { h5pPlayerVersion } from '../../shared/contracts/h5p.ts';
import type { ErrorCode, ErrorFacts, ReanError } from '../../shared/errors.ts';
import { archiveReasons } from './tell-reason.ts';

const dataError = 65;
const config = 78;

const nothing = 'Nothing of it was imported.';
const h5pPlayerRelease = `h5p-standalone@${h5pPlayerVersion}`;

/** What went wrong with a file to be imported, or the folder it goes into ([FRN1]). */
export const importFailures: Partial<
  Record<ErrorCode, readonly [exitCode: number, tell: (facts: ErrorFacts) => string]>
> = {
  'import.unknown': [
    dataError,
    ({ file, wanted }) =>
      wanted === 'h5p-player'
        ? `${String(file)} is no release of ${h5pPlayerRelease}. ${nothing} Give the tarball that \`npm pack ${h5pPlayerRelease}\` writes, or its folder unpacked.`
        : `What kind of file ${String(file)} is can't be told from what is in it. ${nothing} \`rean pack import --help\` lists the kinds; save it as one of them.`,
  ],
  'import.unreadable': [
    dataError,
    ({ problem, at }) =>
      `It is faulty${at ? ` (${String(at)})` : ''}: ${sentence(problem)}. ${nothing} Export it again from the program it comes from.`,
  ],
  'import.unsupported': [
    dataError,
    ({ problem }) => `It can't be used: ${sentence(problem)}. ${nothing}`,
  ],
  'import.nothing': [
    dataError,
    ({ problem }) => `There is nothing in it to import: ${sentence(problem)}.`,
  ],
  'import.changed': [
    dataError,
    ({ file }) =>
      `A file called ${String(file)} was imported before, with other content. ${nothing} Add --replace to put this one in its place, or give it another name to have both.`,
  ],
  'import.target': [config, tellTarget],
};

/** What a reader says is wrong, to be ended with a full stop of ours. */
const sentence = (problem: unknown) => String(problem).trim().replace(/\.$/, '');

function tellTarget({ reason, into, ...facts }: ErrorFacts): string {
  const unchanged = 'Nothing was changed.';
  switch (reason) {
    case 'not-a-source':
      return `${String(into)} holds files (${String(facts['holds'])}), but no pack.source.json. ${unchanged} Name an empty folder, or the source folder of a pack.`;
    case 'faulty':
      return `${String(into)} has a mistake (${placeOf(facts)}): ${String(facts['problem'])} → ${String(facts['fix'])}. ${unchanged} Mend it first; \`rean pack build\` names every problem.`;
    case 'begun':
      return `${String(into)} is the source of a pack already, which keeps its own id, titles, licence and publisher. ${unchanged} Leave those options out, or change pack.source.json itself.`;
    case 'course':
      return `The pack has no course${facts['course'] ? ` ${String(facts['course'])}` : ''}. ${unchanged} Name one of those under "courses" in pack.source.json.`;
    default:
      return `${String(facts['id'])} can't be an id: it takes lower-case words with dots between them, as in org.example.letters. ${unchanged}`;
  }
}

/** What is no pack, and never was meant as one, is called a file. */
const fileReasons: Readonly<Record<string, string>> = {
  ...archiveReasons,
  'not-zip': 'is cut off or damaged',
  malformed: 'is not put together as an archive must be',
  'compression-method': 'is compressed in a way that is not read here',
};

/** Why one file did not come, in a sentence. */
export function tellRefusedFile({ code, facts }: ReanError): string {
  const known = importFailures[code];
  if (known !== undefined) return known[1](facts);
  if (code === 'pack.file-missing') return `It is not there any more. ${nothing}`;
  const what = fileReasons[String(facts['reason'])] ?? 'is not sound';
  const entry = facts['entry'] ?? facts['detail'];
  const named = typeof entry === 'string' && entry !== '' ? ` (${entry})` : '';
  return `The file ${what}${named}. ${nothing} ${nextStep(facts)}`;
}

function nextStep({ reason }: ErrorFacts): string {
  switch (reason) {
    case 'not-zip':
    case 'damaged':
    case 'unreadable':
      return 'Copy it again and retry.';
    case 'encrypted':
      return 'Unpack it with its password, and import the folder.';
    case 'name-encoding':
    case 'backslash':
      return 'If you trust it, unpack it, and import the folder.';
    case 'too-many-bytes':
    case 'too-many-entries':
      return 'Import it in parts.';
    default:
      return 'Do not use it; tell whoever gave it to you.';
  }
}

const placeOf = ({ file, line, at }: ErrorFacts) =>
  [line === null ? file : `${String(file)}:${String(line)}`, at].filter(Boolean).join(', ');
