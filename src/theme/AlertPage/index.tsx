export {AlertPage as default} from '../../components/alert-page';
