import type { AuditRow } from '../../shared/contracts/audit.ts';
import type {
  DirectoryDocument,
  JournalEntry,
} from '../../shared/contracts/documents/directory.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { LearnerId } from '../../shared/ids.ts';
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

/** The trail's lines of one entry: one for each look, else one for what was done ([AUD1]). */
export function auditRows({ entry, payload, within }: AuditFact): readonly AuditRow[] {
  const hubSeq = hubSeqOf(within ?? entry);
  const base = { hubSeq, wallMs: entry.wallMs, recovered: within !== null };
  const { views, grounds, documents, by, decision, command, code } = payload;
  if (views !== undefined) {
    return views.map(({ staff, learner, part, reason, event, clock }) => ({
      ...base,
      ...nothing,
      kind: `viewed.${part}`,
      by: staff,
      learner,
      reason,
      station: parseEventId(event).station,
      clock,
    }));
  }
  return [
    {
      ...base,
      ...nothing,
      kind: entry.type,
      by,
      who: grounds?.who ?? decision?.who ?? null,
      second: grounds?.second ?? command?.by[1]?.staff ?? null,
      station: command?.station ?? null,
      clock: command ? { ...command.clock, labDay: unknownDay } : null,
      learner: grounds?.learner ?? learnerIn(documents),
      changed: [...(code ? [`code:${code.name}`] : []), ...documents.map(({ _id }) => _id)].slice(
        0,
        mostNamed,
      ),
      reason: grounds?.reason ?? decision?.reason ?? payload.reason ?? command?.reason ?? null,
    },
  ];
}

/** A command doesn't say it: its hub's date is beside it. */
const unknownDay = { date: null, sure: false };

const nothing = {
  who: null,
  second: null,
  learner: null,
  changed: [],
  reason: null,
  station: null,
  clock: null,
};

/** The learner all documents of a change are about; null where there is none, or several. */
function learnerIn(documents: readonly DirectoryDocument[]): LearnerId | null {
  const learners = new Set(documents.flatMap((each) => ('learner' in each ? each.learner : [])));
  const [only] = learners;
  return learners.size === 1 && only !== undefined ? only : null;
}
