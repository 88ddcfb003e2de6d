export {fromMdast, indexPlaces, INPUT_TYPES, parseRunbook, PHASES} from './document';
export type * from './document';
export {buildRegistry, findRunbooks, findStep, registryJsonSchema, registryOf} from './registry';
export type {Registry, SourceFile} from './registry';
