import type { PackageFacts } from './control-file.ts';

/** What both packages need to make their user and folder, and to be started. */
const system = ['systemd | systemd-standalone-sysusers', 'init-system-helpers (>= 1.52)'] as const;

/** Libraries Chromium is linked with; the names before and since Debian 13 (64-bit times). */
const chromiumLibraries = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatk1.0-0 | libatk1.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6 (>= 2.31)',
  'libcairo2',
  'libcups2 | libcups2t64',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libglib2.0-0 | libglib2.0-0t64',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libstdc++6',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
] as const;

export const stationFacts = (version: string): PackageFacts => ({
  name: 'rean-station',
  version,
  architecture: 'amd64',
  section: 'education',
  summary: 'Kiosk of an education lab that works without internet',
  description: [
    'Rean runs the education labs of Cambodian prisons: kiosks that learners sign in at with pictures, and one server in each lab. Every answer is on the disk of the PC before it is marked, and reaches the hub of the lab when the network allows.',
    'This is the window a learner, or an officer, sits at. It brings units for a PC that shows nothing else, which are not enabled by installing it.',
  ],
  depends: [...chromiumLibraries, ...system].toSorted(),
  recommends: ['polkitd', 'xauth', 'xserver-xorg-core', 'xserver-xorg-input-libinput'],
});

export const hubFacts = (version: string): PackageFacts => ({
  name: 'rean-hub',
  version,
  architecture: 'amd64',
  section: 'education',
  summary: 'Server of an education lab that works without internet',
  description: [
    'Rean runs the education labs of Cambodian prisons: kiosks that learners sign in at with pictures, and one server in each lab.',
    'This is the server, the hub, with its own Node, and the command line "rean" that sites, stations and packs of content are managed with. The service starts once a site was made.',
  ],
  depends: [...system, 'libc6 (>= 2.28)', 'libgcc-s1', 'libstdc++6 (>= 9)'].toSorted(),
  recommends: ['dnsmasq-base', 'ipxe', 'polkitd'],
});
