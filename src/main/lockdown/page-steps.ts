import type { Event, Input } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { allowsKey } from './allowed-keys.ts';
import { inEveryPage } from './everywhere.ts';
import type { LockdownStep } from './lock-down.ts';

/** No page, and no frame in one, hears of keys that could lead out of it ([LCK2]). */
export const keys = (log: Log): LockdownStep => ({
  name: 'keys',
  perform: () =>
    inEveryPage((page) => {
      const refuse = (event: Event, input: Input) => {
        if (allowsKey(input)) return;
        event.preventDefault();
        // Never which one: a log of keys is a log of what people type.
        if (input.type === 'keyDown' && !input.isAutoRepeat) log.warn('key.refused');
      };
      page.on('before-input-event', refuse);
      return () => page.off('before-input-event', refuse);
    }),
});

/** A page is as large as it was drawn, whatever wheel and fingers do. */
export const zoom: LockdownStep = {
  name: 'zoom',
  perform: () =>
    inEveryPage((page) => {
      const reset = () => {
        page.setZoomFactor(1);
        void page.setVisualZoomLevelLimits(1, 1);
      };
      page.on('dom-ready', reset);
      page.on('zoom-changed', reset);
      return () => {
        page.off('dom-ready', reset);
        page.off('zoom-changed', reset);
      };
    }),
};

/** The developer's tools, where a build has them, close as they open. */
export const tools = (log: Log): LockdownStep => ({
  name: 'tools',
  perform: () =>
    inEveryPage((page) => {
      const close = () => {
        log.warn('tools.refused');
        page.closeDevTools();
      };
      page.on('devtools-opened', close);
      return () => page.off('devtools-opened', close);
    }),
});
