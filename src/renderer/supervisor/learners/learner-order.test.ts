import { describe, expect, it } from 'vitest';
import { learnerRow } from '../../../../tests/factories/supervisor-views.ts';
import { firstOrder, orderAfter, sortLearners } from './learner-order.ts';
import type { Order } from './learner-order.ts';

const rows = [
  learnerRow({ at: 1, name: { km: 'ខ', en: 'A' }, figures: { attempts: 5 } }),
  learnerRow({ at: 2, name: { km: 'ក', en: 'B' }, figures: { attempts: 40 } }),
  learnerRow({ at: 3, name: { km: 'គ', en: 'C' }, figures: { attempts: 5 } }),
];
const names = (order: Order, language: 'km' | 'en' = 'km') =>
  sortLearners(rows, order, language).map(({ learner }) => learner.name.km);

describe('the order of the list', () => {
  it('is the station’s at first', () => {
    expect(names(firstOrder)).toEqual(['ខ', 'ក', 'គ']);
  });

  it('puts names in the order of the language they are shown in', () => {
    expect(names({ column: 'name', direction: 'up' })).toEqual(['ក', 'ខ', 'គ']);
    expect(names({ column: 'name', direction: 'up' }, 'en')).toEqual(['ខ', 'ក', 'គ']);
  });

  it('keeps equals as they came, both ways, so that nothing shuffles', () => {
    expect(names({ column: 'attempts', direction: 'down' })).toEqual(['ក', 'ខ', 'គ']);
    expect(names({ column: 'attempts', direction: 'up' })).toEqual(['ខ', 'គ', 'ក']);
  });

  it('leaves the rows it was given alone', () => {
    sortLearners(rows, { column: 'attempts', direction: 'down' }, 'km');
    expect(rows.map(({ learner }) => learner.name.km)).toEqual(['ខ', 'ក', 'គ']);
  });

  it('begins with the largest number or the first word, and turns round when pressed again', () => {
    const byTime = orderAfter(firstOrder, 'time');
    expect(byTime).toEqual({ column: 'time', direction: 'down' });
    expect(orderAfter(byTime, 'time')).toEqual({ column: 'time', direction: 'up' });
    expect(orderAfter(byTime, 'name')).toEqual({ column: 'name', direction: 'up' });
  });
});
