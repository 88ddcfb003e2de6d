import NotFoundContent from '@theme-original/NotFound/Content';
import type {Props} from '@theme/NotFound/Content';
import {UnknownAlert, useUnknownAlert} from '../../../components/unknown-alert';

/** Below `/alerts/` somebody came with an alert; everywhere else the theme's own words do. */
export default function NotFoundContentWrapper(props: Props) {
  const alert = useUnknownAlert();
  return alert === undefined ? <NotFoundContent {...props} /> : <UnknownAlert name={alert} />;
}
