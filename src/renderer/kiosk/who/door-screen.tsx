import { Undo2, UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import type { ReanError } from '../../../shared/errors.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import type { AtTheDoor } from './at-the-door.ts';
import './code.css';
import type { CodeEntry } from './code-entry.ts';
import { CodeWait } from './code-message.tsx';
import type { ScreenName } from '../../ui/screen-name.ts';

interface DoorProps extends AtTheDoor {
  readonly screen: ScreenName;
  readonly title: string;
  /** What is touched so far, and what the last try came to. */
  readonly places: ReactNode;
  readonly entry: CodeEntry<string>;
  readonly closed: boolean;
  /** How long still to wait, ms. */
  readonly leftMs: number;
  readonly onUndo: () => void;
  readonly error: ReanError | undefined;
  /** Keys of digits take less room than the twelve pictures. */
  readonly layout?: 'pad';
  readonly children: ReactNode;
}

/** A person at the left, with what they touched; at the right what there is to touch. */
export function DoorScreen(props: DoorProps) {
  const { learner, entry, closed, leftMs, controls } = props;
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar
        screen={props.screen}
        left={<Button icon={UserRoundX} label={say('code.not-me')} onPress={props.onNotMe} />}
        middle={<h1 className="code__title">{props.title}</h1>}
        controls={controls}
        language={language}
        onLanguage={props.onLanguage}
      />
      <main className={props.layout === 'pad' ? 'code code--pad' : 'code'}>
        <section className="code__person">
          <Tile tile={learner.tile} />
          <p className="code__name">{inLanguage(learner.name, language)}</p>
          {props.places}
          <Button
            icon={Undo2}
            label={say('code.undo')}
            disabled={closed || entry.touched.length === 0}
            onPress={props.onUndo}
          />
        </section>
        <div className="code__field">
          {props.children}
          {leftMs > 0 && <CodeWait waitMs={entry.waitMs} leftMs={leftMs} />}
        </div>
      </main>
      {props.error !== undefined && <ErrorNotice error={props.error} />}
    </>
  );
}

/** A dot for each sign, filled as it is touched: which one it was is nobody's to see. */
export function Dots(props: {
  readonly filled: number;
  readonly total: number;
  readonly busy: boolean;
  readonly words: string;
}) {
  const { filled, total, busy, words } = props;
  return (
    <p className={`code__dots${busy ? ' code__dots--busy' : ''}`}>
      <span className="unseen">{words}</span>
      {Array.from({ length: total }, (_, place) => (
        <span
          key={place}
          className={place < filled ? 'code__dot code__dot--filled' : 'code__dot'}
        />
      ))}
    </p>
  );
}
