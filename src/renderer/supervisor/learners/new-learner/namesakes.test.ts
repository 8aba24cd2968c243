import { describe, expect, it } from 'vitest';
import { learnerRow } from '../../../../../tests/factories/supervisor-views.ts';
import { namesakes } from './namesakes.ts';

const rows = [
  learnerRow({ at: 1, name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' } }),
  learnerRow({ at: 2, name: { km: 'សុខ ចាន់ត្តា' } }),
  learnerRow({ at: 3, name: { km: 'គង់ រិទ្ធី', en: 'Kong Rithy' } }),
];
const found = (km: string, en?: string) =>
  namesakes(rows, en === undefined ? { km } : { km, en }).map(({ learner }) => learner.learner);

describe('[PPL4] who may be the same person', () => {
  it('has the same name but for spaces, case and signs that can’t be seen', () => {
    expect(found('សុខ\u200bដារ៉ា')).toHaveLength(1);
    expect(found('ឈ្មោះផ្សេង', 'SOK  DARA')).toHaveLength(1);
  });

  it('has a name that is drawn the same', () => {
    expect(found('សុខ ចាន់ត្ដា')).toHaveLength(1);
  });

  it('is nobody with another name, nor for want of a Latin one', () => {
    expect(found('សុខ ដារ៉ូ')).toEqual([]);
    expect(found('នាង ថ្មី', ' ')).toEqual([]);
  });
});
