export {shellScript} from './shell-script';
