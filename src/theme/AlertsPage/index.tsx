export {AlertsPage as default} from '../../components/alerts-page';
