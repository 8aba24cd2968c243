const modifiers = ['ctrl', 'alt', 'shift', 'super'] as const;

/** The names that X gives to the keys of a keyboard with 104 of them. */
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const digits = Array.from('0123456789');
const functionKeys = Array.from({ length: 12 }, (_, index) => `F${String(index + 1)}`);
const signs = ['grave', 'minus', 'equal', 'bracketleft', 'bracketright', 'backslash'].concat([
  'semicolon',
  'apostrophe',
  'comma',
  'period',
  'slash',
  'space',
]);
const ways = ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Prior', 'Next', 'Insert', 'Delete'];
const deeds = [
  'Escape',
  'Tab',
  'Return',
  'BackSpace',
  'Caps_Lock',
  'Menu',
  'Super_L',
  'Super_R',
].concat(
  ['Print', 'Scroll_Lock', 'Pause', 'Num_Lock', 'Shift_L', 'Shift_R', 'Control_L', 'Control_R'],
  ['Alt_L', 'Alt_R'],
);
const numbers = digits
  .map((digit) => `KP_${digit}`)
  .concat('KP_Enter', 'KP_Add', 'KP_Subtract', 'KP_Multiply', 'KP_Divide', 'KP_Decimal');

export const keyboard104 = [letters, digits, functionKeys, signs, ways, deeds, numbers].flat();

/** Beyond 104: what keyboards of laptops and offices have besides. */
export const keysOfMachines = [
  'Back',
  'Forward',
  'Refresh',
  'HomePage',
  'Search',
  'Favorites',
  'WWW',
]
  .concat([
    'Mail',
    'Calculator',
    'Explorer',
    'Terminal',
    'Tools',
    'AudioPlay',
    'AudioMute',
    'Sleep',
  ])
  .concat(['AudioRaiseVolume', 'PowerOff', 'LogOff', 'MenuKB', 'TaskPane', 'Launch1', 'LaunchA'])
  .concat(['ScreenSaver', 'Eject'])
  .map((name) => `XF86${name}`);

/** Every combination of modifiers, none among them. */
const held = Array.from({ length: 2 ** modifiers.length }, (_, bits) =>
  modifiers.filter((_name, at) => (bits >> at) % 2 === 1),
);

/** All keys with all modifiers. */
export const allCombinations: readonly string[] = [
  ...held.flatMap((names) => keyboard104.map((key) => [...names, key].join('+'))),
  ...keysOfMachines,
];

const words = (text: string) => text.trim().split(/\s+/u);

/** What browsers have a meaning for. */
const browserCombinations: readonly string[] =
  words(`ctrl+r ctrl+shift+r F5 ctrl+F5 shift+F5 ctrl+w ctrl+shift+w ctrl+F4 ctrl+q ctrl+n ctrl+shift+n
    ctrl+t ctrl+shift+t ctrl+p ctrl+shift+p ctrl+s ctrl+o ctrl+u ctrl+f ctrl+g ctrl+h ctrl+j ctrl+d ctrl+l
    ctrl+k ctrl+e ctrl+shift+i ctrl+shift+j ctrl+shift+c ctrl+shift+k ctrl+shift+b ctrl+shift+o
    ctrl+shift+Delete ctrl+shift+Escape shift+Escape ctrl+Tab ctrl+shift+Tab ctrl+Prior ctrl+Next
    ctrl+1 ctrl+9 ctrl+plus ctrl+minus ctrl+0 ctrl+KP_Add ctrl+KP_Subtract alt+Left alt+Right alt+Home
    alt+d alt+f alt+e F1 F3 F6 F7 F10 F11 F12 shift+F10 Menu ctrl+shift+m ctrl+m ctrl+shift+q alt+Return`);

/** What desktops and consoles have a meaning for. */
export const desktopCombinations: readonly string[] = [
  // of desktops
  ...words(`alt+F4 alt+Tab alt+shift+Tab alt+Escape alt+space alt+F1 alt+F2 alt+F7 alt+F8 alt+F9 alt+F10
    ctrl+alt+t ctrl+alt+l ctrl+alt+d ctrl+alt+Tab ctrl+alt+Escape ctrl+alt+Delete ctrl+alt+BackSpace
    ctrl+alt+Left ctrl+alt+Right ctrl+alt+Up ctrl+alt+Down ctrl+Escape
    Super_L super+d super+e super+l super+r super+Tab super+space super+Up super+Left super+1
    super+m super+x super+i super+p super+a super+shift+s super+Print Print alt+Print shift+Print
    ctrl+Print alt+Print+b Pause Scroll_Lock`),
  // of consoles
  ...words(`ctrl+alt+F1 ctrl+alt+F2 ctrl+alt+F3 ctrl+alt+F7 ctrl+alt+F12 ctrl+alt+KP_Add
    ctrl+alt+KP_Subtract ctrl+c ctrl+z ctrl+d ctrl+backslash ctrl+shift+u`),
  ...keysOfMachines,
];

export const meantCombinations = [...browserCombinations, ...desktopCombinations];
