import type { Observable } from 'rxjs';
import type { AppInfo, StationStatus } from '../../shared/contracts/ipc/views.ts';

/** What windows of every role are told. */
export interface EveryWindow {
  readonly info: () => Promise<AppInfo>;
  readonly status$: Observable<StationStatus>;
}
