import { Subscription, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';
import { DirectoryIndex } from './directory/directory-index.ts';
import { foldedLearner$ } from './learners/folded-learner.ts';
import { followUnfolded } from './learners/follow-unfolded.ts';
import type { LiveLearnerSource } from './learners/live-learner.ts';
import { SummaryIndex } from './learners/summary-index.ts';
import type { LearnerId } from '../shared/ids.ts';
import { PeerEvents } from './peers/peer-events.ts';
import { openLessonShelf } from './lessons/lesson-shelf.ts';
import type { LessonShelf } from './lessons/lesson-shelf.ts';
import { localDocument, localNames } from './record/local-documents.ts';
import { OwnEvents, foldedMarkSchema } from './record/own-events.ts';
import { logRecorder } from './record/recorder.ts';
import type { Recorder } from './record/recorder.ts';
import { followReplica } from './replica/replica-following.ts';
import { StateReplica } from './replica/state-replica.ts';
import type { Moved } from './replica/state-replica.ts';
import type { EveryWindow } from './rpc/every-window.ts';
import { followCompany } from './sign-in/company.ts';
import { followAuthority } from './renewal/follow-authority.ts';
import { followRenewal } from './renewal/follow-renewal.ts';
import { hubTries, ofLearnersAlone } from './sign-in/hub-tries.ts';
import { labTries } from './sign-in/lab-tries.ts';
import { createSecretCheck } from './sign-in/secret-check.ts';
import type { SecretCheck } from './sign-in/secret-check.ts';
import { savedTriesSchema } from './sign-in/throttle.ts';
import { appInfo } from './status/app-info.ts';
import { status$ } from './status/status-view.ts';
import { UnreadDocuments } from './status/unread-documents.ts';
import type { StationParts } from './station-parts.ts';

/** What both kinds of station have, running. */
export interface StationCore extends StationParts {
  readonly directory: DirectoryIndex;
  /** Everybody in short; kept on a supervisor station only. */
  readonly summaries: SummaryIndex;
  readonly learners: LiveLearnerSource;
  /** Whoever moved, in the fold or in what is not folded yet. */
  readonly learnersMoved$: Observable<Moved>;
  readonly recorder: Recorder;
  readonly secrets: SecretCheck;
  readonly shelf: LessonShelf;
  readonly everyWindow: EveryWindow;
  /** Lets go of what it follows. The stores are the caller's to close. */
  stop(): Promise<void>;
}

/** What a sign-in waits for other stations to say what they recorded, at most, ms. */
const listenMs = 1000;

/** @throws ReanError `store.*` when the packs or the local documents can't be read */
export async function startCore(parts: StationParts): Promise<StationCore> {
  const { config, local, events, keyring, uplink, peers, notices, log, clock } = parts;
  const directory = new DirectoryIndex(log);
  const unread = new UnreadDocuments(notices);
  const summaries = new SummaryIndex(log, unread);
  const states = new StateReplica(uplink.replica$, log, unread);
  const own = new OwnEvents({
    log: events,
    states,
    mark: localDocument(local, localNames.folded, foldedMarkSchema),
    learnerKey: (learner) => keyring.keys?.learnerKey(learner) ?? null,
    logger: log,
  });
  const peerEvents = new PeerEvents({
    copies: peers.copies,
    states,
    learnerKey: (learner) => keyring.keys?.learnerKey(learner) ?? null,
    kindOf: (station) => directory.directory.stations.get(station)?.kind ?? null,
    logger: log,
  });
  const folded$ = (learner: LearnerId) => foldedLearner$(learner, states, keyring.keys$, log);
  const following = new Subscription();
  const followers = { directory, summaries: config.kind === 'supervisor' ? summaries : null };
  following.add(followReplica(uplink.replica$, keyring.keys$, followers, log));
  following.add(
    directory.directory$.subscribe(({ unreadable }) => unread.count('directory', unreadable)),
  );
  const { station } = config;
  const { directory$ } = directory;
  const { status$: uplink$ } = uplink;
  following.add(followRenewal({ ...parts, station, directory$, status$: uplink$ }));
  following.add(followAuthority({ ...parts, directory$, status$: uplink$ }));
  if (config.kind === 'supervisor') {
    const sources = [own, peerEvents];
    following.add(followUnfolded({ sources, folded$, keys$: keyring.keys$, summaries, log }));
  }

  const learners: LiveLearnerSource = {
    folded$,
    ownEvents: (learner) => own.of(learner),
    peerEvents$: (learner) => peerEvents.of$(learner),
    freshen: () => peers.refresh(listenMs),
  };
  const recorder = logRecorder(events, notices, parts.folder);
  const moved$ = merge(
    states.moved$.pipe(map((moved) => (moved === 'everybody' ? null : moved))),
    peerEvents.moved$,
  );
  const learnersMoved$ = merge(states.moved$, peerEvents.moved$, own.moved$);
  const company = followCompany(parts);
  const listen = () => peers.listen(listenMs);
  const hub = hubTries(parts);
  const secrets = await createSecretCheck({
    ...parts,
    store: localDocument(local, localNames.signIn, savedTriesSchema),
    lab: labTries({ learners, recorder, moved$, listen }),
    hub: config.kind === 'kiosk' ? ofLearnersAlone(hub) : hub,
    company: () => company.now,
  });

  return {
    ...parts,
    directory,
    summaries,
    learners,
    learnersMoved$,
    recorder,
    secrets,
    shelf: await openLessonShelf({ store: parts.packs, notices }),
    everyWindow: {
      info: () => Promise.resolve(appInfo(parts, directory.directory)),
      status$: status$({
        uplink$: uplink.status$,
        peers$: peers.status$,
        notices$: notices.notices$,
        clock,
      }),
    },
    async stop() {
      following.unsubscribe();
      secrets.close();
      hub.close();
      company.close();
      await own.close();
      await peerEvents.close();
      states.close();
    },
  };
}
