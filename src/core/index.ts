export {closest} from './closest';
export * from './document';
export * from './inventory';
export * from './lint';
export * from './promql';
export * from './registry';
export * from './report';
// Other folders count offsets in one text; outside the core a span is a place in a file.
export type {Span} from './document';
export {
  analyzeEffect,
  commandLayers,
  functionsDefined,
  parseShell,
  programName,
  programsCalled,
} from './shell';
export type {CalledProgram, Shell} from './shell';
