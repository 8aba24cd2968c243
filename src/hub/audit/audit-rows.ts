import type { AuditRow, NotedSignIn, NotedView } from '../../shared/contracts/audit.ts';
import type { ExportBegun, ExportEnded } from '../../shared/contracts/stick.ts';
import type { PrintBegun } from '../../shared/contracts/printer.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { LearnerId, StaffId } from '../../shared/ids.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';

/** Documents named in one line of the trail. */
const mostNamed = 3;

/** What an entry says, or one that it brought back. */
export interface AuditFact {
  readonly entry: Pick<JournalEntry, '_id' | 'type' | 'wallMs'>;
  readonly payload: JournalPayload;
  /** The entry that brings this one back, whose number it goes by; null for one of the hub's own. */
  readonly within: Pick<JournalEntry, '_id'> | null;
}

/** A line of the trail, and everybody it is about: a change of many is in the trail of each. */
export interface AuditLine {
  readonly row: AuditRow;
  readonly about: readonly (LearnerId | StaffId)[];
}

/** The trail's lines of one entry: one for each look, else one for what was done ([AUD1]). */
export function auditLines({ entry, payload, within }: AuditFact): readonly AuditLine[] {
  const hubSeq = hubSeqOf(within ?? entry);
  const base = { hubSeq, wallMs: entry.wallMs, recovered: within !== null, ...nothing };
  const { views, signIns, grounds, documents, by, command, code } = payload;
  if (views ?? signIns) {
    const seen = (views ?? []).map((view) => lookLine(view, base));
    return [...seen, ...(signIns ?? []).map((each) => signInLine(each, base))];
  }
  const about = payload.about ?? (grounds?.learner ? [grounds.learner] : learnersIn(documents));
  return [
    lineAbout(about, {
      ...base,
      kind: kindOf(entry.type),
      by,
      ...wordsOf(payload),
      station: command?.station ?? null,
      clock: command ? { ...command.clock, labDay: unknownDay } : null,
      changed: [...(code ? [`code:${code.name}`] : []), ...documents.map(({ _id }) => _id)].slice(
        0,
        mostNamed,
      ),
    }),
  ];
}

/** A look by a command stands with those that stations noted ([LOK2]). */
function kindOf(type: JournalEntry['type']): string {
  return type === 'seat.viewed' ? 'viewed.screen' : type;
}

/** Reasons and names in a line of the trail, which lie on no disk but sealed: the trail's index has none. */
export type AuditWords = Pick<AuditRow, 'who' | 'second' | 'reason'>;

const noWords: AuditWords = { who: null, second: null, reason: null };

/** A line as it lies in the index. Why somebody looked is one of a few kinds, and no words. */
export function withoutWords(row: AuditRow): AuditRow {
  return row.kind.startsWith('viewed.') ? row : { ...row, ...noWords };
}

/** What an entry says of why, and in whose name. */
export function wordsOf(payload: JournalPayload): AuditWords {
  const { grounds, decision, givenUp, command, reason } = payload;
  return {
    who: grounds?.who ?? decision?.who ?? givenUp?.who ?? null,
    second: grounds?.second ?? command?.by[1]?.staff ?? null,
    reason: grounds?.reason ?? decision?.reason ?? reason ?? command?.reason ?? null,
  };
}

type Base = Omit<AuditRow, 'kind' | 'by' | 'learner' | 'learners'>;

function lookLine({ staff, learner, part, reason, event, clock }: NotedView, base: Base) {
  const { station } = parseEventId(event);
  const row = { ...base, kind: `viewed.${part}`, by: staff, reason, station, clock };
  return lineAbout(learner === null ? [] : [learner], row);
}

