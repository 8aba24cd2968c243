import { Play } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { ItemType } from '../../../../shared/contracts/lesson.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useSay } from '../../shell/say.ts';
import './demonstration.css';
import { sceneOf } from './scenes.ts';
import type { Move, Prop, Scene, Sign } from './scenes.ts';
import { stepsShown, wayBetween } from './steps.ts';
import { arrowTrack, carriedTrack, showingSeconds, timeOf } from './timing.ts';
import type { Track } from './timing.ts';

/**
 * How this kind of item is answered, shown without words ([LSN14]): by itself where `first` says that
 * the kind is new in this lesson, and at a touch. Who asked for less motion sees its steps drawn, and at
 * each touch one step more.
 */
export function Demonstration(props: { readonly type: ItemType; readonly first: boolean }) {
  const say = useSay();
  const still = useStill();
  const [showing, setShowing] = useState(props.first ? 1 : 0);
  const scene = sceneOf[props.type];
  if (scene === null) return null;
  return (
    <button
      type="button"
      className="demonstration"
      onClick={() => setShowing((before) => before + 1)}
    >
      <span className="demonstration__sign">
        <Play aria-hidden="true" />
        {say('lesson.how')}
      </span>
      <svg viewBox="0 0 300 88" aria-hidden="true" key={showing}>
        {scene.props.map((prop) => (
          <PropDrawing key={prop.at.join(' ')} prop={prop} />
        ))}
        {still ? (
          <Steps scene={scene} count={stepsShown(scene, showing)} />
        ) : (
          showing > 0 && <Played scene={scene} />
        )}
      </svg>
    </button>
  );
}

const lessMotion = () => matchMedia('(prefers-reduced-motion: reduce)');

/** Whether this person asked for less motion, as it is and as it changes. */
function useStill(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const asked = lessMotion();
      asked.addEventListener('change', changed);
      return () => asked.removeEventListener('change', changed);
    },
    () => lessMotion().matches,
  );
}

/** The moves of a scene up to one of them, drawn and numbered, with nothing that moves. */
function Steps({ scene, count }: { readonly scene: Scene; readonly count: number }) {
  const language = useLanguage();
  return scene.moves.slice(0, count).map(({ from, to, sign }, index) => (
    <g key={from.join(' ')} className="demonstration__step">
      <circle cx={from[0]} cy={from[1]} r="24" className="demonstration__ring" />
      {to !== undefined && (
        <>
          <g transform={`translate(${to[0]} ${to[1]})`}>
            <rect
              x="-24"
              y="-17"
              width="48"
              height="34"
              rx="7"
              className="demonstration__carried"
            />
            {sign !== undefined && <SignDrawing sign={sign} />}
          </g>
          <path d={wayBetween(from, to)} className="demonstration__way" />
        </>
      )}
      <circle
        cx={from[0] + 19}
        cy={from[1] - 17}
        r="11"
        className="demonstration__place-in-order"
      />
      <text x={from[0] + 19} y={from[1] - 11}>
        {formatDigits(index + 1, language)}
      </text>
    </g>
  ));
}

/** The moves of a scene, played once. */
function Played({ scene }: { readonly scene: Scene }) {
  return (
    <>
      {scene.moves.map((move, index) => (
        <Carried key={move.from.join(' ')} scene={scene} move={move} index={index} />
      ))}
      <g className="demonstration__arrow">
        <Travel track={arrowTrack(scene)} scene={scene} />
        <path d="M0 0V24L6 18.5L10 27L15 24.5L11 16.5H19Z" />
      </g>
    </>
  );
}

/** What a move touches: ringed when it is clicked, and carried where it goes. */
function Carried(props: { readonly scene: Scene; readonly move: Move; readonly index: number }) {
  const { scene, move, index } = props;
  const clicked = timeOf(scene, index, 2);
  const laid = timeOf(scene, index, 4);
  return (
    <g>
      <Travel track={carriedTrack(scene, index)} scene={scene} />
      {move.sign !== undefined && (
        <g opacity="0">
          <set attributeName="opacity" to="1" begin={`${clicked * showingSeconds(scene)}s`} />
          <rect x="-24" y="-17" width="48" height="34" rx="7" className="demonstration__carried" />
          <SignDrawing sign={move.sign} />
        </g>
      )}
      <circle r="24" className="demonstration__ring" opacity="0">
        <animate
          attributeName="opacity"
          values={move.to === undefined ? '0;0;1;1' : '0;0;1;0;0'}
          keyTimes={
            move.to === undefined
              ? `0;${clicked};${laid};1`
              : `0;${clicked};${timeOf(scene, index, 3)};${laid};1`
          }
          dur={`${showingSeconds(scene)}s`}
          fill="freeze"
        />
      </circle>
    </g>
  );
}

function Travel({ track, scene }: { readonly track: Track; readonly scene: Scene }) {
  return (
    <animateTransform
      attributeName="transform"
      type="translate"
      values={track.values}
      keyTimes={track.keyTimes}
      dur={`${showingSeconds(scene)}s`}
      fill="freeze"
    />
  );
}

function PropDrawing({ prop: { as, at, width, height, sign } }: { readonly prop: Prop }) {
  return (
    <g transform={`translate(${at[0]} ${at[1]})`}>
      {as !== 'mark' && (
        <rect
          x={-width / 2}
          y={-height / 2}
          width={width}
          height={height}
          rx={as === 'bar' ? 3 : 7}
          className={`demonstration__${as}`}
        />
      )}
      {sign !== undefined && <SignDrawing sign={sign} />}
    </g>
  );
}

function SignDrawing({ sign }: { readonly sign: Sign }) {
  switch (sign) {
    case 'disc':
      return <circle r="10" className="demonstration__disc" />;
    case 'corner':
      return <path d="M0 -10L11 9H-11Z" className="demonstration__corner" />;
    case 'block':
      return <rect x="-9" y="-9" width="18" height="18" className="demonstration__block" />;
  }
}
