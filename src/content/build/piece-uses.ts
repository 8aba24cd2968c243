import type { PackFile, PackSource } from '../../shared/contracts/pack-manifest.ts';
import { foreignPathSchema } from '../../shared/contracts/phrase.ts';
import { liesIn } from '../pack/piece-folders.ts';
import { brokenRuleSchema } from '../../shared/words/rule.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { pieceMistakes } from '../pack/piece-mistakes.ts';
import { tellShape, tellSource } from '../words/tell.ts';
import type { Problem } from './problem.ts';
import { sourceName } from './read-source.ts';
import type { FileUse } from './used-files.ts';

/** Every file in the folders of a pack's pieces: all of them go into the pack, named or not. */
export function pieceUses({ items }: PackSource, present: readonly string[]): readonly FileUse[] {
  return items.flatMap(({ folder }, index) =>
    present
      .filter((path) => liesIn(path, folder))
      .map((path) => ({
        path,
        kind: 'piece' as const,
        file: sourceName,
        at: `items[${index}].folder`,
      })),
  );
}

/** What is wrong with the pieces of a source, whose files were gathered. */
export function pieceProblems(
  { items, lessons }: PackSource,
  files: readonly PackFile[],
  present: readonly string[],
): readonly Problem[] {
  const empty =
    items.length + lessons.length > 0
      ? []
      : [at('lessons', tellSource('pack.nothing'), tellSource('pack.nothing.fix'))];
  return [
    ...empty,
    ...items.flatMap(({ folder }, index) =>
      present.some((path) => liesIn(path, folder))
        ? []
        : [
            at(
              `items[${index}].folder`,
              tellSource('folder.empty', { folder }),
              tellSource('folder.empty.fix'),
            ),
          ],
    ),
    ...pieceMistakes({ items, files }).map(({ at: place, problem, fix }) =>
      at(place, problem, fix),
    ),
  ];
}

/** Names that no pack may have, of files that would go into one. */
export function nameProblems(uses: readonly FileUse[]): readonly Problem[] {
  return uses.flatMap(({ path }) => {
    const issue = foreignPathSchema.safeParse(path).error?.issues[0];
    if (issue === undefined) return [];
    const rule =
      issue.code === 'custom' ? brokenRuleSchema.safeParse(issue.params).data : undefined;
    const what = rule?.problem ?? tellSource('name.signs');
    const problem = tellSource('name', { what });
    return [{ file: path, at: null, problem, fix: rule?.fix ?? tellShape('form.foreign.fix') }];
  });
}

const at = (place: string, problem: Sentence, fix: Sentence): Problem => ({
  file: sourceName,
  at: place,
  problem,
  fix,
});
