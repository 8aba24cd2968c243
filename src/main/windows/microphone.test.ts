import { describe, expect, it } from 'vitest';
import { isMicrophoneAsk } from './microphone.ts';

const address = 'app://kiosk/?language=km';
const own = { isMainFrame: true, requestingUrl: address, mediaTypes: ['audio'] };

describe('[RAL5] the microphone', () => {
  it('is what the page itself asks for when it asks for sound alone', () => {
    expect(isMicrophoneAsk('media', own, address)).toBe(true);
  });

  it.each([
    ['a frame of that address', 'media', { ...own, isMainFrame: false }],
    ['another page', 'media', { ...own, requestingUrl: 'pack://org.rean.test--si-0/' }],
    ['a camera', 'media', { ...own, mediaTypes: ['video'] }],
    ['a camera beside it', 'media', { ...own, mediaTypes: ['audio', 'video'] }],
    ['nothing in particular', 'media', { ...own, mediaTypes: [] }],
    ['nothing that is told', 'media', { isMainFrame: true, requestingUrl: address }],
    ['sound of the screen', 'display-capture', own],
    ['another permission', 'geolocation', own],
  ])('is not: %s', (_who, permission, ask) => {
    expect(isMicrophoneAsk(permission, ask, address)).toBe(false);
  });
});
