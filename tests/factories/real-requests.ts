import { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';

/**
 * Puts Node's own requests and answers under Express again, for a hub with a real server: whoever
 * asked one without (`ask` of hub-lab.ts) put others there, for the whole process.
 */
export function serveRealRequests(): void {
  Object.setPrototypeOf(express.request, IncomingMessage.prototype);
  Object.setPrototypeOf(express.response, ServerResponse.prototype);
}
