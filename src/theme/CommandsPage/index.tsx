export {CommandsPage as default} from '../../components/commands-page';
