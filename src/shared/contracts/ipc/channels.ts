/** The two names under which Electron carries messages between a preload and the main process. */
export const channels = { request: 'rean:request', reply: 'rean:reply' } as const;
