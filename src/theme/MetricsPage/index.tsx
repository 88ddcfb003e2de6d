export {MetricsPage as default} from '../../components/metrics-page';
