export {isHandedOver} from './prelude';
export {createSession} from './session';
export type {Session} from './session';
