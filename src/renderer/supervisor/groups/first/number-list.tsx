import { Check, FileDown, RotateCw } from 'lucide-react';
import { numberPage } from '../../../../domain/print/number-page.ts';
import { formatDigits, formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { firstSignInTexts } from '../../../i18n/texts/supervisor/first-sign-ins.ts';
import { Button } from '../../../ui/button.tsx';
import { Tile } from '../../../ui/tile.tsx';
import { PrintIt } from '../../saving/print-it.tsx';
import { SavingWords } from '../../saving/saving-words.tsx';
import { useSaving } from '../../saving/use-saving.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { printedDrawings, printedTile, printedTileStyle } from '../../learner/printed-tiles.tsx';
import './number-list.css';
import type { FirstSignIns, Numbered } from './use-first-sign-ins.ts';
import { screenNamed } from '../../../ui/screen-name.ts';

const useFirstSay = createSayHook(firstSignInTexts);

/** The numbers that were given, told once: to be printed, or written down ([SGN13]). */
export function NumberList({ list, running, error, goOn, seen }: FirstSignIns) {
  const say = useFirstSay();
  if (list === null) return null;
  const { given, left, learners } = list;
  const over = given.length + left.length === learners.length;
  return (
    <section className="form number-list" {...screenNamed('numbers')} aria-label={say('told')}>
      <h2 className="learner-panel__title">{say('told')}</h2>
      {!over && <Progress done={given.length + left.length} of={learners.length} />}
      {error !== undefined && !running && !over && (
        <>
          <CommandTrouble error={error} />
          <p>{say('go-on.what')}</p>
          <Button icon={RotateCw} label={say('go-on')} tone="next" onPress={goOn} />
        </>
      )}
      {given.length > 0 && (
        <>
          <p className="told__once">{say('once')}</p>
          <Lines given={given} />
        </>
      )}
      {left.length > 0 && <p>{say('left', { count: left.length })}</p>}
      {!running && given.length > 0 && <Print given={given} />}
      <Button
        icon={Check}
        label={say(given.length > 0 ? 'seen' : 'close')}
        tone={over ? 'next' : 'quiet'}
        disabled={running}
        onPress={seen}
      />
    </section>
  );
}

function Progress({ done, of }: { readonly done: number; readonly of: number }) {
  const say = useFirstSay();
  const language = useLanguage();
  const words = say('progress', {
    done: formatNumber(done, language),
    of: formatNumber(of, language),
  });
  return (
    <div className="number-list__progress">
      <output>{words}</output>
      <progress value={done} max={of} aria-label={words} />
    </div>
  );
}

function Lines({ given }: { readonly given: readonly Numbered[] }) {
  const language = useLanguage();
  return (
    <ul className="number-list__lines">
      {given.map(({ learner, number }) => (
        <li key={learner.learner}>
          <span className="number-list__tile">
            <Tile tile={learner.tile} />
          </span>
          <span className="number-list__words">
            {inLanguage(learner.name, language)}
            <strong>{formatDigits(`${number.slice(0, 3)} ${number.slice(3)}`, language)}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Print({ given }: { readonly given: readonly Numbered[] }) {
  const say = useFirstSay();
  const saving = useSaving('first-numbers');
  const print = async (way: 'page' | 'print') => {
    const drawings = printedDrawings(given.map(({ learner }) => learner.tile));
    const lines = given.map(({ learner, number }) => ({
      name: learner.name,
      tile: printedTile(learner.tile),
      number,
    }));
    await saving[way]('numbers', numberPage(lines, { style: printedTileStyle, drawings }));
  };
  return (
    <>
      <Button
        icon={FileDown}
        label={say('print')}
        disabled={saving.pending}
        onPress={() => void print('page')}
      />
      <PrintIt saving={saving} disabled={saving.pending} onPress={() => void print('print')} />
      <SavingWords saving={saving} />
    </>
  );
}
