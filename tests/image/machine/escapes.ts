/** Combinations that lead somewhere on some system, by QEMU's names of keys. */

const terminals = Array.from({ length: 12 }, (_, at) => ['ctrl', 'alt', `f${at + 1}`]);
/** Seven in two seconds have systemd restart a PC at once, unless it is told not to. */
const restarts = Array.from({ length: 9 }, () => ['ctrl', 'alt', 'delete']);
const magic = ['r', 'e', 'i', 's', 'u', 'b', 'o', 'k', 'c', 'f'].map((key) => [
  'alt',
  'sysrq',
  key,
]);

export const escapes: readonly (readonly string[])[] = [
  ...terminals,
  ['ctrl', 'alt', 'backspace'],
  ['ctrl', 'alt', 'backspace'],
  ...restarts,
  ...magic,
  ['ctrl', 'pause'],
  ...['print', 'pause', 'scroll_lock', 'menu', 'meta_l', 'meta_r'].map((key) => [key]),
  ...['tab', 'f1', 'f2', 'f4', 'f7', 'f8', 'f9', 'f10', 'esc', 'spc', 'left', 'right', 'home'].map(
    (key) => ['alt', key],
  ),
  ...['n', 'o', 'p', 's', 't', 'w', 'q', 'u', 'l', 'j', 'h', 'f', 'r', 'esc', 'tab'].map((key) => [
    'ctrl',
    key,
  ]),
  ...['i', 'j', 'c', 'n', 't', 'esc', 'delete', 'r'].map((key) => ['ctrl', 'shift', key]),
  ...['d', 'e', 'l', 'r', 'm', 'tab'].map((key) => ['meta_l', key]),
  ...['t', 'f4', 'left', 'right', 'up', 'down', 'kp_add', 'kp_subtract', 'kp_multiply'].map(
    (key) => ['ctrl', 'alt', key],
  ),
  ...['f1', 'f3', 'f5', 'f6', 'f7', 'f11', 'f12'].map((key) => [key]),
  ['shift', 'f10'],
  ['ctrl', 'f5'],
];
