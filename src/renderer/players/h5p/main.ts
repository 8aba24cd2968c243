import { createSay } from '../../i18n/text.ts';
import { h5pPlayerTexts } from '../../i18n/texts/h5p-player.ts';
import { detailOf, openPort } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import './frame.css';
import type { H5pCore } from './h5p.d.ts';
import { Keeper, keptBefore } from './keeper.ts';
import { addKhmerLetters } from './khmer-letters.ts';
import { hasFileAt, packageFault, partsFault, readJsonAt } from './package-files.ts';
import { ResultTeller } from './result-teller.ts';
import { watchScripts } from './script-faults.ts';
import type { ScriptFaults } from './script-faults.ts';
import { readWithoutEditor } from './without-editor.ts';

/** The one content of this page, as H5P counts them. */
const contentId = '1';
/** How often H5P keeps where it is by itself, s. */
const saveFreq = 3;

/** Plays a package of H5P with the player of the pack it requires ([PCE14], ADR 33). */
async function play(): Promise<void> {
  const port = await openPort();
  const fail = (reason: 'missing' | 'broken', detail: string) =>
    port.say({ kind: 'failed', reason, detail: detailOf(detail) });
  // Around this page is one of another origin, which content breaks on; and which is for our own messages only.
  Object.defineProperty(window, 'parent', { value: window });
  const missing = await whatIsMissing(port);
  if (missing !== null) return fail('missing', missing);
  readWithoutEditor();
  addKhmerLetters();
  const faults = watchScripts((path) => fail('missing', `${path} is not there`));
  try {
    await load(`${playerOf(port)}/main.bundle.js`);
    const core = await lay(port);
    begin(port, core, faults);
  } catch (error) {
    // Its learner was told, and would see what there is all the same.
    if (port.lenient !== true) return fail('broken', faults.first ?? String(error));
  }
  port.say({ kind: 'ready' });
}

const packageOf = ({ launch }: PlayerPort) => `${launch.folder}/~h5p/package`;
const playerOf = ({ launch }: PlayerPort) => `${launch.folder}/~h5p/player`;

async function whatIsMissing(port: PlayerPort): Promise<string | null> {
  const player = await fetch(`${playerOf(port)}/main.bundle.js`, { method: 'HEAD' }).catch(
    () => null,
  );
  if (player === null || !player.ok) {
    return `the pack ${port.launch.playedBy ?? ''}, which plays it, is not installed here in the version it needs`;
  }
  const read = readJsonAt(packageOf(port));
  const fault = await packageFault(read);
  // Its learner was told, and would see the other parts all the same.
  if (fault !== null || port.lenient === true) return fault;
  return partsFault(read, hasFileAt(packageOf(port)));
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} is not there`)));
    script.src = address;
    document.head.append(script);
  });
}

/** Everything that is needed is loaded; nothing has begun. */
async function lay(port: PlayerPort): Promise<H5pCore> {
  const stage = document.getElementById('stage');
  const player = window.H5PStandalone;
  if (stage === null || player === undefined) throw new Error('its player gives no H5PStandalone');
  // Frames of pieces have no whole screen to give.
  window.H5PIntegration = { fullscreenDisabled: true };
  const kept = await keptBefore(port.launch.place);
  const say = createSay(h5pPlayerTexts, port.language);
  const pathOf = (address: string) => new URL(address).pathname;
  await new player.H5P(stage, {
    id: contentId,
    h5pJsonPath: pathOf(packageOf(port)),
    frameJs: pathOf(`${playerOf(port)}/frame.bundle.js`),
    frameCss: pathOf(`${playerOf(port)}/styles/h5p.css`),
    embedType: 'div',
    preventH5PInit: false,
    reportingIsEnabled: true,
    saveFreq,
    ...(kept !== undefined && { contentUserData: kept }),
    translations: {
      H5P: {
        confirmDialogHeader: say('sure'),
        confirmDialogBody: say('sure.body'),
        cancelLabel: say('no'),
        confirmLabel: say('yes'),
      },
    },
  });
  if (window.H5P === undefined) throw new Error('its player gives no H5P');
  return window.H5P;
}

/** Listens first: content may tell things from its first moment on. Throws where nothing came of it. */
function begin(port: PlayerPort, core: H5pCore, faults: ScriptFaults): void {
  const teller = new ResultTeller((message) => port.say(message));
  core.externalDispatcher.on('xAPI', ({ data }) => teller.take(data?.statement));
  const tell = core.error.bind(core);
  core.error = (said) => {
    faults.note(said);
    tell(said);
  };
  core.init(document.body);
  if (core.instances[0] === undefined) {
    throw new Error('nothing was made of its content');
  }
  // Made new so that it asks again how much room there is.
  window.dispatchEvent(new Event('resize'));
  const keeper = new Keeper(port, core, contentId);
  port.onLeaving(() => {
    teller.tellNow();
    return keeper.tellNow();
  });
}

void play();
