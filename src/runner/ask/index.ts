export {askAfterInterrupt} from './ask-after-interrupt';
export type {Ask, ConsentQuestion, InputQuestion, InputReply, ManualReply} from './ask';
export {terminalAsk} from './terminal-ask';
export type {AskTerminal} from './terminal-ask';
export type {PickItem} from './pick';
export {canPick, pickOnTerminal} from './pick-on-terminal';
export type {PickTerminal} from './pick-on-terminal';
