export {answersOnPort} from './port';
export {killTrackedGroups} from './process-group';
export {shellRequest} from './shell-request';
export {spawn} from './spawn';
export type {
  Chunk,
  Environment,
  ProcessEnd,
  Running,
  Spawn,
  SpawnRequest,
  TakeChunk,
} from './spawn';
