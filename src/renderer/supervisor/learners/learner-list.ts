import { useDeferredValue, useMemo, useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { createFinder, everybody, isWithout } from './find-learners.ts';
import type { FindGround, Wanted } from './find-learners.ts';
import { firstOrder, orderAfter, sortLearners } from './learner-order.ts';
import type { Column, Order } from './learner-order.ts';

export interface LearnerListState {
  readonly wanted: Wanted;
  readonly want: (wanted: Wanted) => void;
  readonly wantAll: () => void;
  readonly order: Order;
  readonly orderBy: (column: Column) => void;
  /** Who fits, in order. */
  readonly found: readonly LearnerRow[];
}

/** What of the list is wanted, in which order; typing never waits for a long list. */
export function useLearnerList(
  rows: readonly LearnerRow[],
  { courses, today }: FindGround,
): LearnerListState {
  const language = useLanguage();
  const [asked, setWanted] = useState(everybody);
  const [order, setOrder] = useState(firstOrder);
  const [find] = useState(createFinder);
  const someClosed = useMemo(() => rows.some(({ disabled }) => disabled), [rows]);
  const someWithout = useMemo(() => rows.some(isWithout), [rows]);
  // Once the last closed account is open again, there is no list of them to stay in; so with the others.
  const left = (asked.closed && !someClosed) || (asked.without && !someWithout);
  const wanted = left ? everybody : asked;
  const looked = useDeferredValue(wanted);
  const found = useMemo(
    () => find(rows, looked, { courses, today }),
    [find, rows, looked, courses, today],
  );
  const sorted = useMemo(() => sortLearners(found, order, language), [found, order, language]);
  return {
    wanted,
    want: setWanted,
    wantAll: () => setWanted(everybody),
    order,
    orderBy: (column) => setOrder((before) => orderAfter(before, column)),
    found: sorted,
  };
}
