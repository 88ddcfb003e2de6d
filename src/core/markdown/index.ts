export {parseMarkdown} from './parse';
