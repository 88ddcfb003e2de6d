export {askAfterInterrupt} from './ask-after-interrupt';
export type {Ask, ConsentQuestion, InputQuestion, InputReply} from './ask';
export {terminalAsk} from './terminal-ask';
export type {AskTerminal} from './terminal-ask';
