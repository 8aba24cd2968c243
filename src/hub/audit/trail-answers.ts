import { lockOutSchema } from '../../shared/contracts/audit.ts';
import type { AuditFilter, AuditPage, LockOut } from '../../shared/contracts/audit.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { isErased } from '../erasure/erase-learner.ts';
import type { HubParts } from '../hub-app.ts';
import { labDateAt } from '../lab-day.ts';

type Parts = Pick<HubParts, 'office' | 'trail'>;

const dayMs = 24 * 60 * 60_000;
/** Lock-outs are shown as a notice for so long, by the hub's clock. */
const noticedDays = 7;

/** A page of the trail as a window is answered: with whom no name is left of ([AUD5]). */
export async function readTrail(
  { office, trail }: Parts,
  filter: AuditFilter,
  after: string | null,
): Promise<AuditPage> {
  const page = await trail.page(filter, after);
  const learners = new Set(page.rows.flatMap(({ learner }) => learner ?? []));
  const erased: LearnerId[] = [];
  for (const learner of learners) if (await isErased(office, learner)) erased.push(learner);
  return { ...page, erased };
}

/** Staff locked out of late, newest first: the newest few dozen ([SGN12]). @param wallMs now, by the hub's clock */
export async function recentLockOuts({ trail }: Parts, wallMs: number): Promise<LockOut[]> {
  const from = labDateAt(wallMs - noticedDays * dayMs);
  const { rows } = await trail.page({ kind: 'sign-in.locked-out', from }, null);
  return rows.map(({ hubSeq, wallMs: at, staff, station }) =>
    lockOutSchema.parse({ hubSeq, wallMs: at, staff, station }),
  );
}
