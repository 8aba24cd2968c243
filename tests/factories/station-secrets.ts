/** For tests of the hub, whose sources may not see the station's. */
export { makeStationSecrets, publicHalves } from '../../src/station/enrol/station-secrets.ts';
