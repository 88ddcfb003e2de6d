export {askAfterInterrupt} from './ask-after-interrupt';
export type {Ask, ConsentQuestion, InputQuestion, InputReply, ManualReply} from './ask';
export {terminalAsk} from './terminal-ask';
export type {AskTerminal} from './terminal-ask';
