export {findBrowser} from './find-browser';
export type {FoundBrowser} from './find-browser';
export {launchBrowser} from './launch';
export {serveFolder} from './serve-folder';
export type {ServedFolder} from './serve-folder';
export {SCENES} from './scenes';
export type {Scene} from './scenes';
