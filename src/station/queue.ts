/** Runs one job after the other, in the order given; a failed one does not hold up the next. */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
}
