import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { NotedSignIn, NotedView } from '../../shared/contracts/audit.ts';
import type { Grounds } from '../../shared/contracts/erasure.ts';
import type { GivenUp } from '../../shared/contracts/gaps.ts';
import type { QuarantineDecision } from '../../shared/contracts/quarantine.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { NamedCode } from '../enrolment/enrolments-file.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';

/** Who asked for something, and how that is known ([JRN3]). */
export interface Asker {
  /** Somebody at the hub's own keyboard when left out. */
  readonly by?: JournalPayload['by'];
  /** What the staff member signed ([CMD4]). */
  readonly command?: CommandEvidence;
  /** Why, as given at the hub's own keyboard. */
  readonly reason?: string;
  /** Why, by whom and about whom, where a person's record or standing is changed. */
  readonly grounds?: Grounds;
}

/** One change of the directory: its kind, and the documents it brings, given its number. */
export interface OfficeChange extends Asker {
  readonly type: JournalEntry['type'];
  readonly decision?: QuarantineDecision;
  readonly givenUp?: GivenUp;
  /** Several people whom it is about, where no document says it. */
  readonly about?: readonly LearnerId[];
  readonly views?: readonly NotedView[];
  readonly signIns?: readonly NotedSignIn[];
  /** The one-time code it is about. */
  readonly code?: NamedCode;
  /** What a station brought back: its documents take the place of what is there ([REC3]). */
  readonly recovered?: JournalPayload['recovered'];
  /** Which pepper the site has from here on. */
  readonly pepper?: string;
  documents(hubSeq: number): readonly DirectoryDocument[] | Promise<readonly DirectoryDocument[]>;
}
