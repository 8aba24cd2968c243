import type { Observable } from 'rxjs';
import type { Reply } from '../shared/contracts/ipc/contract.ts';
import type { SittingId } from '../shared/ids.ts';
import type { CourseAnswer, CourseCall } from './cmi5/course-call.ts';
import type { WindowConnection } from './rpc/window-connection.ts';

/** What a station of one kind does for its windows. */
export interface StationRoom {
  connect(send: (reply: Reply) => void): WindowConnection;
  /** Whether pack content may be shown to this sitting, or window, now. */
  shows(sitting: SittingId): boolean;
  /** Whether the window may use its microphone now ([RAL5]). */
  mayHear(): boolean;
  /** Answers what a piece that is open here asks of its course. */
  course(call: CourseCall): Promise<CourseAnswer>;
  /** True when somebody sits down or signs in, false when somebody leaves: what they copied goes with them. */
  readonly seated$: Observable<boolean>;
  close(): Promise<void>;
}
