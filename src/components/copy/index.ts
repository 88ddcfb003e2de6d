export {CopyButton} from './copy-button';
export type {CopyButtonProps} from './copy-button';
export {CopySourceProvider, useCopySource} from './copy-source';
export {copyText} from './copy-text';
export {copyToClipboard} from './copy-to-clipboard';
