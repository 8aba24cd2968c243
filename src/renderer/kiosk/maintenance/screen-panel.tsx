import { Maximize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { Facts, Outcome } from './facts.tsx';
import { useSay } from './say.ts';

const colours = ['white', 'black', 'red', 'green', 'blue', 'grid'] as const;
const least = { width: 1024, height: 768 } as const;

/** How large the screen is, and colours that fill it: what is dead or cut off is seen there. */
export function ScreenPanel() {
  const say = useSay();
  const [showing, setShowing] = useState(false);
  const { width, height, colorDepth } = screen;
  const facts = [
    { name: say('screen.size'), value: `${width} × ${height}` },
    { name: say('screen.page'), value: `${innerWidth} × ${innerHeight}` },
    { name: say('screen.ratio'), value: String(devicePixelRatio) },
    { name: say('screen.depth'), value: String(colorDepth) },
  ];
  return (
    <>
      <Facts facts={facts} />
      {(width < least.width || height < least.height) && (
        <Outcome well={false}>{say('screen.small')}</Outcome>
      )}
      <p>{say('screen.do')}</p>
      <div className="maintain__row">
        <Button icon={Maximize} label={say('screen.begin')} onPress={() => setShowing(true)} />
      </div>
      {showing && <Colours onEnd={() => setShowing(false)} />}
    </>
  );
}

function Colours({ onEnd }: { readonly onEnd: () => void }) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const colour = colours[at];
  useEffect(() => {
    const stop = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onEnd();
    };
    window.addEventListener('keydown', stop);
    return () => window.removeEventListener('keydown', stop);
  }, [onEnd]);
  const next = () => {
    if (at + 1 < colours.length) setAt(at + 1);
    else onEnd();
  };
  return (
    <button
      type="button"
      className={`maintain__colour maintain__colour--${colour}`}
      aria-label={say('screen.next')}
      ref={focusOnce}
      onClick={next}
      {...screenNamed('maintain-colours')}
    />
  );
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();
