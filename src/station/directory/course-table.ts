import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { FinishedCourse } from '../../shared/contracts/staff-course.ts';
import type { StaffId } from '../../shared/ids.ts';

type Record = DirectoryDocumentOf<'training'>;

/** Which courses staff finished, the first first ([HPG6]). */
export class CourseTable {
  readonly #records = new Map<string, Record>();
  readonly now = new Map<StaffId, readonly FinishedCourse[]>();

  take(record: Record): void {
    this.#records.set(record._id, record);
    this.#gather(record.staff);
  }

  forget(id: string): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    this.#gather(record.staff);
  }

  #gather(staff: StaffId): void {
    const theirs = [...this.#records.values()]
      .filter((each) => each.staff === staff)
      .toSorted((a, b) => a.hubSeq - b.hubSeq);
    this.now.set(
      staff,
      theirs.map(({ course, version, day }) => ({ course, version, day })),
    );
  }
}
