import { exits, where } from '../hub/failure-shape.ts';
import type { Failures } from '../hub/failure-shape.ts';
import { enrolFailures } from './enrol-failures.ts';

const kept = 'Answers given here before are kept in that folder.';

/** What a technician reads when a station's process can't start ([STN3]). */
export const stationFailures: Failures = {
  ...enrolFailures,
  'station.not-enrolled': {
    exitCode: exits.config,
    sentence: (facts) =>
      `This PC is not enrolled as a station (${where(facts)} is not there). Nothing was changed. Enrol it with a one-time code (\`rean site enrol\` at the hub, \`rean station enrol\` here), or give the station's own folder with --data.`,
  },
  'config.invalid': {
    exitCode: exits.config,
    sentence: ({ option, at, ...facts }) =>
      facts['problem'] === 'exists'
        ? `This folder is a station's already (${where(facts)}). It was left as it is. Give another folder, or move this one away if that station is to be given up.`
        : option === undefined
          ? `${where(facts)} does not have the shape it should have (${String(at ?? '')}). Nothing was changed. ${kept} Put it right, and start again.`
          : `The option --${String(option)} can't be read. Nothing was done. See the command's --help for what it takes.`,
  },
  'store.in-use': {
    exitCode: exits.tryLater,
    sentence: (facts) =>
      `Another process has this station's folder open (${where(facts)}). It goes on undisturbed. Stop it first, or use that one.`,
  },
  'store.full': {
    exitCode: exits.inputOutput,
    sentence: (facts) =>
      `The disk is full (${where(facts)}). New answers can't be kept. ${kept} Free some space, then start again.`,
  },
  'store.unopenable': {
    exitCode: exits.inputOutput,
    sentence: (facts) =>
      `The station's data does not open (${where(facts)}). ${kept} Check the disk and the rights of the folder. Don't delete it.`,
  },
};
