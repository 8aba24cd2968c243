import { expect, it } from 'vitest';
import { countOf, lastDays, nothingTyped, numberIn, typedOf } from './typed-count.ts';

const today = '2026-11-22';

it('[LIB6] reads numbers in either digits, and nothing else', () => {
  expect(['១២', ' 12 ', '', '0', '500', '501', '-1', '1.5', 'a', '1000'].map(numberIn)).toEqual([
    12,
    12,
    0,
    0,
    500,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('[LIB6] asks for what was counted once nothing is missing', () => {
  const visits = { ...nothingTyped, people: '១២' };
  expect(countOf(visits, today)).toBeNull();
  const whole = { ...visits, scope: 'women' } as const;
  expect(countOf(whole, today)).toEqual({ kind: 'visits', day: today, scope: 'women', people: 12 });
  expect(countOf({ ...whole, people: '0' }, today)).toBeNull();
  const loans = { ...nothingTyped, kind: 'loans', topic: 'law', lent: '3' } as const;
  const counted = { kind: 'loans', day: today, topic: 'law', lent: 3, returned: 0 };
  expect(countOf(loans, today)).toEqual(counted);
  expect(countOf({ ...loans, lent: '' }, today)).toBeNull();
});

it('[LIB6] begins a correction with what was counted', () => {
  const visits = { kind: 'visits', day: '2026-11-20', scope: 'men', people: 7 } as const;
  const loans = { kind: 'loans', day: today, topic: 'work', lent: 0, returned: 2 } as const;
  expect([visits, loans].map((each) => countOf(typedOf(each), today))).toEqual([visits, loans]);
});

it('[LIB6] offers the days up to today', () => {
  expect(lastDays('2026-03-01', 3)).toEqual(['2026-03-01', '2026-02-28', '2026-02-27']);
});
