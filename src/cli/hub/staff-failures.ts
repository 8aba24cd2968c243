import { exits, where } from './failure-shape.ts';
import type { Failures } from './failure-shape.ts';

const { unavailable, tryLater, config, inputOutput } = exits;
const unchanged = 'Nothing was changed.';

/** What people may not do, or what somebody else did meanwhile, as the console says it. */
export const staffFailures: Failures = {
  'permission.denied': {
    exitCode: config,
    sentence: () =>
      `The person named may not do this: their role, scopes or groups don't allow it, or their appointment has ended. ${unchanged} See who may in docs/security.md.`,
  },
  'permission.second': {
    exitCode: config,
    sentence: () =>
      `This takes two different people who both have the right to it; the second is a site manager. ${unchanged} Name both, and repeat the command.`,
  },
  'signature.invalid': {
    exitCode: config,
    sentence: () =>
      `A signature does not fit what it should have signed. It was not believed, and ${lowered(unchanged)} Ask whoever sent it to do it anew.`,
  },
  'signature.unknown-key': {
    exitCode: config,
    sentence: () =>
      `Something is signed with a key that is not known here. It was not believed, and ${lowered(unchanged)} Look whether it is of this site.`,
  },
  'sign-in.wrong': {
    exitCode: config,
    sentence: () => `The passphrase does not fit. ${unchanged} Try again, slowly.`,
  },
  'sign-in.wait': {
    exitCode: tryLater,
    sentence: ({ waitMs }) =>
      `After several wrong tries there is a wait of ${Math.ceil(Number(waitMs ?? 0) / 1000)} s. ${unchanged} Wait, then try again.`,
  },
  'command.stale': {
    exitCode: tryLater,
    sentence: () =>
      `The hub was started anew since this was asked. ${unchanged} Repeat the command.`,
  },
  'command.repeated': {
    exitCode: config,
    sentence: () =>
      'The hub was asked this before, and does nothing twice. Look how things stand; what is missing is asked for anew.',
  },
  'command.partly': {
    exitCode: config,
    sentence: () =>
      'The hub was cut off in the middle of this: a part of it may be done, and stays. Look how things stand, then repeat the command; what is done already is left as it is.',
  },
  'group.unknown': {
    exitCode: config,
    sentence: ({ group }) =>
      `There is no group ${String(group ?? '')} at this site any more. ${unchanged} Look at the groups in the Groups screen, and name one of those.`,
  },
  'group.full': {
    exitCode: config,
    sentence: ({ most }) =>
      `The group is full: each of its ${String(most ?? '')} tiles is somebody's. ${unchanged} Choose another group, or make a new one.`,
  },
  'group.symbol-taken': {
    exitCode: config,
    sentence: () =>
      `Another group has that picture, by which its learners find it. ${unchanged} Choose a picture that is no group's yet.`,
  },
  'group.other-scope': {
    exitCode: config,
    sentence: () =>
      `Somebody would be among others than their own: women among men, minors among adults, or the other way round. ${unchanged} Look at sex, year of birth and group; an officer who means it says so in the window.`,
  },
  'hub.away': {
    exitCode: unavailable,
    sentence: () =>
      'The hub does not answer. Nothing was asked of it that it would do later by itself. Start it with `rean hub run`, then repeat the command.',
  },
  'hub.full': {
    exitCode: inputOutput,
    sentence: () =>
      'The disk of the hub is full. As far as is known nothing was changed, and nothing that was acknowledged is lost. Free some space there, then repeat the command.',
  },
  'hub.busy': {
    exitCode: tryLater,
    sentence: () =>
      "The hub answers, but can't do this just now. As far as is known nothing was changed. Wait a moment, look how things stand, then repeat the command.",
  },
  'hub.refused': {
    exitCode: config,
    sentence: (facts) =>
      `The hub does not let this PC in (${String(facts['status'] ?? where(facts))}). ${unchanged} Look in the Site screen whether it was shut out, and enrol it anew if it may come back.`,
  },
  'hub.timeout': {
    exitCode: unavailable,
    sentence: () =>
      'The hub began to answer and then said nothing more. What was asked for may be done. Look how things stand, then repeat the command if need be.',
  },
  'document.unknown-version': {
    exitCode: config,
    sentence: (facts) =>
      `Something here was written by a newer Rean (${where(facts)}). It was left as it is. Use that version.`,
  },
  'store.conflict': {
    exitCode: tryLater,
    sentence: (facts) =>
      `Something else wrote to the same database just then (${where(facts)}). ${unchanged} Look whether another hub has that folder, then repeat the command.`,
  },
  'store.closed': {
    exitCode: tryLater,
    sentence: (facts) =>
      `The hub was ending, and its databases were closed already (${where(facts)}). Nothing that was acknowledged is lost. Start it, look how things stand, then repeat the command.`,
  },
  'display.missing': {
    exitCode: unavailable,
    sentence: () =>
      'There is no screen for windows to open on. Nothing was started. Log in at the screen, or give one in DISPLAY.',
  },
  'shape.invalid': {
    exitCode: config,
    sentence: (facts) =>
      `Something does not have the shape it should have (${String(facts['at'] ?? facts['what'] ?? facts['problem'] ?? where(facts))}). ${unchanged} Look at what was given; a file that was not changed by hand is damaged, and comes back from the backup.`,
  },
};

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
