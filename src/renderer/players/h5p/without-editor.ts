import * as z from 'zod';
import { isOfEditor } from '../../../domain/h5p/libraries.ts';

const dependentSchema = z.looseObject({
  preloadedDependencies: z.array(z.looseObject({ machineName: z.string() })),
});

/** A package's or library's description without libraries of the editor, which are not there to be played. */
export function withoutEditor(description: unknown): unknown {
  const parsed = dependentSchema.safeParse(description).data;
  if (parsed === undefined) return description;
  const kept = parsed.preloadedDependencies.filter(({ machineName }) => !isOfEditor(machineName));
  return { ...parsed, preloadedDependencies: kept };
}

/** Lets whatever this page reads from now on come without them. */
export function readWithoutEditor(): void {
  const plain = window.fetch.bind(window);
  window.fetch = async (asked, how) => {
    const answer = await plain(asked, how);
    const address = asked instanceof Request ? asked.url : String(asked);
    if (!answer.ok || !/\/(?:h5p|library)\.json$/.test(address)) return answer;
    return Response.json(withoutEditor(await answer.json()));
  };
}
