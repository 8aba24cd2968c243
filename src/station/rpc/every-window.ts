import type { Observable } from 'rxjs';
import type { AppInfo } from '../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../shared/contracts/ipc/status-views.ts';

/** What windows of every role are told. */
export interface EveryWindow {
  readonly info: () => Promise<AppInfo>;
  readonly status$: Observable<StationStatus>;
}
