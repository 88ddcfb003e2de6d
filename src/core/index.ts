export * from './document';
export * from './inventory';
export * from './lint';
export * from './promql';
export * from './registry';
export * from './report';
export {analyzeEffect, parseShell} from './shell';
export type {Shell} from './shell';
