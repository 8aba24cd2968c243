/** What the environment says of a screen. */
export interface DisplayEnvironment {
  readonly DISPLAY?: string | undefined;
  readonly WAYLAND_DISPLAY?: string | undefined;
}

/** Whether windows can open here; only Linux may be without a screen ([RUN5]). */
export function hasDisplay(platform: string, environment: DisplayEnvironment): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = environment;
  return platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

export const noDisplaySentences = `There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
Nothing was started or changed.
Start Rean from a terminal of your desktop, or over "ssh -X"; or run it on a virtual screen, unseen:
  npm start -- --xvfb`;
