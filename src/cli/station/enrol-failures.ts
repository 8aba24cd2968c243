import { exits } from '../hub/failure-shape.ts';
import type { Failures } from '../hub/failure-shape.ts';

const { config, unavailable } = exits;
const again = 'Have another one made with `rean site enrol`, or in the Site screen.';

/** What a technician reads when a PC was not let in ([ENR5]). */
export const enrolFailures: Failures = {
  'enrol.mistyped': {
    exitCode: config,
    sentence: () =>
      'That is no code as it was written: 16 characters, four by four. Nothing was sent. Look at each character and type it again.',
  },
  'enrol.wrong': {
    exitCode: config,
    sentence: () =>
      "The hub does not know this code. This PC is not enrolled; after five wrong tries a code ends. Look at the code, and that it is this hub's.",
  },
  'enrol.expired': {
    exitCode: config,
    sentence: () => `This code is too old. This PC is not enrolled. ${again}`,
  },
  'enrol.used': {
    exitCode: config,
    sentence: () => `This code has let in a station already. This PC is not enrolled. ${again}`,
  },
  'enrol.ended': {
    exitCode: config,
    sentence: () =>
      `This code was tried wrongly too often and counts no more. This PC is not enrolled. ${again} If nobody here mistyped it, somebody else tried: tell the site manager.`,
  },
  'enrol.other-site': {
    exitCode: config,
    sentence: (facts) =>
      `What answers at ${String(facts['url'])} is not the hub this code is for. Nothing was told to it. Look at the address and the code. If both are right, somebody else answers there: tell the site manager.`,
  },
  'enrol.other-kind': {
    exitCode: config,
    sentence: () =>
      `This code is for another kind of station. It still counts. This PC is not enrolled. Have one made for this kind.`,
  },
  'hub.unreachable': {
    exitCode: unavailable,
    sentence: (facts) =>
      facts['status'] === 429
        ? 'The hub was asked too often from this address. This PC is not enrolled; the code still counts. Wait a minute and try again.'
        : `No hub answers at ${String(facts['address'] ?? 'that address')}. This PC is not enrolled; the code still counts. Look at the cable and the address, and whether the hub is on. Then try again with the same code.`,
  },
  'hub.timeout': {
    exitCode: unavailable,
    sentence: () =>
      'The hub does not answer. This PC is not enrolled yet; the code still counts. Try again with the same code.',
  },
  'hub.certificate-mismatch': {
    exitCode: unavailable,
    sentence: () =>
      'What answers there shows no certificate of the hub this code is for. Nothing was told to it. Look at the address; if it is right, tell the site manager.',
  },
  'hub.protocol': {
    exitCode: unavailable,
    sentence: () =>
      'What answers there does not speak as a hub of this version does. This PC is not enrolled. Look at the address, and that hub and stations have the same version.',
  },
};
