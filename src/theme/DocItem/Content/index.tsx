import Content from '@theme-original/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import {RunbookHead} from '../../../components/runbook-head';

export default function ContentWrapper(props: Props) {
  return (
    <>
      <RunbookHead />
      <Content {...props} />
    </>
  );
}
