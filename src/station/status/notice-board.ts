import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { NoticeView } from '../../shared/contracts/ipc/status-views.ts';

export type NoticeCode = NoticeView['code'];

/** What people should know about this station now: one notice of a kind, until it is taken down. */
export class NoticeBoard {
  readonly #notices = new BehaviorSubject<readonly NoticeView[]>([]);

  get notices$(): Observable<readonly NoticeView[]> {
    return this.#notices;
  }

  /** @param detail for the technician: a path, an address; never anything personal */
  put(code: NoticeCode, detail: string): void {
    const standing = this.#notices.value.find((notice) => notice.code === code);
    if (standing?.detail === detail) return;
    const others = this.#notices.value.filter((notice) => notice.code !== code);
    this.#notices.next([...others, { code, detail }]);
  }

  takeDown(code: NoticeCode): void {
    if (!this.#notices.value.some((notice) => notice.code === code)) return;
    this.#notices.next(this.#notices.value.filter((notice) => notice.code !== code));
  }
}