/** Whoever typed the number or the passphrase did not say who they are. */
function signInLine(noted: NotedSignIn, base: Base): AuditLine {
  const { what, event, clock } = noted;
  const { station } = parseEventId(event);
  if (noted.what === 'override') {
    const changed = [`override:${noted.sheet}-${noted.code}`];
    const used = {
      ...base,
      kind: 'override.used',
      by: 'somebody' as const,
      station,
      clock,
      changed,
    };
    return lineAbout([], used);
  }
  if (noted.what === 'self-test') {
    const changed = [`self-test:${noted.code}`];
    const by = 'somebody' as const;
    return lineAbout([], { ...base, kind: 'self-test.done', by, station, clock, changed });
  }
  if (noted.what === 'maintenance') {
    const { staff, deed, signed } = noted;
    const by = signed ? staff : ('somebody' as const);
    const tried = signed ? null : staff;
    const kind = `maintenance.${deed}`;
    const said = { ...base, kind, by, staff: tried, station, clock, learner: null, learners: 0 };
    return { about: [staff], row: said };
  }
  if (noted.what === 'export-begun' || noted.what === 'export-ended')
    return exportLine(noted, base);
  if (noted.what === 'print-begun' || noted.what === 'print-ended') return printLine(noted, base);
  const row = { ...base, kind: `sign-in.${what}`, by: 'somebody' as const, station, clock };
  if (noted.what === 'shown') return lineAbout([noted.learner], row);
  const { staff } = noted;
  return { about: [staff], row: { ...row, staff, learner: null, learners: 0 } };
}

/** Which file, and onto which stick, or under which name it lies there ([STK4]). */
function exportLine(
  noted: Extract<NotedSignIn, { what: 'export-begun' | 'export-ended' }>,
  base: Base,
): AuditLine {
  const { staff, desk, event, clock } = noted;
  const { station } = parseEventId(event);
  const [kind, changed] =
    noted.what === 'export-begun'
      ? ['export.begun', beganWith(noted)]
      : [`export.${noted.outcome === 'saved' ? 'saved' : 'failed'}`, endedWith(noted)];
  const by = desk ? staff : ('somebody' as const);
  const named = desk ? null : staff;
  const row = {
    ...base,
    kind,
    by,
    staff: named,
    station,
    clock,
    changed,
    learner: null,
    learners: 0,
  };
  return { about: [staff], row };
}

/** Which page, and by which printer, or what came of it ([PTR4]): only windows of staff print. */
function printLine(
  noted: Extract<NotedSignIn, { what: 'print-begun' | 'print-ended' }>,
  base: Base,
): AuditLine {
  const { staff: by, event, clock } = noted;
  const { station } = parseEventId(event);
  const [kind, changed] =
    noted.what === 'print-begun'
      ? ['print.begun', printedWith(noted)]
      : [
          `print.${noted.outcome === 'printed' ? 'printed' : 'failed'}`,
          [`printer:${noted.outcome}`],
        ];
  const row = { ...base, kind, by, station, clock, changed, learner: null, learners: 0 };
  return { about: [by], row };
}

const printedWith = ({ kind, file, bytes, printer }: PrintBegun) => [
  `file:${file}`,
  `kind:${kind} bytes:${bytes}`,
  `printer:${printer}`,
];

const beganWith = ({ kind, file, bytes, stick }: ExportBegun) => [
  `file:${file}`,
  `kind:${kind} bytes:${bytes}`,
  `stick:${[stick.serial, stick.label].join(' ').trim()}`,
];

const endedWith = ({ file, outcome }: ExportEnded) => [
  file === null ? `stick:${outcome}` : `file:${file}`,
];

function lineAbout(
  about: readonly LearnerId[],
  row: Omit<AuditRow, 'learner' | 'learners'>,
): AuditLine {
  const [only = null] = about;
  const learner = about.length === 1 ? only : null;
  return { about, row: { ...row, learner, learners: about.length } };
}

/** A command doesn't say it: its hub's date is beside it. */
const unknownDay = { date: null, sure: false };

const nothing = {
  staff: null,
  who: null,
  second: null,
  changed: [],
  reason: null,
  station: null,
  clock: null,
};

/** Every learner the documents of a change are about, once. */
function learnersIn(documents: readonly DirectoryDocument[]): readonly LearnerId[] {
  return [...new Set(documents.flatMap((each) => ('learner' in each ? each.learner : [])))];
}
