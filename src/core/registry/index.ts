export {buildRegistry, registryOf} from './build';
export type {SourceFile} from './build';
export {findRunbooks, findStep} from './find';
export {REGISTRY_VERSION, registry, registryJsonSchema} from './schema';
export type {Registry} from './schema';
